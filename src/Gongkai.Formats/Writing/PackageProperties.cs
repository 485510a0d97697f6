using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Gongkai.Formats.Writing;

/// <summary>文档属性: title, author and language of a Word or Excel file. No dates: the file is the same whenever it is written.</summary>
public static class PackageProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Add(CoreFilePropertiesPart part, string title, string? organ, string subject)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream);
        writer.WriteStartElement("cp", "coreProperties", Core);
        writer.WriteElementString("dc", "title", DublinCore, title);
        writer.WriteElementString("dc", "creator", DublinCore, organ ?? "");
        writer.WriteElementString("dc", "subject", DublinCore, subject);
        writer.WriteElementString("dc", "language", DublinCore, "zh-CN");
        writer.WriteEndElement();
    }
}
