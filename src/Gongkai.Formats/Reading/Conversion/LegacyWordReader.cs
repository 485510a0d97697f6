using System.Text;
using Gongkai.Formats.Reading.PlainText;
using Gongkai.Formats.Reading.Programs;
using Gongkai.Formats.Reading.Word;

namespace Gongkai.Formats.Reading.Conversion;

/// <summary>旧版 Word: doc, rtf, wps and odt by way of LibreOffice, which keeps merged cells as they are; a doc alone also by antiword, which keeps rows only.</summary>
internal static class LegacyWordReader
{
    private const int LargestOutput = 8 << 20;
    private const string Missing = "读取这种格式需要 LibreOffice；请管理员安装 libreoffice-writer，或用 Word、WPS 打开后另存为 docx 再读取";

    public static string? Read(byte[] content, string extension, BlockBuilder blocks)
    {
        try
        {
            return DocxReader.Read(LibreOffice.Convert(content, extension, "docx:MS Word 2007 XML", blocks.Limits, Missing), blocks);
        }
        catch (ProgramMissingException) when (extension == "doc")
        {
            ReadByAntiword(content, blocks);
            return null;
        }
    }

    private static void ReadByAntiword(byte[] content, BlockBuilder blocks)
    {
        using var scratch = new Scratch();
        var outcome = OutsideProgram.Run("antiword", ["-m", "UTF-8.txt", "-w", "0", scratch.Write("document.doc", content)], blocks.Limits, LargestOutput, Missing);
        if (outcome.ExitCode != 0)
            throw new UnreadableFileException("Word 文档已损坏或版本太旧；请用 Word 或 WPS 打开后另存为 docx 再读取");
        blocks.Note("旧版 Word 文档按文字读取，合并单元格的范围没有保留");
        PlainTextReader.Read(Encoding.UTF8.GetBytes(outcome.Output), blocks);
    }
}
