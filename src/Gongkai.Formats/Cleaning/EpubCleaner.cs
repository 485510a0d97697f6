using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.Books;

namespace Gongkai.Formats.Cleaning;

/// <summary>
/// 公开的电子书: the copy of a book that everybody may have. Only what its own list names is in it; who worked on it when and with what is taken out of the list; title,
/// language, number and the names it is signed with stay, since they are what a reader sees. The same book gives the same copy, byte by byte.
/// </summary>
public static class EpubCleaner
{
    private const string Type = "application/epub+zip";
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> s_names = ["title", "language", "identifier", "creator", "publisher", "subject", "description", "rights", "type"];
    private static readonly string[] s_properties = ["dcterms:modified", "rendition:", "schema:", "a11y:", "title-type", "display-seq", "role", "alternate-script", "identifier-type"];

    /// <exception cref="UnreadableFileException">It is no e-book, encrypted, broken, or runs scripts.</exception>
    public static byte[] Clean(byte[] content, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        try
        {
            using var book = Epub.Open(content, limits);
            foreach (var chapter in book.Chapters)
                book.Chapter(chapter.Number, _ => "#", picture => $"/{picture}");
            if (EpubTraces.Of(book, limits, content).Scripts > 0)
                throw new UnreadableFileException("电子书里有脚本程序；请去掉脚本后重新导出，公开的电子书只能是文字、图片和表格");
            using var archive = new OfficeArchive(content, limits);
            return Rewrite(archive, book.Package);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException)
        {
            throw new UnreadableFileException("电子书已损坏或者不完整；请用原来的软件重新导出后再上传", damage);
        }
    }

    private static byte[] Rewrite(OfficeArchive archive, EpubPackage package)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "mimetype", Encoding.ASCII.GetBytes(Type), CompressionLevel.NoCompression);
            Put(zip, "META-INF/container.xml", Encoding.UTF8.GetBytes(
                $"""<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{System.Net.WebUtility.HtmlEncode(package.Path)}" media-type="application/oebps-package+xml"/></rootfiles></container>"""));
            Put(zip, package.Path, Described(archive, package));
            var put = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "mimetype", "META-INF/container.xml", package.Path };
            foreach (var part in package.Parts.Select(part => part.Path).Prepend(EpubLock.Part).Where(part => archive.Has(part) && put.Add(part)))
            {
                using var from = archive.Open(part)!;
                using var to = Entry(zip, part, CompressionLevel.Optimal).Open();
                from.CopyTo(to);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The list of the book without what only its makers need.</summary>
    private static byte[] Described(OfficeArchive archive, EpubPackage package)
    {
        using var xml = BookXml.Open(archive, package.Path);
        var list = XDocument.Load(xml);
        foreach (var metadata in list.Descendants().Where(element => element.Name.LocalName == "metadata").ToList())
        {
            foreach (var element in metadata.Descendants().Where(element => !element.HasElements && !IsKept(element)).ToList())
                element.Remove();
            var ids = metadata.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var element in metadata.Descendants().Where(element => element.Attribute("refines")?.Value is { } of && !ids.Contains(of.TrimStart('#'))).ToList())
                element.Remove();
        }

        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false, CheckCharacters = false }))
            list.Save(writer);
        return written.ToArray();
    }

    private static bool IsKept(XElement element) => element.Name.LocalName == "meta"
        ? element.Attribute("name")?.Value == "cover" || (element.Attribute("property")?.Value is { } property && Array.Exists(s_properties, kept => property.StartsWith(kept, StringComparison.Ordinal)))
        : s_names.Contains(element.Name.LocalName);

    private static void Put(ZipArchive zip, string name, byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var to = Entry(zip, name, level).Open();
        to.Write(content);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = s_noTime;
        return entry;
    }
}
