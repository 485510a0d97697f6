using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>无障碍: axe finds nothing on any page, in any state, in any dress; nothing runs over the edge of a small phone.</summary>
[Collection(InTurn.Name)]
public sealed class AxeTests(BrowserSite browser)
{
    private static readonly string s_script = new BundledAxeScriptProvider().GetScript();

    private static readonly object s_options = new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    // The structure of a page does not depend on its colours, which are therefore all that is asked of it again in the dark.
    private static readonly object s_colours = new { type = "rule", values = (string[])["color-contrast", "link-in-text-block"] };

    public static TheoryData<string> AllStates => [.. States.All];

    [Theory]
    [MemberData(nameof(AllStates))]
    public async Task Finds_nothing(string state)
    {
        var page = await browser.Open("/healthz");
        await States.Enter(page, state);
        // The script goes into the page once and only there: a frame would be walked by nobody.
        Assert.Single(page.Frames);
        await page.EvaluateAsync(s_script);

        List<string> faults = [];
        foreach (var dress in (string[])["light", "dark", "accessible"])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dress == "dark" ? ColorScheme.Dark : ColorScheme.Light });
            await page.EvaluateAsync("mode => document.documentElement.dataset.mode = mode", dress == "accessible" ? "accessible" : "standard");
            foreach (var width in (int[])[390, 1440])
            {
                await page.SetViewportSizeAsync(width, 900);
                var found = await Run(page, dress == "light" || (dress, width) == ("accessible", 390) ? s_options : s_colours);
                Assert.NotEqual(0, found.Passes);
                faults.AddRange(found.Violations.Select(one => $"{dress} {width} {one}"));
            }

            await page.SetViewportSizeAsync(320, 900);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide and > 320)
                faults.Add($"{dress} 320: {wide} px wide");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }

    /// <summary>Only what is asked for comes back: of what passes the number, of what does not its first three places.</summary>
    private static Task<Found> Run(IPage page, object only) => page.EvaluateAsync<Found>(
        """
        async only => {
          const found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
          return {
            passes: found.passes.length,
            violations: found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html).join(" | ")}`),
          };
        }
        """,
        only);

    private sealed class Found
    {
        public int Passes { get; init; }
        public string[] Violations { get; init; } = [];
    }
}
