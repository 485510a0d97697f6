using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Tests.PlainText;

public sealed class TextDecodingTests
{
    private const string Sample = "云泽市科学技术局2022年政府信息公开工作年度报告\n一、总体情况\n全年受理申请 12 件。\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sample) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample)] },
        { "UTF-16LE with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sample)] },
        { "UTF-16LE", Encoding.Unicode.GetBytes(Sample) },
        { "UTF-16BE with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        { "UTF-16BE", Encoding.BigEndianUnicode.GetBytes(Sample) },
        { "GB18030", TextDecoding.Gb18030.GetBytes(Sample) },
        { "UTF-8 cut off inside a character", Encoding.UTF8.GetBytes(Sample + "㐀")[..^1] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_told(string encoding, byte[] content)
    {
        var lines = DocumentReader.Read(content, "report.txt").Lines().ToArray();

        Assert.True(lines.Take(3).SequenceEqual(["云泽市科学技术局2022年政府信息公开工作年度报告", "一、总体情况", "全年受理申请 12 件。"]), encoding);
    }

    [Fact]
    public void A_rare_character_of_gb18030_survives() =>
        Assert.Equal(["𠮷㐀镕"], DocumentReader.Read(TextDecoding.Gb18030.GetBytes("𠮷㐀镕\n"), "a.txt").Lines());

    [Fact]
    public void Characters_nobody_sees_do_not_part_words() => Assert.Equal(["一、总体情况"], Documents.Read("一\u200b、总\ufeff体\0情况").Lines());

    [Fact]
    public void Random_bytes_are_no_text()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);

        Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(noise, "report.txt"));
    }

    [Fact]
    public void An_empty_file_is_refused_with_advice() =>
        Assert.Contains("空", Assert.Throws<UnreadableFileException>(() => DocumentReader.Read([], "report.txt")).Message, StringComparison.Ordinal);
}
