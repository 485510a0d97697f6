using System.Xml;
using Gongkai.Formats.Reading.Books;
using Gongkai.Formats.Reading.Conversion;
using Gongkai.Formats.Reading.Html;
using Gongkai.Formats.Reading.Pages;
using Gongkai.Formats.Reading.PlainText;
using Gongkai.Formats.Reading.Sheets;
using Gongkai.Formats.Reading.Sniffing;
using Gongkai.Formats.Reading.Word;

namespace Gongkai.Formats.Reading;

/// <summary>文档读取: any supported file into a <see cref="NeutralDocument"/>; the format is told by content first, by extension second.</summary>
public static class DocumentReader
{
    /// <exception cref="UnreadableFileException">The file is empty, too large, encrypted, damaged or of an unknown format.</exception>
    /// <exception cref="ProgramMissingException">The format needs a program that is not installed.</exception>
    public static NeutralDocument Read(byte[] content, string fileName, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        limits ??= ReadingLimits.Default;
        if (content.Length == 0)
            throw new UnreadableFileException("文件是空的；请确认上传或复制是否完整");
        if (content.LongLength > limits.FileBytes)
            throw new UnreadableFileException($"文件超过 {limits.FileBytes >> 20} MB；请确认是否为年度报告，必要时压缩图片或拆分后再读取");

        var name = Path.GetFileName(fileName);
        var kind = FileKinds.Of(content, name);
        var blocks = new BlockBuilder(limits);
        try
        {
            var (title, isRecognised) = Read(content, kind, blocks);
            return new NeutralDocument(name, FormatOf(kind), blocks.Blocks) { Title = title, Notes = blocks.Notes, IsRecognised = isRecognised };
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            throw new UnreadableFileException("文件已损坏或不完整；请确认下载是否中断，或用原来的软件打开后另存再读取", damage);
        }
    }

    /// <summary>What the content is; null when it is nothing that can be read.</summary>
    public static SourceFormat? FormatOf(ReadOnlySpan<byte> content, string fileName)
    {
        var kind = FileKinds.Of(content, fileName);
        return kind is FileKind.Encrypted or FileKind.OtherArchive or FileKind.OtherOle ? null : FormatOf(kind);
    }

    private static (string? Title, bool IsRecognised) Read(byte[] content, FileKind kind, BlockBuilder blocks)
    {
        switch (kind)
        {
            case FileKind.Text or FileKind.Json:
                PlainTextReader.Read(content, blocks);
                return default;
            case FileKind.Markdown:
                PlainTextReader.ReadMarkdown(content, blocks);
                return default;
            case FileKind.Html:
                return (HtmlReader.Read(content, blocks), false);
            case FileKind.Docx:
                return (DocxReader.Read(content, blocks), false);
            case FileKind.Pdf:
                return PdfReader.Read(content, blocks);
            case FileKind.Picture:
                PictureReader.Read(content, blocks);
                return (null, true);
            case FileKind.WordXml:
                WordXmlReader.Read(content, blocks);
                return default;
            case FileKind.WebArchive:
                return (WebArchiveReader.Read(content, blocks), false);
            case FileKind.Xlsx:
                XlsxReader.Read(content, blocks);
                return default;
            case FileKind.OldSheet:
                OldSheetReader.Read(content, blocks);
                return default;
            case FileKind.OldWord:
                return (LegacyWordReader.Read(content, "doc", blocks), false);
            case FileKind.RichText:
                return (LegacyWordReader.Read(content, "rtf", blocks), false);
            case FileKind.OpenDocument:
                return (LegacyWordReader.Read(content, "odt", blocks), false);
            case FileKind.Epub:
                return (EpubReader.Read(content, blocks), false);
            case FileKind.OtherArchive:
                throw new UnreadableFileException("这是压缩包或不认识的压缩文档；请解压后逐个读取其中的报告");
            case FileKind.Encrypted:
                throw new UnreadableFileException("文件设有打开密码；请先去掉密码再读取");
            default:
                throw new UnreadableFileException("不认识的文件格式；请用 Word、PDF、网页、表格或纯文本格式重新导出后再读取");
        }
    }

    private static SourceFormat FormatOf(FileKind kind) => kind switch
    {
        FileKind.Markdown => SourceFormat.Markdown,
        FileKind.Html or FileKind.WebArchive => SourceFormat.Html,
        FileKind.Docx or FileKind.WordXml => SourceFormat.Docx,
        FileKind.OldWord or FileKind.RichText or FileKind.OpenDocument => SourceFormat.Doc,
        FileKind.Xlsx or FileKind.OldSheet => SourceFormat.Xlsx,
        FileKind.Pdf => SourceFormat.Pdf,
        FileKind.Picture => SourceFormat.Picture,
        FileKind.Json => SourceFormat.Json,
        FileKind.Epub => SourceFormat.Epub,
        _ => SourceFormat.Text,
    };
}
