using System.Globalization;
using System.Text;
using CsvHelper;
using Gongkai.Bodies;

namespace Gongkai.Web.Office.Import;

/// <summary>A row of a file to be imported: what it would do, or why it cannot.</summary>
public sealed record ImportRow(int Line, string What, string? Fault);

/// <summary>导入表: CSV as spreadsheets write it, with titles in Chinese or as keys.</summary>
internal static class ImportRows
{
    public const int AtMost = 5000;

    private static readonly char[] s_separators = [',', '\t', ';'];

    /// <exception cref="RefusedException">It is no table, a column is missing, or it is too long.</exception>
    public static List<IReadOnlyDictionary<string, string>> Read(string text, IReadOnlyList<(string Key, string Title, bool Needed)> columns)
    {
        try
        {
            return ReadRows(text, columns);
        }
        catch (FormatException)
        {
            throw new RefusedException("这不是可以读取的CSV：请核对引号是否成对，或者从电子表格另存为“CSV UTF-8”。", "text");
        }
    }

    /// <summary>UTF-8 with or without its mark, else GB 18030, which older spreadsheets write.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    private static List<IReadOnlyDictionary<string, string>> ReadRows(string text, IReadOnlyList<(string Key, string Title, bool Needed)> columns)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = SeparatorOf(text), TrimWhitespace = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        csv.ReadHeader();
        string[] titles = [.. csv.Headers ?? []];
        var places = columns.ToDictionary(column => column.Key, column => Array.FindIndex(titles, title => title == column.Title || title == column.Key));
        if (columns.Where(column => column.Needed && places[column.Key] < 0).Select(column => column.Title).ToList() is { Count: > 0 } missing)
            throw new RefusedException($"缺少列：{string.Join("、", missing)}。标题行应当是：{string.Join("、", columns.Select(column => column.Title))}。", "text");

        List<IReadOnlyDictionary<string, string>> rows = [];
        while (csv.Read())
        {
            if (rows.Count == AtMost)
                throw new RefusedException($"一次最多导入{AtMost}行，请分成几个文件。", "text");
            var row = columns.ToDictionary(column => column.Key, column => places[column.Key] is var place && place >= 0 && place < csv.FieldCount ? csv.GetString(place) : "");
            row["line"] = $"{csv.LineNumber}";
            rows.Add(row);
        }

        return rows.Count == 0 ? throw new RefusedException("文件只有标题行，没有内容。", "text") : rows;
    }

    /// <summary>Spreadsheets copy with tabs and, in some languages, save with semicolons.</summary>
    private static char SeparatorOf(string text) => s_separators.MaxBy(separator => text.Split('\n', 2)[0].Count(letter => letter == separator));

    /// <exception cref="RefusedException">It is no date.</exception>
    public static DateOnly Day(string text, string title) =>
        DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new RefusedException($"{title}“{text}”不是日期，应当写成2024-04-02的样子。");

    /// <exception cref="RefusedException">It is none of the names.</exception>
    public static T OneOf<T>(string text, string title, Func<T, string> name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == text || Gongkai.Data.Words.Of(value) == text)
                return value;
        }

        throw new RefusedException($"{title}“{text}”应当是：{string.Join("、", Enum.GetValues<T>().Select(name))}。");
    }
}
