using System.Xml;
using Gongkai.Formats.Reading.Archives;

namespace Gongkai.Formats.Reading.Books;

/// <summary>数字版权锁: a book under DRM or encryption is no disclosure. Fonts that are only scrambled, as their licences ask for, do no harm.</summary>
internal static class EpubLock
{
    private static readonly string[] s_licences = ["META-INF/rights.xml", "META-INF/license.lcpl", "META-INF/sinf.xml"];
    private static readonly string[] s_scrambled = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

    /// <summary>Where it is said what is scrambled.</summary>
    public const string Part = "META-INF/encryption.xml";

    /// <exception cref="UnreadableFileException">More than fonts is locked.</exception>
    public static void Check(OfficeArchive archive, int deepest)
    {
        if (Array.Exists(s_licences, archive.Has) || (archive.Has(Part) && Locks(archive, deepest)))
            throw new UnreadableFileException("电子书设有加密或者数字版权保护（DRM），公众不能阅读；请上传没有加密的 EPUB");
    }

    private static bool Locks(OfficeArchive archive, int deepest)
    {
        try
        {
            using var xml = BookXml.Open(archive, Part);
            var (locked, known) = (0, 0);
            while (xml.Next(deepest))
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName is "EncryptedData" or "EncryptedKey")
                    locked++;
                else if (xml.LocalName == "EncryptionMethod" && Array.Exists(s_scrambled, way => way == xml.Attribute("Algorithm")))
                    known++;
                else if (xml.LocalName == "CipherReference" && !IsFont(xml.Attribute("URI")))
                    return true;
            }

            return locked != known;
        }
        catch (XmlException fault)
        {
            throw BookXml.Fault(Part, fault);
        }
    }

    private static bool IsFont(string? part) => Path.GetExtension(part ?? "").ToLowerInvariant() is ".ttf" or ".otf" or ".ttc" or ".woff" or ".woff2";
}
