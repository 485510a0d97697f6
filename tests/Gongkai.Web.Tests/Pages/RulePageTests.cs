using System.Net;
using Gongkai.AnnualReports.Checking;

namespace Gongkai.Web.Tests.Pages;

/// <summary>规则说明: every rule has its page on the site, with its test blocks drawn and none left as code.</summary>
public sealed class RulePageTests(Site site)
{
    [Fact]
    public async Task Is_there_for_every_rule()
    {
        using var visitor = site.Visitor();
        var list = await visitor.GetStringAsync(new Uri("/check/rules", UriKind.Relative), TestContext.Current.CancellationToken);

        foreach (var rule in Checker.Rules.Select(rule => rule.Descriptor))
        {
            var page = await visitor.GetStringAsync(new Uri($"/check/rules/{rule.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains($"/check/rules/{rule.Id}\"", list, StringComparison.Ordinal);
            Assert.Contains($"<h1>{rule.Title}</h1>", page, StringComparison.Ordinal);
            Assert.Contains("class=\"example", page, StringComparison.Ordinal);
            Assert.DoesNotContain("[|", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<pre>", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("R999")]
    [InlineData("r021")]
    [InlineData("..%2f..%2fappsettings")]
    public async Task Is_not_there_for_anything_else(string id)
    {
        using var visitor = site.Visitor();

        var answer = await visitor.GetAsync(new Uri($"/check/rules/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
