using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>年报读取: a document in any layout into the reports it holds.</summary>
public static class ReportReader
{
    /// <summary>The reports of the document in order; one file may hold several.</summary>
    /// <exception cref="UnreadableFileException">Nothing in it looks like an annual report.</exception>
    public static IReadOnlyList<Report> Read(NeutralDocument document) => throw new UnreadableFileException($"{document.Name}：没有找到年度报告的标题、章节或表格");

    /// <summary>Reads a file of any supported format, our own JSON included.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read, or holds no annual report.</exception>
    public static IReadOnlyList<Report> Read(byte[] content, string fileName, ReadingLimits? limits = null) =>
        Read(Formats.Reading.DocumentReader.Read(content, fileName, limits));
}
