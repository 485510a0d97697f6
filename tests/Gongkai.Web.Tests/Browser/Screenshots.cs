using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>截图: every state in every dress, for a person to look at; taken when GONGKAI_SCREENSHOTS names a folder.</summary>
[Collection(InTurn.Name)]
public sealed class Screenshots(BrowserSite browser)
{
    public static TheoryData<string> AllStates => [.. States.All];

    [Theory]
    [MemberData(nameof(AllStates))]
    public async Task Show(string state)
    {
        var folder = Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS");
        Assert.SkipUnless(folder is not null, "GONGKAI_SCREENSHOTS names no folder");
        Directory.CreateDirectory(folder);

        foreach (var width in (int[])[390, 768, 1440])
        {
            foreach (var dress in (string[])["light", "dark", "accessible", "print"])
            {
                if (Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS_ONLY") is { } only && !only.Split(',').Contains($"{dress}-{width}"))
                    continue;
                var page = await browser.Open("/healthz", width, theme: dress == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                    cookies: dress == "accessible" ? [("gongkai-mode", "accessible")] : []);
                await States.Enter(page, state);
                if (dress == "print")
                    await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
                var path = Path.Combine(folder, $"{state}-{dress}-{width}.png");
                var bytes = await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
                Assert.NotEmpty(bytes);
                await page.Context.CloseAsync();
            }
        }
    }

    /// <summary>The picture of the README: docs/images/check.png is taken by this.</summary>
    [Fact]
    public async Task Show_the_clinic_for_the_readme()
    {
        var folder = Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS");
        Assert.SkipUnless(folder is not null, "GONGKAI_SCREENSHOTS names no folder");
        Directory.CreateDirectory(folder);
        var page = await browser.Open($"/check/sample/{Uri.EscapeDataString("云泽市云溪县水务局2023年报告（有错）.txt")}", width: 1440, height: 960);

        var cell = page.Locator("#r1-t3\\.received_new\\.total");
        await cell.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("scrollBy(0, document.getElementById('r1-t3.received_new.total').getBoundingClientRect().top - 260)");
        await cell.FocusAsync();
        var bytes = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "check.png") });

        Assert.NotEmpty(bytes);
        await page.Context.CloseAsync();
    }
}
