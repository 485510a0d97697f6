using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Cleaning;

/// <summary>办公文件的痕迹: what a Word file, workbook or presentation carries that a reader of the printed page would not see.</summary>
public static class OfficeTraces
{
    private const string CommentParts = "comments";
    private static readonly string[] s_people = ["creator", "lastModifiedBy", "Company", "Manager"];

    /// <summary>Nothing for a file of another kind.</summary>
    /// <exception cref="UnreadableFileException">It is damaged or hostile.</exception>
    public static IReadOnlyList<Trace> Find(byte[] content, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        if (!content.AsSpan().StartsWith("PK"u8))
            return [];
        try
        {
            using var archive = new OfficeArchive(content, limits);
            return archive.Has("word/document.xml") ? [.. Word(archive, limits), .. Common(archive, limits)]
                : archive.Has("xl/workbook.xml") ? [.. Workbook(archive, limits), .. Common(archive, limits)]
                : archive.Has("ppt/presentation.xml") ? [.. Slides(archive, limits), .. Common(archive, limits)]
                : [];
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException)
        {
            throw new UnreadableFileException("文件已损坏或不完整，无法检查其中的修订、批注和隐藏内容；请用原来的软件另存后再上传", damage);
        }
    }

    private static IEnumerable<Trace> Common(OfficeArchive archive, ReadingLimits limits)
    {
        foreach (var part in archive.Parts.Where(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            yield return new Trace(TraceKind.Macro, part, "");
        foreach (var part in archive.Parts.Where(part => part.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)))
            yield return new Trace(TraceKind.EmbeddedFile, Path.GetFileName(part), "");
        foreach (var part in archive.Parts.Where(part => part.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var (name, text) in Texts(archive, part, s_people, limits))
                yield return new Trace(TraceKind.Metadata, name, text);
        }

        foreach (var part in archive.Parts.Where(part => Path.GetFileName(part).StartsWith(CommentParts, StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.Contains("_rels", StringComparison.Ordinal)))
        {
            var count = Count(archive, part, "comment", limits);
            if (count > 0)
                yield return new Trace(TraceKind.Comment, part, $"{count}");
        }
    }

    private static IEnumerable<Trace> Word(OfficeArchive archive, ReadingLimits limits)
    {
        foreach (var part in archive.Parts.Where(part => part.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && IsText(Path.GetFileName(part))))
        {
            var (changes, hidden) = (0, 0);
            using var xml = archive.Xml(part)!;
            while (xml.Next(limits.Nesting))
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName is "ins" or "del" or "moveFrom" or "moveTo")
                    changes++;
                else if (xml.LocalName is "vanish" && xml.IsOn())
                    hidden++;
            }

            if (changes > 0)
                yield return new Trace(TraceKind.TrackedChange, part, $"{changes}");
            if (hidden > 0)
                yield return new Trace(TraceKind.HiddenText, part, $"{hidden}");
        }
    }

    private static bool IsText(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (part.StartsWith("document", StringComparison.OrdinalIgnoreCase) || part.StartsWith("header", StringComparison.OrdinalIgnoreCase) || part.StartsWith("footer", StringComparison.OrdinalIgnoreCase)
            || part.StartsWith("footnotes", StringComparison.OrdinalIgnoreCase) || part.StartsWith("endnotes", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Trace> Workbook(OfficeArchive archive, ReadingLimits limits)
    {
        using (var workbook = archive.Xml("xl/workbook.xml")!)
        {
            while (workbook.Next(limits.Nesting))
            {
                if (workbook.NodeType == XmlNodeType.Element && workbook.LocalName == "sheet" && workbook.Attribute("state") is "hidden" or "veryHidden")
                    yield return new Trace(TraceKind.HiddenSheet, workbook.Attribute("name") ?? "", "");
            }
        }

        foreach (var part in archive.Parts.Where(part => part.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            var (rows, columns) = (0, 0);
            using var sheet = archive.Xml(part)!;
            while (sheet.Next(limits.Nesting))
            {
                if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName is "row" or "col" && sheet.Attribute("hidden") is "1" or "true")
                    _ = sheet.LocalName == "row" ? rows++ : columns++;
            }

            if (rows > 0)
                yield return new Trace(TraceKind.HiddenRows, Path.GetFileNameWithoutExtension(part), $"{rows}");
            if (columns > 0)
                yield return new Trace(TraceKind.HiddenColumns, Path.GetFileNameWithoutExtension(part), $"{columns}");
        }
    }

    private static IEnumerable<Trace> Slides(OfficeArchive archive, ReadingLimits limits)
    {
        foreach (var part in archive.Parts.Where(part => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.Contains("_rels", StringComparison.Ordinal)))
        {
            var slide = Path.GetFileNameWithoutExtension(part);
            if (part.StartsWith("ppt/slides/", StringComparison.OrdinalIgnoreCase) && IsHidden(archive, part, limits))
                yield return new Trace(TraceKind.HiddenSlide, slide, "");
            else if (part.StartsWith("ppt/notesSlides/", StringComparison.OrdinalIgnoreCase) && Texts(archive, part, ["t"], limits).Sum(text => text.Text.Length) is > 3 and var letters)
                yield return new Trace(TraceKind.SpeakerNotes, slide, $"{letters}");
            else if (part.StartsWith("ppt/comments/", StringComparison.OrdinalIgnoreCase) && Count(archive, part, "cm", limits) is > 0 and var comments)
                yield return new Trace(TraceKind.Comment, part, $"{comments}");
        }
    }

    private static bool IsHidden(OfficeArchive archive, string slide, ReadingLimits limits)
    {
        using var xml = archive.Xml(slide)!;
        while (xml.Next(limits.Nesting))
        {
            if (xml.NodeType == XmlNodeType.Element)
                return xml.LocalName == "sld" && xml.Attribute("show") is "0" or "false";
        }

        return false;
    }

    private static int Count(OfficeArchive archive, string part, string element, ReadingLimits limits)
    {
        var count = 0;
        using var xml = archive.Xml(part)!;
        while (xml.Next(limits.Nesting))
            count += xml.NodeType == XmlNodeType.Element && xml.LocalName == element ? 1 : 0;
        return count;
    }

    private static IEnumerable<(string Name, string Text)> Texts(OfficeArchive archive, string part, string[] elements, ReadingLimits limits)
    {
        using var xml = archive.Xml(part)!;
        string? within = null;
        while (xml.Next(limits.Nesting))
        {
            if (xml.NodeType == XmlNodeType.Element)
                within = Array.Find(elements, name => name == xml.LocalName);
            else if (xml.NodeType == XmlNodeType.Text && within is not null && xml.Value.Trim() is { Length: > 0 } text)
                yield return (within, text);
        }
    }
}

/// <summary>痕迹.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">Part, sheet or property.</param>
/// <param name="Text">How many, or what it says.</param>
public sealed record Trace(TraceKind Kind, string Where, string Text);

/// <summary>痕迹种类.</summary>
public enum TraceKind
{
    Metadata,
    Comment,
    TrackedChange,
    HiddenText,
    HiddenSheet,
    HiddenRows,
    HiddenColumns,
    HiddenSlide,

    /// <summary>演讲者备注; a number of the slide alone is none.</summary>
    SpeakerNotes,
    EmbeddedFile,
    Macro,
}
