using System.Net;

namespace Gongkai.Web.Tests.Pages;

/// <summary>出错页: says what happened and what to do, and never shows its own insides.</summary>
public sealed class ErrorPageTests(Site site)
{
    [Fact]
    public async Task Says_in_words_that_a_page_is_not_there()
    {
        using var visitor = site.Visitor();

        var answer = await visitor.GetAsync(new Uri("/nothing-here", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这一页", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_be_asked_for_by_its_address()
    {
        using var visitor = site.Visitor();

        var answer = await visitor.GetAsync(new Uri("/error/500", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Says_that_a_download_has_lapsed()
    {
        using var visitor = site.Visitor();
        using var form = new FormUrlEncodedContent([new("carried", "not-ours"), new("to", "json")]);

        var answer = await visitor.PostAsync(new Uri("/check/download", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("请重新提交文件", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_to_wait_when_one_address_asks_too_often()
    {
        using var strict = Site.With(("Gongkai:Site:ChecksPerMinute", "2"));
        using var visitor = strict.Visitor();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await Site.Check(visitor, Site.FormWith("a.txt", SampleReports.Text()))).Answer.StatusCode);

        var (answer, page) = await Site.Check(visitor, Site.FormWith("a.txt", SampleReports.Text()));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("请求过于频繁", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/check", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }
}
