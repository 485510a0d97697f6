using System.Buffers;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>标题与正文: tells lines of running text from cells, so that a table ends where the text goes on.</summary>
internal static class Headings
{
    private const int LongCell = 60;
    private static readonly SearchValues<char> s_numerals = SearchValues.Create("一二三四五六七八九十");

    /// <summary>
    /// A numbered heading of a section ("三、……情况"). Rows of the official tables are numbered the same way ("一、本年新收……数量"),
    /// but only headings end in these words.
    /// </summary>
    public static bool IsSection(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        var mark = text.IndexOfAny('、', '.', '．');
        if (mark is < 1 or > 2 || text.Length > 45 || text[..mark].ContainsAnyExcept(s_numerals))
            return false;
        return text.EndsWith("情况") || text.EndsWith("事项") || text.EndsWith("措施") || text.EndsWith("问题") || text.EndsWith("说明");
    }

    /// <summary>Running text: longer than any label and with a full stop.</summary>
    public static bool IsProse(ReadOnlySpan<char> line) => line.Length > LongCell && line.Contains('。');

    public static bool EndsTable(ReadOnlySpan<char> line) => IsSection(line) || IsProse(line);
}
