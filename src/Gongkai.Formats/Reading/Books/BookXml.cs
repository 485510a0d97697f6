using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using Gongkai.Formats.Reading.Archives;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Reading.Books;

/// <summary>书内 XML: parts of an e-book read with care. Chapters and contents carry document types, which are passed over; the names of signs in them (&amp;nbsp;) become the signs, and no other entity is known.</summary>
internal static partial class BookXml
{
    private const int LargestText = 8 << 20;

    /// <exception cref="UnreadableFileException">There is no such part, or it is longer than anybody writes.</exception>
    public static XmlReader Open(OfficeArchive archive, string part)
    {
        using var stream = archive.Open(part) ?? throw new UnreadableFileException($"电子书不完整，缺少文件 {part}；请用原来的软件重新导出后再上传");
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > LargestText)
                throw new UnreadableFileException($"电子书的文件 {part} 超过 {LargestText >> 20} MB；请拆分章节后重新导出");
        }

        var text = TextDecoding.Decode(content.GetBuffer().AsSpan(0, (int)content.Length), ReadingLimits.Default).TrimStart();
        return XmlReader.Create(new StringReader(Named.Replace(text, Sign)), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        });
    }

    /// <summary>What a fault in a part is called.</summary>
    public static UnreadableFileException Fault(string part, XmlException fault) =>
        new($"电子书的文件 {part} 第 {fault.LineNumber} 行有错误，无法读取；请用原来的软件检查（例如用 EPUBCheck）后重新导出", fault);

    private static string Sign(Match name) => name.Groups["name"].Value is "amp" or "lt" or "gt" or "quot" or "apos" ? name.Value
        : WebUtility.HtmlDecode(name.Value) is var sign && sign != name.Value ? sign
        : name.Value;

    [GeneratedRegex("&(?<name>[A-Za-z][A-Za-z0-9]{1,30});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named { get; }
}
