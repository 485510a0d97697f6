using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Publication;
using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Checking.Publication;

/// <summary>R087 on numbers: GB 11643 and Luhn; the numbers are the standard's examples or made here.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("440524188001010014", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", true)]
    [InlineData("110105194912310020", false)]
    [InlineData("440524188001010015", false)]
    [InlineData("110105194913310021", false)]
    [InlineData("110105194902300020", false)]
    [InlineData("110105190002290033", false)]
    [InlineData("1101051949123100", false)]
    [InlineData("11010519491231002", false)]
    [InlineData("11010519491231002X1", false)]
    [InlineData("1101051949123100AX", false)]
    [InlineData("990105194912310023", false)]
    public void A_citizens_number_is_told_by_place_date_and_check_character(string number, bool valid) =>
        Assert.Equal(valid, Found($"编号{number}。").Any(found => found.Message.Contains("公民身份号码", StringComparison.Ordinal)));

    [Theory]
    [InlineData("开户行账号4539578763621486。", true)]
    [InlineData("6212345678901234569", true)]
    [InlineData("6212345678901234560", false)]
    [InlineData("文件编号4539578763621486。", false)]
    public void A_bank_card_is_told_by_its_check_digit_and_its_prefix_or_the_words_before(string text, bool found) =>
        Assert.Equal(found, Found(text).Any(diagnostic => diagnostic.Message.Contains("银行卡号", StringComparison.Ordinal)));

    [Fact]
    public void What_is_found_is_never_repeated()
    {
        const string Secret = "11010519491231002X";

        var found = Assert.Single(Found($"身份证号{Secret}，已答复。"));

        Assert.DoesNotContain(Secret, found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0105", $"{found.Message}{found.Source}", StringComparison.Ordinal);
        Assert.Equal(7, found.Source!.Line);
    }

    [Theory]
    [InlineData("办公电话13800001234")]
    [InlineData("咨询热线：13800001234")]
    [InlineData("申请人满意先生们的服务")]
    [InlineData("申请人王某先生")]
    [InlineData("保守国家秘密，属于国家秘密的1件")]
    [InlineData("http://www.yunze.gov.cn/art/11010519491231002X.html")]
    public void What_is_lawful_is_left_alone(string text) => Assert.Empty(Found(text));

    private static List<Diagnostic> Found(string text) =>
        [.. new PersonalDataAndSecrets().Check(new Report(Form.F2021)
        {
            Narrative = new Narrative([new NarrativeSection("s1", null, [new NarrativeParagraph(text, new SourcePlace(Line: 7, Text: text))])]),
        })];
}
