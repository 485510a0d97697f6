using System.Net;

namespace Gongkai.Web.Tests.Pages;

/// <summary>显示方式: is chosen by a plain form, remembered in a cookie and drawn by the server.</summary>
public sealed class DisplayTests(Site site) : IDisposable
{
    private readonly HttpClient _visitor = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task Is_remembered_without_scripts()
    {
        var answer = await Choose("accessible", "dark", "/check");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/check", answer.Headers.Location!.ToString());
        Assert.Contains("data-theme=\"dark\" data-mode=\"accessible\"", await Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_no_words_but_its_own()
    {
        await Choose("\"><script>", "pink", "/check");

        Assert.Contains("data-theme=\"auto\" data-mode=\"standard\"", await Page(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com")]
    [InlineData("/\\example.com")]
    [InlineData("")]
    public async Task Never_leads_elsewhere(string back)
    {
        var answer = await Choose("standard", "auto", back);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    private async Task<HttpResponseMessage> Choose(string mode, string theme, string back)
    {
        using var form = new FormUrlEncodedContent([new("mode", mode), new("theme", theme), new("return", back)]);
        return await _visitor.PostAsync(new Uri("/display", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private Task<string> Page() => _visitor.GetStringAsync(new Uri("/check", UriKind.Relative), TestContext.Current.CancellationToken);
}
