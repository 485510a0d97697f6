using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>专题飘窗: beside the text where there is room, moved and closed by whoever does not want it; else a notice in the page.</summary>
[Collection(InTurn.Name)]
public sealed class AnnouncementTests(BrowserSite browser)
{
    /// <summary>Lines of text of the main content, outside the panel, that lie under it, as far as the panel hangs over them now.</summary>
    private const string Covered =
        """
        () => {
          const main = document.getElementById("main");
          const panel = document.querySelector(".announcement");
          const box = panel.getBoundingClientRect();
          const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          const covered = [];
          let lines = 0;
          while (texts.nextNode()) {
            const text = texts.currentNode;
            if (panel.contains(text) || text.data.trim() === "" || text.parentElement.closest(".vh, script, style")) {
              continue;
            }
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const line of range.getClientRects()) {
              lines++;
              if (line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top) {
                covered.push(text.data.trim());
              }
            }
          }
          return { lines, covered };
        }
        """;

    [Theory]
    [InlineData("/", "惠企政策")]
    [InlineData("/kjj", "科技创新政策汇编")]
    public async Task It_floats_beside_the_text_and_covers_none_of_it_however_far_one_scrolls(string home, string title)
    {
        var page = await browser.Open(home);
        var panel = page.Locator(".announcement");

        await Assertions.Expect(panel).ToBeVisibleAsync();
        Assert.Equal("fixed", await Position(page));
        Assert.Equal(title, await panel.GetByRole(AriaRole.Link).InnerTextAsync());
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        for (var top = 0; top < height; top += 100)
        {
            await page.EvaluateAsync("top => scrollTo({ top, behavior: 'instant' })", top);
            var seen = await page.EvaluateAsync<Seen>(Covered);
            Assert.True(seen.Lines > 20, $"only {seen.Lines} lines of text");
            Assert.True(seen.Covered.Length == 0, $"at {top}: {string.Join(" | ", seen.Covered)}");
        }
    }

    [Theory]
    [InlineData("pointer")]
    [InlineData("Enter")]
    [InlineData("Escape")]
    public async Task It_is_closed_by_pointer_or_key_and_stays_closed(string by)
    {
        var page = await browser.Open("/");
        var close = page.Locator(".announcement-close");

        if (by == "pointer")
        {
            await close.ClickAsync();
        }
        else
        {
            await Reach(page, by == "Enter" ? ".announcement-close" : ".announcement a");
            await page.Keyboard.PressAsync(by);
        }

        await Assertions.Expect(page.Locator(".announcement")).ToBeHiddenAsync();
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.GotoAsync("/search");
        await page.GotoAsync("/");
        Assert.Equal(1, await page.Locator(".announcement").CountAsync());
        await Assertions.Expect(page.Locator(".announcement")).ToBeHiddenAsync();
        // Another topic on another page is another matter.
        await page.GotoAsync("/kjj");
        await Assertions.Expect(page.Locator(".announcement")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_moves_by_arrows_and_stays_in_the_window()
    {
        var page = await browser.Open("/");
        await Reach(page, ".announcement-handle");
        var before = await Box(page);

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var moved = await Box(page);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowUp");
        var back = await Box(page);
        for (var i = 0; i < 60; i++)
            await page.Keyboard.PressAsync("ArrowLeft");
        for (var i = 0; i < 60; i++)
            await page.Keyboard.PressAsync("ArrowUp");
        var corner = await Box(page);

        Assert.Equal((before.X - 24, before.Y + 48), (moved.X, moved.Y));
        Assert.Equal((before.X, before.Y + 24), (back.X, back.Y));
        Assert.Equal((8f, 8f), (corner.X, corner.Y));
        Assert.Equal(0, await page.EvaluateAsync<int>("scrollY"));
    }

    [Fact]
    public async Task It_moves_with_the_pointer_and_who_cannot_drag_presses()
    {
        var page = await browser.Open("/");
        var before = await Box(page);
        var handle = (await page.Locator(".announcement-handle").BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(handle.X + 10, handle.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(handle.X - 190, handle.Y + 110, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        var dragged = await Box(page);
        await page.Locator(".announcement-handle").ClickAsync();
        var pressed = await Box(page);

        Assert.Equal((before.X - 200, before.Y + 100), (dragged.X, dragged.Y));
        Assert.Equal(900 - 8, pressed.Y + pressed.Height, 1f);
        Assert.True(pressed.X > dragged.X, $"{dragged.X} to {pressed.X}");
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1440, false)]
    public async Task On_a_phone_and_without_scripts_it_is_a_notice_in_the_page(int width, bool scripts)
    {
        var page = await browser.Open("/", width: width, scripts: scripts);

        await Assertions.Expect(page.Locator(".announcement")).ToBeVisibleAsync();
        var (panel, before, after) = (await Box(page), (await page.Locator("form.find-here").BoundingBoxAsync())!, (await page.Locator(".columns-two").BoundingBoxAsync())!);
        Assert.True(panel.Y >= before.Y + before.Height && panel.Y + panel.Height <= after.Y, "stands between what is before and after it");
        Assert.InRange(panel.X, 0, width - panel.Width);
        Assert.Equal(scripts, await page.Locator(".announcement-close").IsVisibleAsync());
        await Assertions.Expect(page.Locator(".announcement-handle >> visible=true")).ToHaveCountAsync(0);
    }

    /// <summary>By the tab key alone, as somebody without a pointer does.</summary>
    private static async Task Reach(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"the tab key does not reach {selector}");
    }

    private static Task<string> Position(IPage page) => page.Locator(".announcement").EvaluateAsync<string>("panel => getComputedStyle(panel).position");

    private static async Task<LocatorBoundingBoxResult> Box(IPage page) => (await page.Locator(".announcement").BoundingBoxAsync())!;

    private sealed class Seen
    {
        public int Lines { get; init; }
        public string[] Covered { get; init; } = [];
    }
}
