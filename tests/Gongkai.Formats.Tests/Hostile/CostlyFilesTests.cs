using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Tests.Sheets;
using Gongkai.Formats.Tests.Word;

namespace Gongkai.Formats.Tests.Hostile;

/// <summary>Small files that would cost much: each was once slow or hungry; they are refused, or read without the trap.</summary>
public sealed class CostlyFilesTests
{
    public static TheoryData<string, byte[]> Refused => new()
    {
        { "a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("政\n", 500_000))) },
        { "a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\t0\n", 500_000))) },
        { "a.txt", new byte[9 << 20] },
        { "a.docx", WordFile.Make(string.Concat(Enumerable.Repeat("<w:p/>", 450_000))) },
        { "a.docx", WordFile.Make($"<w:p w:a=\"{new string('a', 33 << 20)}\"/>") },
        { "a.docx", WordFile.Zip(Enumerable.Range(0, 5000).Select(n => ($"word/{n}", Array.Empty<byte>()))) },
        { "a.xlsx", SheetFile.Make(("a", "visible", $"<sheetData>{string.Concat(Enumerable.Repeat("<row>" + string.Concat(Enumerable.Repeat("<c/>", 100)) + "</row>", 2100))}</sheetData>")) },
        { "a.xlsx", SheetFile.Make(("a", "visible", $"<sheetData>{string.Concat(Enumerable.Repeat("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 100)) + "</row>", 900))}</sheetData>"
            + $"<mergeCells>{string.Concat(Enumerable.Range(1, 800).Select(n => $"<mergeCell ref=\"A{n}:XFD1048576\"/>"))}</mergeCells>")) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Are_refused_with_advice(string name, byte[] content) =>
        Assert.Contains('请', Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(content, name)).Message);

    [Theory]
    [InlineData('|', "a.txt"), InlineData('\t', "a.txt"), InlineData('[', "a.md"), InlineData('*', "a.md"), InlineData('-', "a.txt")]
    public void A_line_of_signs_is_no_table(char sign, string name) =>
        Assert.Empty(DocumentReader.Read(Encoding.ASCII.GetBytes("x" + new string(sign, 2_000_000)), name).Tables());

    [Fact]
    public void A_list_number_of_absurd_length_is_left_out() =>
        Assert.Equal(["甲"], WordFile.Read("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>",
            $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"{string.Concat(Enumerable.Repeat("%1", 10_000))}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>").Lines());
}
