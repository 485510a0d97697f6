using System.Globalization;
using System.Net;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>文字位置: parses what pdftotext -bbox prints: one element to a line.</summary>
internal static class WordBoxes
{
    public static (string? Title, List<PageWords> Pages) Parse(string output)
    {
        string? title = null;
        var pages = new List<PageWords>();
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            var element = line.TrimStart();
            if (element.StartsWith("<word "))
            {
                if (pages.Count > 0 && Word(element) is { } word)
                    pages[^1].Words.Add(word);
            }
            else if (element.StartsWith("<page "))
                pages.Add(new PageWords(pages.Count + 1, Number(element, " height=\""), []));
            else if (element.StartsWith("<title>"))
                title = Text(element);
        }
        return (string.IsNullOrWhiteSpace(title) ? null : title, pages);
    }

    private static PlacedWord? Word(ReadOnlySpan<char> element)
    {
        var text = Text(element);
        return text.Length == 0 ? null
            : new PlacedWord(text, Number(element, " xMin=\""), Number(element, " xMax=\""), Number(element, " yMin=\""), Number(element, " yMax=\""));
    }

    private static string Text(ReadOnlySpan<char> element)
    {
        var (start, end) = (element.IndexOf('>') + 1, element.LastIndexOf('<'));
        return end <= start ? "" : TextDecoding.WithoutInvisible(WebUtility.HtmlDecode(element[start..end].ToString())).Trim();
    }

    private static double Number(ReadOnlySpan<char> element, string attribute)
    {
        var start = element.IndexOf(attribute, StringComparison.Ordinal);
        if (start < 0)
            return 0;
        var value = element[(start + attribute.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
    }
}
