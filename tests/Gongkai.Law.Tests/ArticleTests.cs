namespace Gongkai.Law.Tests;

/// <summary>条款.</summary>
public sealed class ArticleTests
{
    [Theory]
    [InlineData(1, "第一条")]
    [InlineData(10, "第十条")]
    [InlineData(14, "第十四条")]
    [InlineData(20, "第二十条")]
    [InlineData(56, "第五十六条")]
    [InlineData(100, "第一百条")]
    [InlineData(105, "第一百零五条")]
    [InlineData(110, "第一百一十条")]
    public void Is_written_in_Chinese_numerals(int number, string written) => Assert.Equal(written, new Article(number).Place);

    [Fact]
    public void Names_its_law_paragraph_and_item()
    {
        Assert.Equal("《政府信息公开条例》第十七条第二款", $"{new Article(17, 2)}");
        Assert.Equal("第二十条第（一）项", new Article(20, null, 1).Place);
        Assert.Equal("《行政处罚法》第四十八条", $"{new Article(48) { Of = "《行政处罚法》" }}");
    }

    [Fact]
    public void A_refusal_says_by_which_article() =>
        Assert.Equal("没有完成审查，不得公开（《政府信息公开条例》第十七条）", new NotLawfulException("没有完成审查，不得公开", new Article(17)).Message);

    [Fact]
    public void Exemptions_are_the_seven_of_the_report_and_three_of_them_absolute()
    {
        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"EX{number}"), Exemption.All.Select(ground => ground.Code));
        Assert.Equal(3, Exemption.All.Count(ground => ground.IsAbsolute));
        Assert.Null(Exemption.Find("EX8"));
    }
}
