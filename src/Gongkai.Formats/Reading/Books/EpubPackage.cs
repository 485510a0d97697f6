using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Books;

/// <summary>电子书包: what the package file (OPF) of an e-book says: its names, its parts, their order. Nothing outside the archive is asked for.</summary>
internal sealed class EpubPackage
{
    private const int MostChapters = 2000;
    private const int LongestName = 300;
    private static readonly string[] s_chapters = ["application/xhtml+xml", "text/html", "image/svg+xml"];

    private readonly Dictionary<string, EpubPart> _byId = new(StringComparer.Ordinal);
    private readonly List<EpubPart> _parts = [];
    private readonly List<string> _spine = [];
    private string? _notes;

    private EpubPackage(string path) => Path = path;

    /// <summary>The package file itself.</summary>
    public string Path { get; }

    public string? Title { get; private set; }
    public string? Language { get; private set; }
    public string? Identifier { get; private set; }
    public List<string> Authors { get; } = [];

    /// <summary>Its parts, in the order of the package file.</summary>
    public IReadOnlyList<EpubPart> Parts => _parts;

    /// <summary>Those that are read one after the other.</summary>
    public List<EpubPart> Chapters { get; } = [];

    /// <summary>The contents of an EPUB 3.</summary>
    public EpubPart? Navigation { get; private set; }

    /// <summary>The contents of an EPUB 2 (NCX).</summary>
    public EpubPart? OldContents { get; private set; }

    /// <summary>Parts that stand on other sites.</summary>
    public int Remote { get; private set; }

    /// <exception cref="UnreadableFileException">It is no e-book, encrypted or broken.</exception>
    public static EpubPackage Read(OfficeArchive archive, int deepest)
    {
        EpubLock.Check(archive, deepest);
        var path = Root(archive, deepest);
        var package = new EpubPackage(path);
        try
        {
            using var xml = BookXml.Open(archive, path);
            package.Read(xml, deepest);
        }
        catch (XmlException fault)
        {
            throw BookXml.Fault(path, fault);
        }

        package.Arrange(archive);
        return package;
    }

    private static string Root(OfficeArchive archive, int deepest)
    {
        const string container = "META-INF/container.xml";
        if (!archive.Has(container))
            throw new UnreadableFileException($"文件不是有效的 EPUB 电子书，缺少 {container}；请用制作电子书的软件重新导出");
        try
        {
            using var xml = BookXml.Open(archive, container);
            while (xml.Next(deepest))
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rootfile" && xml.Attribute("media-type") is null or "application/oebps-package+xml"
                    && BookPaths.Resolve("", xml.Attribute("full-path")) is var (part, _) && archive.Has(part))
                    return part;
            }
        }
        catch (XmlException fault)
        {
            throw BookXml.Fault(container, fault);
        }

        throw new UnreadableFileException("电子书里没有内容清单（OPF）；请用制作电子书的软件重新导出");
    }

    private void Read(XmlReader xml, int deepest)
    {
        string? within = null;
        while (xml.Next(deepest))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && within is not null)
                Named(within, xml.Value);
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            within = xml.IsEmptyElement ? null : xml.LocalName;
            if (xml.LocalName == "item")
                Item(xml);
            else if (xml.LocalName == "spine")
                _notes = xml.Attribute("toc");
            else if (xml.LocalName == "itemref" && xml.Attribute("idref") is { } idref)
                _spine.Add(idref);
        }
    }

    private void Named(string element, string value)
    {
        var name = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length > LongestName)
            name = name[..LongestName];
        if (name.Length == 0)
            return;
        switch (element)
        {
            case "title":
                Title ??= name;
                break;
            case "language":
                Language ??= name;
                break;
            case "identifier":
                Identifier ??= name;
                break;
            case "creator" when Authors.Count < 20:
                Authors.Add(name);
                break;
        }
    }

    private void Item(XmlReader xml)
    {
        var written = xml.Attribute("href");
        if (xml.Attribute("id") is not { } id)
            return;
        if (BookPaths.Resolve(Path, written) is not var (part, _))
        {
            Remote += written?.Contains("://", StringComparison.Ordinal) == true ? 1 : 0;
            return;
        }

        var item = new EpubPart(part, (xml.Attribute("media-type") ?? "").Trim().ToLowerInvariant(), (xml.Attribute("properties") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (_byId.TryAdd(id, item))
            _parts.Add(item);
    }

    private void Arrange(OfficeArchive archive)
    {
        Navigation = _parts.Find(part => part.Properties.Contains("nav") && archive.Has(part.Path));
        OldContents = (_notes is not null ? _byId.GetValueOrDefault(_notes) : null) ?? _parts.Find(part => part.MediaType == "application/x-dtbncx+xml");
        if (OldContents is not null && !archive.Has(OldContents.Path))
            OldContents = null;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in _spine)
        {
            // The contents have a page of their own.
            if (!_byId.TryGetValue(id, out var part) || !Array.Exists(s_chapters, type => type == part.MediaType) || part == Navigation || !seen.Add(part.Path))
                continue;
            if (!archive.Has(part.Path))
                throw new UnreadableFileException($"电子书不完整，缺少正文文件 {part.Path}；请用原来的软件重新导出后再上传");
            Chapters.Add(part);
            if (Chapters.Count > MostChapters)
                throw new UnreadableFileException($"电子书超过 {MostChapters} 章；请合并章节或者分册后重新导出");
        }

        if (Chapters.Count == 0)
            throw new UnreadableFileException("电子书里没有可以阅读的正文；请用制作电子书的软件检查后重新导出");
    }
}

/// <summary>书内文件.</summary>
/// <param name="Path">Its name in the archive.</param>
/// <param name="MediaType">What the package file says it is.</param>
/// <param name="Properties">`nav`, `scripted`, `cover-image` …</param>
internal sealed record EpubPart(string Path, string MediaType, string[] Properties);
