using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>草稿表的一行: its cells by the key of their column.</summary>
internal sealed class DraftRow(int line, IReadOnlyDictionary<string, string> cells)
{
    private static readonly string[] s_dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public int Line { get; } = line;

    /// <summary>Its own number, else what it says: the same row is the same draft.</summary>
    public string Key => this["external_id"] ?? $"row:{Digest}";

    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={cell.Value}")))));

    public string? this[string key] => cells.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <exception cref="RefusedException">It is no date.</exception>
    public DateOnly? Day(string key) => this[key] is not { } text ? null
        : DateOnly.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException($"{DraftRows.TitleOf(key)}“{text}”不是日期，应当写成2024-04-02的样子。", key);

    /// <exception cref="RefusedException">It is none of the names.</exception>
    public T OneOf<T>(string key, T otherwise, Func<T, string> name)
        where T : struct, Enum
    {
        if (this[key] is not { } text)
            return otherwise;
        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == text || Words.Of(value) == text)
                return value;
        }

        throw new RefusedException($"{DraftRows.TitleOf(key)}“{text}”应当是：{string.Join("、", Enum.GetValues<T>().Select(name))}。", key);
    }

    public IEnumerable<string> Listed(string key) => (this[key] ?? "").Split([';', '；', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>草稿表: CSV as spreadsheets write it, in UTF-8 or GB 18030, with titles in Chinese or as keys.</summary>
internal static class DraftRows
{
    private const int AtMost = 50_000;
    private const int LargestFile = 64 << 20;

    private static readonly char[] s_separators = [',', '\t', ';'];

    private static readonly (string Key, string[] Titles)[] s_columns =
    [
        ("external_id", ["编号", "序号"]), ("title", ["标题", "名称"]), ("text", ["正文"]), ("text_file", ["正文文件"]), ("kind", ["种类", "事项种类"]), ("section", ["责任科室", "科室"]), ("attribute", ["公开属性"]),
        ("ground", ["不予公开情形"]), ("reason", ["理由"]), ("evidence", ["依据材料或者衡量", "依据材料", "衡量"]), ("secrecy_level", ["密级"]), ("secret_until", ["保密期限"]), ("classified_by", ["定密机关"]), ("third_party", ["第三方意见"]), ("summary", ["内容概述"]), ("document_number", ["发文字号", "文号"]), ("issuer", ["发文机关"]), ("joint_issuers", ["联合发文单位"]),
        ("created_on", ["生成日期", "成文日期"]), ("effective_on", ["实施日期"]), ("expires_on", ["有效期至"]), ("topic", ["主题分类"]), ("genre", ["体裁"]), ("article20_item", ["法定公开事项"]), ("keywords", ["关键词"]),
        ("stage", ["五公开环节", "五公开"]), ("follows", ["所落实的决策", "决策索引号"]), ("execution_due", ["执行情况公开期限"]), ("result_due", ["结果公开期限"]),
        ("amendments", ["修改情况"]), ("column", ["栏目"]),
        ("attachments", ["附件"]),
    ];

    public static IReadOnlyList<string> Titles { get; } = [.. s_columns.Select(column => column.Titles[0])];

    public static string TitleOf(string key) => Array.Find(s_columns, column => column.Key == key).Titles[0];

    /// <exception cref="RefusedException">It is no table, or has no titles we know.</exception>
    public static async Task<(IReadOnlyList<DraftRow> Rows, IReadOnlyList<string> Unknown)> Read(Stream table, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int read; (read = await table.ReadAsync(chunk, cancel)) > 0;)
        {
            if (buffer.Length + read > LargestFile)
                throw new RefusedException($"表格超过{LargestFile >> 20}MB，请分成几个文件。", "file");
            buffer.Write(chunk, 0, read);
        }

        try
        {
            return Rows(ZipNames.Instance.GetString(buffer.ToArray()).TrimStart('\uFEFF'));
        }
        catch (FormatException)
        {
            throw new RefusedException("这不是可以读取的CSV：请核对引号是否成对，或者从电子表格另存为“CSV UTF-8”。", "file");
        }
    }

    private static (IReadOnlyList<DraftRow> Rows, IReadOnlyList<string> Unknown) Rows(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = SeparatorOf(text), TrimWhitespace = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        csv.ReadHeader();
        string[] titles = [.. csv.Headers ?? []];
        var keys = Array.ConvertAll(titles, title => Array.Find(s_columns, column => column.Key == title || column.Titles.Contains(title)).Key);
        if (!keys.Contains("title"))
            throw new RefusedException($"缺少“标题”列。列名可以是：{string.Join("、", s_columns.Select(column => column.Titles[0]))}。", "file");
        if (keys.Where(key => key is not null).GroupBy(key => key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RefusedException($"“{TitleOf(twice.Key)}”有两列。", "file");

        List<DraftRow> rows = [];
        while (csv.Read())
        {
            if (rows.Count == AtMost)
                throw new RefusedException($"一次最多导入{AtMost}行，请分成几个文件。", "file");
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < keys.Length && i < csv.FieldCount; i++)
            {
                if (keys[i] is { } key)
                    cells[key] = csv.GetString(i).Trim();
            }

            if (cells.Values.Any(cell => cell.Length > 0))
                rows.Add(new DraftRow((int)csv.LineNumber, cells));
        }

        return (rows, [.. titles.Where((title, i) => keys[i] is null && title.Length > 0)]);
    }

    /// <summary>Spreadsheets copy with tabs and, in some languages, save with semicolons.</summary>
    private static char SeparatorOf(string text) => s_separators.MaxBy(separator => text.Split('\n', 2)[0].Count(letter => letter == separator));
}
