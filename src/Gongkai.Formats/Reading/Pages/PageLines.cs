using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>分页文字: pages of placed words into lines; page numbers and what stands at the edge of every page are left out.</summary>
internal static class PageLines
{
    private const double Edge = 0.1;
    private const int FewestRepeats = 3;

    public static void Write(IReadOnlyList<PageWords> pages, BlockBuilder blocks)
    {
        var lines = pages.Select(page => (Page: page, Lines: VisualLine.Of(page).Select(line => (Line: line, Text: line.Text())).ToArray())).ToArray();
        var running = lines.SelectMany(page => page.Lines.Where(line => IsAtEdge(line.Line, page.Page)).Select(line => line.Text).Distinct(StringComparer.Ordinal))
            .GroupBy(text => text, StringComparer.Ordinal).Where(group => group.Count() >= FewestRepeats && group.Count() * 2 > pages.Count).Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var countsPages = lines.Count(page => page.Lines.Any(line => IsAtEdge(line.Line, page.Page) && IsBareNumber(line.Text, page.Page))) >= Math.Min(2, pages.Count);

        foreach (var (page, visual) in lines)
        {
            for (var at = 0; at < visual.Length; at++)
            {
                var (line, text) = visual[at];
                var isEdge = IsAtEdge(line, page);
                if (PageNumbers.Is(text) || (isEdge && (running.Contains(text) || (countsPages && IsBareNumber(text, page)))))
                    continue;
                blocks.Line(new SourceLine(text, page.Number, at + 1), mayRunOn: true, line.Words);
            }
        }
    }

    private static bool IsAtEdge(VisualLine line, PageWords page) => line.Middle < page.Height * Edge || line.Middle > page.Height * (1 - Edge);

    // "3" or "3/12" alone at the edge, near the count of the page: covers may shift it by a few.
    private static bool IsBareNumber(string text, PageWords page)
    {
        var number = text.AsSpan().Trim();
        if (number.IndexOf('/') is var slash and > 0)
            number = number[..slash].Trim();
        return int.TryParse(number, out var printed) && printed > 0 && Math.Abs(printed - page.Number) <= 3;
    }
}
