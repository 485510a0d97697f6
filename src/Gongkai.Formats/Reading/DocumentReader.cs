using Gongkai.Formats.Reading.PlainText;

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
        var blocks = new BlockBuilder(limits);
        var isMarkdown = Path.GetExtension(name).ToUpperInvariant() is ".MD" or ".MARKDOWN";
        PlainTextReader.Read(content, blocks, isMarkdown);
        return new NeutralDocument(name, isMarkdown ? SourceFormat.Markdown : SourceFormat.Text, blocks.Blocks) { Notes = blocks.Notes };
    }
}
