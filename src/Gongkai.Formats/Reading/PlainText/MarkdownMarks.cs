using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Formats.Reading.PlainText;

/// <summary>Markdown 标记: takes the marks off a line or cell and keeps its words.</summary>
internal static class MarkdownMarks
{
    private static readonly SearchValues<char> s_signs = SearchValues.Create("#>-*+<[_\\`&");

    // Not backtracking: a hostile line costs no more than its length.
    private static readonly (Regex Mark, string Kept)[] s_marks =
    [
        // Heading, quotation and bullet marks. "1." stays: it is part of the official labels.
        (Linear(@"^\s{0,8}(?:#{1,6}\s*|(?:>\s?)+|[-*+]\s+)"), ""),
        (Linear(@"\s+#+\s*$"), ""),
        (Linear(@"<[bB][rR]\s*/?>"), "\n"),
        (Linear(@"!?\[([^\]]*)\]\([^)]*\)"), "$1"),
        (Linear(@"</?[A-Za-z][^<>]*>"), ""),
        (Linear(@"(?:\*\*|__)([^*_]+)(?:\*\*|__)"), "$1"),
        (Linear(@"\*([^*\s][^*]*)\*"), "$1"),
        (Linear(@"\\([\\`*_{}\[\]()#+.!|<>~-])"), "$1"),
    ];

    public static string Remove(string text)
    {
        if (text.AsSpan().IndexOfAny(s_signs) < 0)
            return text;
        foreach (var (mark, kept) in s_marks)
            text = mark.Replace(text, kept);
        return System.Net.WebUtility.HtmlDecode(text.Replace("`", "", StringComparison.Ordinal));
    }

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
