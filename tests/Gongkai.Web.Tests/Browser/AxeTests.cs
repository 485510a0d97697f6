using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>无障碍: axe finds nothing on any page, in any state, in any dress; nothing runs over the edge of a small phone.</summary>
[Collection(InTurn.Name)]
public sealed class AxeTests(BrowserSite browser)
{
    private static readonly AxeRunOptions s_options = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    // The structure of a page does not depend on its colours, which are therefore all that is asked of it again in the dark.
    private static readonly AxeRunOptions s_colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    public static TheoryData<string> AllStates => [.. States.All];

    [Theory]
    [MemberData(nameof(AllStates))]
    public async Task Finds_nothing(string state)
    {
        var page = await browser.Open("/healthz");
        await States.Enter(page, state);

        List<string> faults = [];
        foreach (var dress in (string[])["light", "dark", "accessible"])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dress == "dark" ? ColorScheme.Dark : ColorScheme.Light });
            await page.EvaluateAsync("mode => document.documentElement.dataset.mode = mode", dress == "accessible" ? "accessible" : "standard");
            foreach (var width in (int[])[390, 1440])
            {
                await page.SetViewportSizeAsync(width, 900);
                var found = await page.RunAxe(dress == "light" || (dress, width) == ("accessible", 390) ? s_options : s_colours);
                Assert.NotEmpty(found.Passes);
                faults.AddRange(found.Violations.Select(one => $"{dress} {width} {one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}"));
            }

            await page.SetViewportSizeAsync(320, 900);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide and > 320)
                faults.Add($"{dress} 320: {wide} px wide");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await page.Context.CloseAsync();
    }
}
