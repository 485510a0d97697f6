using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>走查: a clerk's way through the result, by mouse and by keyboard.</summary>
[Collection(InTurn.Name)]
public sealed class WalkTests(BrowserSite browser)
{
    private const string Faulty = "r1-t3.carried_out.natural_person";

    [Fact]
    public async Task A_click_on_a_finding_goes_to_its_cell()
    {
        var page = await Result();

        await page.Locator(".finding .message").First.ClickAsync();

        Assert.Equal(Faulty, await FocusedId(page));
        await Assertions.Expect(page.Locator("#cell-note")).ToContainTextAsync("新收与上年结转共 5 件");
        await Assertions.Expect(page.Locator($"[id='{Faulty}']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_click_on_the_marked_figure_goes_to_its_finding()
    {
        var page = await Result();

        await page.Locator($"[id='{Faulty}'] a").ClickAsync();

        Assert.Equal("r1-f1", await FocusedId(page));
    }

    [Fact]
    public async Task Keys_walk_from_finding_to_finding_to_cell_and_back()
    {
        var page = await Result();
        var count = await page.Locator(".finding").CountAsync();

        await page.Keyboard.PressAsync("j");
        Assert.Equal("r1-f1", await FocusedId(page));
        for (var i = 0; i < count + 1; i++)
            await page.Keyboard.PressAsync("j");
        Assert.Equal($"r1-f{count}", await FocusedId(page));
        for (var i = 0; i < count; i++)
            await page.Keyboard.PressAsync("k");
        Assert.Equal("r1-f1", await FocusedId(page));

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(Faulty, await FocusedId(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("r1-f1", await FocusedId(page));
    }

    [Fact]
    public async Task Arrows_move_through_the_table_and_stop_at_its_edge()
    {
        var page = await Result();
        await page.Locator($"[id='{Faulty}']").FocusAsync();

        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("r1-t3.handled_total.natural_person", await FocusedId(page));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("r1-t3.handled_total.commercial_enterprise", await FocusedId(page));
        await page.Keyboard.PressAsync("End");
        Assert.Equal("r1-t3.handled_total.total", await FocusedId(page));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("r1-t3.carried_out.total", await FocusedId(page));
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(Faulty, await FocusedId(page));
    }

    [Fact]
    public async Task The_question_mark_explains_the_keys_and_they_can_be_switched_off()
    {
        var page = await Result();
        await page.WaitForFunctionAsync("!document.getElementById('use-keys').closest('label').hidden");

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Locator("#use-keys").UncheckAsync();
        await page.Locator("#keys button").ClickAsync();
        await page.Keyboard.PressAsync("j");

        Assert.NotEqual("r1-f1", await FocusedId(page));
    }

    [Fact]
    public async Task A_filter_hides_a_kind_of_finding_even_without_scripts()
    {
        var page = await browser.Open("/check", scripts: false);
        await States.Upload(page, ("2022.txt", SampleReports.Text(cells: [("t3.received_new.natural_person", "5"), ("t2.art20_6.admin_penalty.decisions", "无")])));
        Assert.SkipUnless(await page.Locator(".filter input").CountAsync() > 1, "only one kind of finding");

        await page.Locator(".show-error").UncheckAsync();

        Assert.Equal(0, await page.Locator(".finding.error >> visible=true").CountAsync());
        Assert.NotEqual(0, await page.Locator(".finding >> visible=true").CountAsync());
    }

    [Fact]
    public async Task A_download_is_saved_and_the_result_stays()
    {
        var page = await Result();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("button[value=sarif]").ClickAsync());

        Assert.Equal("云泽市科学技术局2022年政府信息公开工作年度报告.sarif", download.SuggestedFilename);
        await Assertions.Expect(page.Locator("#result")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_download_without_scripts_is_saved_too()
    {
        var page = await browser.Open("/check", scripts: false);
        await States.Upload(page, ("2022.txt", SampleReports.WithOneFault()));

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("button[value=json]").First.ClickAsync());

        Assert.EndsWith(".json", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_sorts_by_any_column()
    {
        var page = await browser.Open("/check");
        await States.Upload(page, ("b.txt", SampleReports.WithOneFault(2023)), ("a.txt", SampleReports.Text(organ: "云泽市云溪县商务局")));

        await page.Locator(".overview th button", new PageLocatorOptions { HasText = "文件" }).ClickAsync();

        Assert.StartsWith("a.txt", await page.Locator(".overview tbody tr:first-child td").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("ascending", await page.Locator(".overview th").Nth(1).GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Files_dropped_on_the_page_are_listed()
    {
        var page = await browser.Open("/check");

        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(["x"], "拖来的.txt"));
              document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(page.Locator(".chosen li")).ToContainTextAsync("拖来的.txt");
    }

    [Fact]
    public async Task A_display_choice_takes_effect_at_once_and_lasts()
    {
        var page = await browser.Open("/check");
        await page.Locator(".display summary").ClickAsync();

        await page.RunAndWaitForResponseAsync(() => page.Locator("input[value=accessible]").CheckAsync(), answer => answer.Url.EndsWith("/display", StringComparison.Ordinal));
        Assert.Equal("accessible", await page.Locator("html").GetAttributeAsync("data-mode"));
        await page.ReloadAsync();

        Assert.Equal("accessible", await page.Locator("html").GetAttributeAsync("data-mode"));
    }

    [Fact]
    public async Task Nothing_is_refused_by_the_content_policy()
    {
        List<string> complaints = [];
        var page = await browser.Open("/check");
        page.Console += (_, message) =>
        {
            // Asked for by the browser on its own where an answer is no page; it may say so late.
            if (!message.Location.Contains("/favicon.ico", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        foreach (var state in (string[])["home", "check", "result-cell", "rules", "rule"])
            await States.Enter(page, state);

        Assert.Empty(complaints);
    }

    private async Task<IPage> Result()
    {
        var page = await browser.Open("/check");
        await States.Upload(page, ("2022.txt", SampleReports.WithOneFault()));
        return page;
    }

    private static Task<string> FocusedId(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");
}
