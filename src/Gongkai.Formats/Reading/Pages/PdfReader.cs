using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>PDF: the words of its text layer with their places; pages without one are recognised from their picture.</summary>
internal static class PdfReader
{
    private const int LargestOutput = 24 << 20;
    private const int FewestCharacters = 4;

    /// <returns>The title from the document's properties, and whether any text was recognised.</returns>
    public static (string? Title, bool IsRecognised) Read(byte[] content, BlockBuilder blocks)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("document.pdf", content);
        var outcome = OutsideProgram.Run("pdftotext", ["-bbox", file, "-"], blocks.Limits, LargestOutput,
            "读取 PDF 需要 pdftotext 程序；请管理员安装 poppler-utils，或把文件另存为 Word 再读取");
        if (outcome.ExitCode != 0)
            throw Refusal(outcome.Complaint);
        var (title, pages) = WordBoxes.Parse(outcome.Output);
        if (pages.Count == 0)
            throw new UnreadableFileException("PDF 中没有页面；请确认文件是否完整，或重新导出");

        var empty = pages.FindAll(page => page.Characters < FewestCharacters);
        var isRecognised = empty.Count > 0 && Recognise(file, pages, empty, scratch, blocks);
        PageLines.Write(pages, blocks);
        return (IsGarbled(title) ? TitleOf(file, blocks.Limits) : title, isRecognised);
    }

    private static bool Recognise(string file, List<PageWords> pages, List<PageWords> empty, Scratch scratch, BlockBuilder blocks)
    {
        // A blank last page of a report with text needs no recognition programs.
        var isScan = empty.Count == pages.Count;
        try
        {
            var found = false;
            foreach (var page in empty.Take(blocks.Limits.RecognisedPages))
            {
                var words = Recognition.OfPage(file, page.Number, scratch, blocks.Limits);
                // A page with a word or two of its own keeps them unless the picture says more.
                if (words.Count <= page.Words.Count)
                    continue;
                found = true;
                pages[page.Number - 1] = page with { Words = words };
            }
            if (empty.Count > blocks.Limits.RecognisedPages)
                blocks.Note($"没有文字层的页面有 {empty.Count} 页，只识别了前 {blocks.Limits.RecognisedPages} 页");
            if (found)
                blocks.Note(Recognition.Remark);
            if (isScan && pages.TrueForAll(page => page.Characters == 0))
                throw new UnreadableFileException("PDF 是扫描件，图片中没有识别出文字；请提供可以复制文字的版本（由 Word 导出的 PDF 或 Word 原件）");
            return found;
        }
        catch (ProgramMissingException) when (!isScan)
        {
            blocks.Note($"第 {string.Join('、', empty.Select(page => page.Number))} 页没有文字层，未能读取其中的图片");
            return false;
        }
    }

    // pdftotext prints a title kept as UTF-16 byte by byte; pdfinfo decodes it.
    private static bool IsGarbled(string? title) => title is not null && (title.StartsWith("þÿ", StringComparison.Ordinal) || title.StartsWith("ÿþ", StringComparison.Ordinal));

    private static string? TitleOf(string file, ReadingLimits limits)
    {
        try
        {
            var properties = OutsideProgram.Run("pdfinfo", ["-enc", "UTF-8", file], limits, 1 << 20, "");
            var line = properties.Output.Split('\n').FirstOrDefault(line => line.StartsWith("Title:", StringComparison.Ordinal));
            return line?[6..].Trim() is { Length: > 0 } title ? title : null;
        }
        catch (ProgramMissingException)
        {
            return null;
        }
    }

    private static UnreadableFileException Refusal(string complaint) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? new("PDF 设有打开密码；请先去掉密码再读取")
        : new("PDF 已损坏或不完整；请确认下载是否中断，或重新导出后再读取");
}
