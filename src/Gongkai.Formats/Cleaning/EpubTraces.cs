using System.Text.RegularExpressions;
using System.Xml;
using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.Books;

namespace Gongkai.Formats.Cleaning;

/// <summary>电子书的痕迹: what a book carries that nobody sees who reads it on our pages.</summary>
/// <param name="Authors">署名, which stay in the public copy.</param>
/// <param name="Scripts">Scripts and attributes that run.</param>
/// <param name="Hidden">Elements that a reading program does not show.</param>
/// <param name="Remote">Pictures, fonts and the like that a reading program would fetch from other sites.</param>
/// <param name="NotShown">Drawings, sound and films that are only in the file.</param>
/// <param name="Unread">Texts that no reader comes to.</param>
public sealed partial record EpubTraces(IReadOnlyList<string> Authors, int Scripts, int Hidden, int Remote, int NotShown, IReadOnlyList<string> Unread)
{
    /// <exception cref="UnreadableFileException">It is no e-book, encrypted or broken.</exception>
    public static EpubTraces Find(byte[] content, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        using var book = Epub.Open(content, limits);
        return Of(book, limits, content);
    }

    internal static EpubTraces Of(Epub book, ReadingLimits limits, byte[] content)
    {
        var pages = book.Chapters.Select(chapter => book.Written(chapter.Number).Page).ToList();
        var package = book.Package;
        var declared = package.Parts.Count(part => part.Properties.Contains("scripted") || part.MediaType.Contains("javascript", StringComparison.Ordinal) || part.MediaType.Contains("ecmascript", StringComparison.Ordinal));
        var read = package.Chapters.Append(package.Navigation).ToHashSet();
        var beside = package.Parts.Where(part => !read.Contains(part) && part.MediaType is "application/xhtml+xml" or "text/html" or "image/svg+xml").ToList();
        using var archive = new OfficeArchive(content, limits);
        return new EpubTraces(
            book.Authors,
            declared + pages.Sum(page => page.Scripts) + (package.Navigation is { } navigation ? beside.Append(navigation) : beside).Sum(part => ScriptsIn(archive, part.Path, limits.Nesting)),
            pages.Sum(page => page.Hidden),
            package.Remote + pages.Sum(page => page.Remote) + package.Parts.Where(part => part.MediaType == "text/css" && archive.Has(part.Path)).Sum(part => FetchedBy(archive, part.Path)),
            pages.Sum(page => page.NotShown),
            [.. beside.Where(part => part.MediaType != "image/svg+xml" && archive.Has(part.Path)).Select(part => part.Path)]);
    }

    private static int FetchedBy(OfficeArchive archive, string part)
    {
        using var text = new StreamReader(archive.Open(part)!);
        return Fetched.Count(text.ReadToEnd());
    }

    [GeneratedRegex("""(url\(\s*["']?|@import\s+["'])\s*(https?:)?//""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Fetched { get; }

    private static int ScriptsIn(OfficeArchive archive, string part, int deepest)
    {
        if (!archive.Has(part))
            return 0;
        try
        {
            using var xml = BookXml.Open(archive, part);
            var page = new ChapterPage(xml, part, new Nowhere(), deepest);
            page.Write();
            return page.Scripts;
        }
        catch (XmlException fault)
        {
            throw BookXml.Fault(part, fault);
        }
    }

    private sealed class Nowhere : IBookAddresses
    {
        public string? Chapter(string part, string? place) => null;

        public string? Picture(string part) => null;
    }
}
