using Gongkai.Formats.Reading.Word;

namespace Gongkai.Formats.Tests.Word;

public sealed class ListNumbersTests
{
    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"●\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

    [Fact]
    public void Headings_get_the_numbers_word_prints() =>
        Assert.Equal(["一、总体情况", "（一）主动公开", "（二）依申请公开", "1.受理", "二、主动公开", "（一）目录", "要点", "五、其他", "六、完"],
            WordFile.Read(P("总体情况", 1, 0) + P("主动公开", 1, 1) + P("依申请公开", 1, 1) + P("受理", 1, 2) + P("主动公开", 1, 0) + P("目录", 1, 1) + P("要点", 2, 0) + P("其他", 3, 0) + P("完", 3, 0), Numbering).Lines());

    [Fact]
    public void A_style_may_carry_the_number() =>
        Assert.Equal(["一、总体情况", "二、主动公开"], WordFile.Read(Styled("总体情况") + Styled("主动公开"), Numbering,
            "<w:style w:styleId=\"base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"h\"><w:basedOn w:val=\"base\"/></w:style>").Lines());

    [Fact]
    public void Styles_based_on_each_other_in_a_circle_end() =>
        Assert.Equal(["甲"], WordFile.Read(Styled("甲"), Numbering, "<w:style w:styleId=\"h\"><w:basedOn w:val=\"i\"/></w:style><w:style w:styleId=\"i\"><w:basedOn w:val=\"h\"/></w:style>").Lines());

    [Theory]
    [InlineData("chineseCounting", 10, "十"), InlineData("chineseCounting", 21, "二十一"), InlineData("chineseCountingThousand", 105, "一百零五"), InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("ideographTraditional", 3, "丙"), InlineData("decimalFullWidth", 12, "１２"), InlineData("decimalEnclosedCircle", 4, "④"), InlineData("upperLetter", 28, "BB"), InlineData("lowerRoman", 14, "xiv")]
    [InlineData("chineseLegalSimplified", 13, "拾叁"), InlineData("ideographDigital", 20, "二〇"), InlineData("decimalZero", 7, "07"), InlineData("unknown", 5, "5")]
    public void Formats_print_as_word_prints_them(string format, int number, string printed) => Assert.Equal(printed, NumberFormats.Print(format, number));

    private static string P(string text, int list, int level) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Styled(string text) => $"<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
}
