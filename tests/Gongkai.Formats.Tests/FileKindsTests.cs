using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Tests.Sheets;
using Gongkai.Formats.Tests.Word;

namespace Gongkai.Formats.Tests;

public sealed class FileKindsTests
{
    public static TheoryData<byte[], string, SourceFormat?> Files => new()
    {
        { WordFile.Make(WordFile.P("甲")), "a.txt", SourceFormat.Docx },
        { SheetFile.Make(("a", "visible", "")), "a.docx", SourceFormat.Xlsx },
        { "%PDF-1.7"u8.ToArray(), "a.html", SourceFormat.Pdf },
        { "{\\rtf1\\ansi}"u8.ToArray(), "a.doc", SourceFormat.Doc },
        { "<table><tr><td>1</table>"u8.ToArray(), "a.xls", SourceFormat.Html },
        { "<!DOCTYPE html><p>"u8.ToArray(), "a.txt", SourceFormat.Html },
        { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<html><body>甲")).ToArray(), "a.doc", SourceFormat.Html },
        { "# 甲\n<table></table>"u8.ToArray(), "a.md", SourceFormat.Markdown },
        { "<通知>甲"u8.ToArray(), "a.txt", SourceFormat.Text },
        { "{\"schema\":\"gongkai.report/1\"}"u8.ToArray(), "a", SourceFormat.Json },
        { "[\n {\"schema\":\"gongkai.report/1\"}]"u8.ToArray(), "a.json", SourceFormat.Json },
        { "[bookmark: _GoBack]一、总体情况"u8.ToArray(), "a.txt", SourceFormat.Text },
        { [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], "a.pdf", SourceFormat.Picture },
        { WordFile.Zip([("甲.pdf", [1, 2, 3])]), "a.zip", null },
        { Ole("EncryptedPackage"), "a.docx", null },
        { Ole("WordDocument"), "a.wps", SourceFormat.Doc },
        { Ole("Workbook"), "a.et", SourceFormat.Xlsx },
    };

    [Theory, MemberData(nameof(Files))]
    public void Content_decides_before_the_extension(byte[] content, string name, SourceFormat? format) => Assert.Equal(format, DocumentReader.FormatOf(content, name));

    [Fact]
    public void A_password_is_named_as_the_reason() =>
        Assert.Contains("密码", Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(Ole("EncryptedPackage"), "a.docx")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_archive_of_reports_is_to_be_unpacked_first() =>
        Assert.Contains("解压", Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(WordFile.Zip([("甲.pdf", [1])]), "a.zip")).Message, StringComparison.Ordinal);

    private static byte[] Ole(string stream) => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[1024], .. Encoding.Unicode.GetBytes(stream + "\0"), .. new byte[512]];
}
