using Gongkai.Formats;
using Gongkai.Formats.Cleaning;
using Gongkai.Law.PersonalData;
using Gongkai.Reviews;

namespace Gongkai.Modules.Tests.Reviews;

/// <summary>自动检查: what each finds, and what it must leave alone. Numbers are made for these tests.</summary>
public sealed class PreCheckTests
{
    private static readonly string s_citizen = "0123456789X".Select(last => $"11010119900307001{last}").Single(CitizenNumber.IsValid);
    private static readonly string s_card = Enumerable.Range(0, 10).Select(last => $"622202000000000000{last}").Single(BankCard.HasCheckDigit);

    [Fact]
    public void Finds_citizen_numbers_however_they_are_set_and_shows_none_of_them()
    {
        foreach (var written in (string[])[s_citizen, $"{s_citizen[..6]} {s_citizen[6..10]} {s_citizen[10..14]} {s_citizen[14..]}", string.Concat(s_citizen.Select(digit => char.IsAsciiDigit(digit) ? (char)(digit + 0xFEE0) : digit))])
        {
            var found = Assert.Single(Of(new CitizenNumbers(), $"身份证号{written}，"));

            Assert.Equal((FindingSeverity.Serious, 4), (found.Severity, found.Offset));
            Assert.DoesNotContain(s_citizen[6..14], found.Words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("文件编号110101199003070010123")]
    [InlineData("项目代码2020-110101-19-03-070011")]
    public void Leaves_other_long_numbers_alone(string text) => Assert.Empty(Of(new CitizenNumbers(), text));

    [Theory]
    [InlineData("申请人手机13800000000", FindingSeverity.Serious)]
    [InlineData("王先生，138-0000-0000", FindingSeverity.Serious)]
    [InlineData("联系电话：13800000000", FindingSeverity.Warning)]
    [InlineData("咨询电话：+86 13800000000", FindingSeverity.Warning)]
    public void Weighs_a_mobile_number_by_whose_it_is(string text, FindingSeverity severity) => Assert.Equal(severity, Assert.Single(Of(new MobileNumbers(), text)).Severity);

    [Theory]
    [InlineData("户主宅电：0999-8888888", true)]
    [InlineData("办公电话：0999-8888888", false)]
    [InlineData("传真：（0999）8888888", false)]
    public void Finds_a_land_line_only_where_it_is_a_persons(string text, bool finds) => Assert.Equal(finds, Of(new LandLines(), text).Any());

    [Fact]
    public void Finds_bank_cards_by_their_check_digit()
    {
        Assert.Single(Of(new BankCards(), $"开户行某银行，账号{s_card}"));
        Assert.Single(Of(new BankCards(), $"卡号{s_card[..4]} {s_card[4..8]} {s_card[8..12]} {s_card[12..16]} {s_card[16..]}"));
        Assert.Empty(Of(new BankCards(), $"流水号{s_card[..^1]}{(s_card[^1] == '9' ? '0' : (char)(s_card[^1] + 1))}"));
    }

    [Theory]
    [InlineData("家住云泽市云阳区东风路12号", true)]
    [InlineData("云阳区阳光花园3号楼2单元501室", true)]
    [InlineData("云溪县石桥镇柳树村三组18号", true)]
    [InlineData("办公地址：云泽市人民路1号", false)]
    [InlineData("石桥镇柳树村开展科技下乡", false)]
    public void Finds_homes_and_not_offices(string text, bool finds) => Assert.Equal(finds, Of(new PersonalAddresses(), text).Any());

    [Theory]
    [InlineData("王小明，男，12岁，受资助", true)]
    [InlineData("育才小学三年级2班李小红，获奖", true)]
    [InlineData("王建国，男，52岁", false)]
    [InlineData("王某某，男，12岁", false)]
    [InlineData("面向6至12岁儿童", false)]
    public void Finds_children_who_can_be_told(string text, bool finds) => Assert.Equal(finds, Of(new Minors(), text).Any());

    [Theory]
    [InlineData("鲁H12345", true)]
    [InlineData("鲁H·D12345", true)]
    [InlineData("云A1234学", true)]
    [InlineData("型号鲁H-1", false)]
    public void Finds_number_plates(string text, bool finds) => Assert.Equal(finds, Of(new NumberPlates(), text).Any());

    [Theory]
    [InlineData("秘密★10年", true)]
    [InlineData("内部资料 注意保存", true)]
    [InlineData("不属于国家秘密", false)]
    [InlineData("保守商业秘密", false)]
    public void Finds_secret_marks_and_not_the_word(string text, bool finds) => Assert.Equal(finds, Of(new SecretMarks(), text).Any());

    [Fact]
    public void Names_what_is_missing()
    {
        var item = new InspectedItem("标题", "正文") { MissingParticulars = ["主题分类"], LacksInterpretation = true };

        Assert.Equal("请填写主题分类", Assert.Single(new MissingParticulars().Check(item)).Advice);
        Assert.Single(new MissingInterpretation().Check(item));
        Assert.Empty(new MissingInterpretation().Check(item with { LacksInterpretation = false }));
    }

    [Fact]
    public void Points_at_wrong_words_in_title_text_and_attachments()
    {
        var item = new InspectedItem("工作布署", "由农业局布署。") { WrongWords = CheckedWord.Standard, Files = [new InspectedFile("表.txt", [], "布署")] };

        Assert.Equal(
            [("标题", 2, "布署"), ("正文", 4, "布署"), ("正文", 1, "农业局"), ("表.txt", 0, "布署")],
            new WrongWords().Check(item).Select(found => (found.Where, found.Offset, found.Words)));
    }

    [Fact]
    public void Says_when_nobody_could_read_an_attachment() =>
        Assert.Single(new UnreadableAttachments().Check(new InspectedItem("标题", "正文") { Files = [new InspectedFile("扫描.pdf", [], null)] }));

    [Fact]
    public void Shows_where_words_lie_below_a_black_box_and_not_which()
    {
        var found = new CoveredPdfText(_ => [new CoveredWords(2, "王小明家住东风路", CoveredKind.Covered), new CoveredWords(3, "页边暗记", CoveredKind.SameColour)]).Check(WithPdf).ToList();

        Assert.Equal([(FindingSeverity.Serious, "第2页：王*******（8字）"), (FindingSeverity.Warning, "第3页：页***（4字）")], found.Select(finding => (finding.Severity, finding.Words)));
        Assert.All(found, finding => Assert.Equal("附件.pdf", finding.Where));
    }

    [Fact]
    public void Says_when_it_could_not_look_below_black_boxes()
    {
        var missing = Assert.Single(new CoveredPdfText(_ => throw new ProgramMissingException("mutool", "")).Check(WithPdf));
        var damaged = Assert.Single(new CoveredPdfText(_ => throw new UnreadableFileException("PDF 已损坏")).Check(WithPdf));

        Assert.Equal((FindingSeverity.Warning, "无法检查"), (missing.Severity, missing.Words));
        Assert.Contains("mutool", missing.Advice, StringComparison.Ordinal);
        Assert.Equal("PDF 已损坏", damaged.Advice);
    }

    [Fact]
    public void Says_what_an_attachment_still_tells_of_its_author_and_why()
    {
        Assert.Equal("属性未去除：作者、XMP", Assert.Single(new LeftProperties(_ => new LeftInPdf(["Author", "XMP"], IsSigned: true)).Check(WithPdf)).Words);
        Assert.Contains("签章", Assert.Single(new LeftProperties(_ => new LeftInPdf(["Author"], IsSigned: true)).Check(WithPdf)).Advice, StringComparison.Ordinal);
        Assert.Empty(new LeftProperties(_ => new LeftInPdf([], IsSigned: true)).Check(WithPdf));
        Assert.Contains("mutool", Assert.Single(new LeftProperties(_ => throw new ProgramMissingException("mutool", "")).Check(WithPdf)).Advice, StringComparison.Ordinal);
        Assert.Equal(FindingSeverity.Serious, Assert.Single(new LeftProperties(_ => throw new UnreadableFileException("PDF 已损坏")).Check(WithPdf)).Severity);
    }

    [Theory]
    [InlineData("会议.doc", true)]
    [InlineData("会议.wps", true)]
    [InlineData("会议.ofd", true)]
    [InlineData("会议.mp4", true)]
    [InlineData("会议.zip", true)]
    [InlineData("会议.docx", false)]
    [InlineData("会议.txt", false)]
    public void Says_which_kinds_keep_their_properties(string name, bool finds) =>
        Assert.Equal(finds, new KeptProperties().Check(new InspectedItem("标题", "正文") { Files = [new InspectedFile(name, [1, 2, 3], null)] }).Any());

    private static InspectedItem WithPdf => new("标题", "正文") { Files = [new InspectedFile("附件.pdf", [.. "%PDF-1.7"u8], "")] };

    private static IEnumerable<Finding> Of(IPreCheck check, string text) => check.Check(new InspectedItem("", text));
}
