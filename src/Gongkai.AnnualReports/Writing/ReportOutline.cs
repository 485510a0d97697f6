using System.Buffers;
using System.Text;
using System.Xml;

namespace Gongkai.AnnualReports.Writing;

/// <summary>报告提纲: a report in the order in which every writer sets it down: title, lead, the six sections with their tables.</summary>
/// <param name="Title">As the report writes it, else made from organ and year.</param>
/// <param name="Lead">Paragraphs before section 一.</param>
/// <param name="Sections">The six sections of the form; for a report of neither form, those it has.</param>
internal sealed record ReportOutline(string Title, IReadOnlyList<OutlineParagraph> Lead, IReadOnlyList<OutlineSection> Sections)
{
    /// <summary>What a written report of edition `other` says of its tables.</summary>
    public const string NeitherForm = "（说明：原报告的统计表不是政府信息公开工作年度报告的规定格式，本文只收录文字，未收录表中数据。）";

    public static ReportOutline Of(Report report)
    {
        var tables = TableLayout.Of(report).ToDictionary(table => table.Section);
        var lead = Paragraphs(report.Narrative["lead"]).ToList();
        if (report.Form is not { } form)
        {
            lead.Add(OutlineParagraph.Of(NeitherForm));
            return new ReportOutline(TitleOf(report), lead, [.. report.Narrative.Sections.Where(section => section.Key != "lead")
                .Select(section => new OutlineSection(section.Key, Clean(section.Heading ?? ""), [.. Paragraphs(section)], null))]);
        }

        return new ReportOutline(TitleOf(report), lead, [.. form.Sections.Select(section =>
            new OutlineSection(section.Key, $"{section.Number}、{section.Label}", [.. Paragraphs(report.Narrative[section.Key])], tables.GetValueOrDefault(section.Key)))]);
    }

    public static string TitleOf(Report report) => Clean(report.Title is { Length: > 0 } title ? title
        : $"{report.Organ}{(report.Year is { } year ? $"{year}年" : "")}政府信息公开工作年度报告");

    /// <summary>Text without what neither XML nor HTML can hold; a line break inside a paragraph becomes a space.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c) && c is not ('\r' or '\n' or '\t')))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t')
                clean.Append(' ');
            else if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    private static IEnumerable<OutlineParagraph> Paragraphs(NarrativeSection? section) =>
        (section?.Paragraphs ?? []).Select(paragraph => Clean(paragraph.Text)).Where(text => text.Length > 0).Select(OutlineParagraph.Of);
}

/// <param name="Key">`s1` … `s6`.</param>
/// <param name="Heading">With its number; empty when the report has none.</param>
/// <param name="Paragraphs">Its text, which stands before its table.</param>
/// <param name="Table">Its table, in sections 二 to 四.</param>
internal sealed record OutlineSection(string Key, string Heading, IReadOnlyList<OutlineParagraph> Paragraphs, TableLayout? Table);

/// <param name="Text">The whole paragraph.</param>
/// <param name="Head">Length of the second-level heading it opens with: （一）主动公开; 0 without one, the whole length when it is nothing else.</param>
internal readonly record struct OutlineParagraph(string Text, int Head)
{
    private const int LongestHead = 30;
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。：；！？，");
    private static readonly SearchValues<char> s_numerals = SearchValues.Create("一二三四五六七八九十");

    public bool IsHeading => Head == Text.Length;

    public static OutlineParagraph Of(string text)
    {
        if (!IsNumbered(text))
            return new OutlineParagraph(text, 0);

        var end = text.AsSpan().IndexOfAny(s_stops);
        if (end < 0)
            return new OutlineParagraph(text, text.Length <= LongestHead ? text.Length : 0);
        return new OutlineParagraph(text, text[end] == '。' && end < LongestHead ? Math.Min(end + 1, text.Length) : 0);
    }

    private static bool IsNumbered(string text)
    {
        var inner = text.AsSpan().TrimStart();
        var close = inner.IndexOfAny('）', ')');
        return inner is ['（' or '(', ..] && close is > 1 and < 5 && inner[1..close].IndexOfAnyExcept(s_numerals) < 0;
    }
}
