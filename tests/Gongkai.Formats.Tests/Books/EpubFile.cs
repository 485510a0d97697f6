using System.IO.Compression;
using System.Text;

namespace Gongkai.Formats.Tests.Books;

/// <summary>测试用电子书: an EPUB of the given chapters; every part can be replaced, added or left out.</summary>
internal sealed class EpubFile
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly List<string> _chapters = [];
    private readonly List<string> _items = [];

    /// <summary>A picture of one point.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public string Title { get; init; } = "补贴政策一本通";

    /// <summary>More of the metadata.</summary>
    public string Metadata { get; init; } = "<dc:creator>云溪县商务局</dc:creator>";

    /// <summary>2 writes an NCX, 3 a nav.xhtml.</summary>
    public int Version { get; init; } = 3;

    /// <summary>The contents; each chapter by its title when nothing is given.</summary>
    public string? Contents { get; init; }

    /// <summary>A chapter is the body of its file; the first heading is its title.</summary>
    public EpubFile Chapter(string title, string body)
    {
        var name = $"c{_chapters.Count + 1}.xhtml";
        _chapters.Add(title);
        _parts[$"OEBPS/text/{name}"] = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>{title}</title></head><body>{body}</body></html>");
        return this;
    }

    public EpubFile Item(string href, string type, byte[] content, string properties = "")
    {
        _items.Add($"<item id=\"i{_items.Count + 1}\" href=\"{href}\" media-type=\"{type}\"{(properties.Length > 0 ? $" properties=\"{properties}\"" : "")}/>");
        return Part($"OEBPS/{href}", content);
    }

    /// <summary>A part that stands in no list.</summary>
    public EpubFile Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public EpubFile Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    /// <summary>The archive, the type first as it should be.</summary>
    /// <param name="without">Parts that are left out.</param>
    public byte[] Make(params string[] without)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["mimetype"] = "application/epub+zip"u8.ToArray(),
            ["META-INF/container.xml"] = "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OEBPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"u8.ToArray(),
            ["OEBPS/book.opf"] = Encoding.UTF8.GetBytes(Package()),
            [Version == 2 ? "OEBPS/toc.ncx" : "OEBPS/nav.xhtml"] = Encoding.UTF8.GetBytes(Contents ?? (Version == 2 ? Ncx() : Nav())),
        };
        foreach (var (name, content) in _parts)
            parts[name] = content;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Where(part => !without.Contains(part.Key)))
            {
                using var part = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private string Package() =>
        $"""
        <package xmlns="http://www.idpf.org/2007/opf" version="{Version}.0" unique-identifier="id">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:6f0e</dc:identifier><dc:title>{Title}</dc:title><dc:language>zh-CN</dc:language>{Metadata}</metadata>
        <manifest>{(Version == 2 ? "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>" : "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>")}
        {string.Concat(_chapters.Select((_, i) => $"<item id=\"c{i + 1}\" href=\"text/c{i + 1}.xhtml\" media-type=\"application/xhtml+xml\"/>"))}{string.Concat(_items)}</manifest>
        <spine{(Version == 2 ? " toc=\"ncx\"" : "")}>{string.Concat(_chapters.Select((_, i) => $"<itemref idref=\"c{i + 1}\"/>"))}</spine></package>
        """;

    private string Nav() =>
        $"<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>目录</title></head><body><nav epub:type=\"toc\"><ol>{string.Concat(_chapters.Select((title, i) => $"<li><a href=\"text/c{i + 1}.xhtml\">{title}</a></li>"))}</ol></nav></body></html>";

    private string Ncx() =>
        $"<!DOCTYPE ncx PUBLIC \"-//NISO//DTD ncx 2005-1//EN\" \"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd\"><ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>{string.Concat(_chapters.Select((title, i) => $"<navPoint id=\"n{i}\" playOrder=\"{i + 1}\"><navLabel><text>{title}</text></navLabel><content src=\"text/c{i + 1}.xhtml\"/></navPoint>"))}</navMap></ncx>";
}
