using Gongkai.AnnualReports.Reading.Claims;
using Gongkai.Formats;

namespace Gongkai.AnnualReports;

/// <summary>文字部分: the running text of a report by section: `lead`, `s1` … `s6`.</summary>
public sealed class Narrative(IReadOnlyList<NarrativeSection> sections)
{
    private Prose? _prose;

    public static Narrative Empty { get; } = new([]);

    public IReadOnlyList<NarrativeSection> Sections { get; } = sections;

    /// <summary>Its sentences and what their figures say; worked out when first asked for.</summary>
    internal Prose Prose => LazyInitializer.EnsureInitialized(ref _prose, () => new Prose(this));

    /// <summary>A section by key, or null when the report has none.</summary>
    public NarrativeSection? this[string key] => Sections.FirstOrDefault(section => section.Key == key);
}

/// <summary>
/// One section. Lines that the source broke at the margin are joined, paragraphs are parted by '\n'; the heading of the section
/// itself is not part of the text. Table text is not part of it.
/// </summary>
/// <param name="key">`lead`, `s1` … `s6`.</param>
/// <param name="heading">The heading as printed, with its number; null for the lead or when it is lost.</param>
/// <param name="paragraphs">The paragraphs in order.</param>
public sealed class NarrativeSection(string key, string? heading, IReadOnlyList<NarrativeParagraph> paragraphs)
{
    public string Key { get; } = key;

    public string? Heading { get; } = heading;

    public IReadOnlyList<NarrativeParagraph> Paragraphs { get; } = paragraphs;

    /// <summary>Place of the heading.</summary>
    public SourcePlace? HeadingPlace { get; init; }

    public string Text => field ??= string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));

    /// <summary>Where the character at this offset of <see cref="Text"/> stands, with the given words as its text.</summary>
    public SourcePlace? PlaceAt(int offset, string? words = null)
    {
        foreach (var paragraph in Paragraphs)
        {
            if (offset <= paragraph.Text.Length)
                return paragraph.PlaceAt(offset) is { } place ? place with { Text = words ?? place.Text } : null;
            offset -= paragraph.Text.Length + 1;
        }

        return null;
    }
}

/// <summary>A paragraph, joined from one or more lines of the source.</summary>
/// <param name="Text">Joined text.</param>
/// <param name="Lines">Offset in <paramref name="Text"/> at which each source line starts, with its place, in order.</param>
public sealed record NarrativeParagraph(string Text, IReadOnlyList<(int Offset, SourcePlace Place)> Lines)
{
    public NarrativeParagraph(string text, SourcePlace? place = null)
        : this(text, place is null ? [] : [(0, place)])
    {
    }

    public SourcePlace? PlaceAt(int offset)
    {
        SourcePlace? found = null;
        foreach (var (start, place) in Lines)
        {
            if (start > offset)
                break;
            found = place;
        }

        return found;
    }
}
