using System.Text;
using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.Html;

namespace Gongkai.Formats.Tests.Html;

public sealed class HtmlGuardTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "nesting", Repeat("<div>", 100_000) },
        { "nesting hidden by wrong end tags", Repeat("<div></b></i>", 100_000) },
        { "formatting never closed", Repeat("<b id=", 300, n => $"<b id=x{n}>") + Repeat("<p>a</p>", 100_000) },
        { "attributes", "<p " + Repeat("", 50_000, n => $"a{n}=1 ") + ">" },
        { "elements", Repeat("<br>", 100_000) },
        { "tables in tables, whose rows and cells count too", Repeat("<table><tr><td>", 200) },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Refuses_what_would_cost_a_parser_too_much(string why, string html)
    {
        var refused = Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(Encoding.UTF8.GetBytes($"<html><body>{html}"), "a.html"));

        Assert.True(refused.Message.StartsWith("网页结构异常", StringComparison.Ordinal), why);
    }

    [Fact]
    public void Lets_old_pages_without_end_tags_pass() => HtmlGuard.Check("<table>" + Repeat("<tr><td><p>甲<p>乙", 5000) + "</table>" + Repeat("<li>丙", 5000), 512);

    [Fact]
    public void Is_not_misled_by_scripts_comments_and_quoted_signs() =>
        HtmlGuard.Check("<script>" + Repeat("<div>", 1000) + "</script><!--" + Repeat("<div>", 1000) + "--><p title='" + Repeat("<div>", 1000) + "'>", 512);

    private static string Repeat(string part, int count, Func<int, string>? of = null)
    {
        var text = new StringBuilder();
        for (var n = 0; n < count; n++)
            text.Append(of is null ? part : of(n));
        return text.ToString();
    }
}
