using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>检索联想: below the search box, by pointer and by keyboard as a combobox is worked; never more than everybody may read.</summary>
[Collection(InTurn.Name)]
public sealed class SuggestionTests(BrowserSite browser)
{
    private const string Words = "科学技术局";

    [Fact]
    public async Task Arrows_walk_the_options_and_the_box_says_which()
    {
        var page = await Suggested();
        var texts = await page.Locator("[role=option]").AllInnerTextsAsync();
        var last = texts.Count - 1;

        Assert.True(texts.Count >= 2, $"only {texts.Count} suggestions");
        Assert.All(texts, text => Assert.Contains(Words, text, StringComparison.Ordinal));
        await IsChosen(page, null, texts);
        await page.Keyboard.PressAsync("ArrowDown");
        await IsChosen(page, 0, texts);
        await page.Keyboard.PressAsync("ArrowDown");
        await IsChosen(page, 1, texts);
        await page.Keyboard.PressAsync("ArrowUp");
        await IsChosen(page, 0, texts);
        await page.Keyboard.PressAsync("ArrowUp");
        await IsChosen(page, null, texts);
        Assert.Equal(Words, await Box(page).InputValueAsync());
        await page.Keyboard.PressAsync("ArrowUp");
        await IsChosen(page, last, texts);
        await page.Keyboard.PressAsync("ArrowDown");
        await IsChosen(page, null, texts);
        Assert.Equal(Words, await Box(page).InputValueAsync());
    }

    [Fact]
    public async Task Home_and_End_go_back_into_the_box()
    {
        var page = await Suggested();
        var texts = await page.Locator("[role=option]").AllInnerTextsAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Home");
        await IsChosen(page, null, texts);
        Assert.Equal((texts[0], 0), (await Box(page).InputValueAsync(), await Cursor(page)));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("End");
        await IsChosen(page, null, texts);
        Assert.Equal((texts[0], texts[0].Length), (await Box(page).InputValueAsync(), await Cursor(page)));

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=*");
        Assert.Equal(texts[0], await page.Locator("#q").InputValueAsync());
    }

    [Fact]
    public async Task Escape_closes_the_list_and_gives_back_what_was_typed_and_an_arrow_opens_it_again()
    {
        var page = await Suggested();
        var texts = await page.Locator("[role=option]").AllInnerTextsAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await page.Keyboard.PressAsync("Escape");
        await IsClosed(page);
        Assert.Equal(Words, await Box(page).InputValueAsync());
        await page.Keyboard.PressAsync("ArrowDown");
        await IsChosen(page, 0, texts);
        await Box(page).BlurAsync();
        await IsClosed(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chosen_option_leads_to_what_it_names(bool byKey)
    {
        var page = await Suggested("通知");
        var option = page.Locator("[role=option]").First;
        var (text, address) = (await option.InnerTextAsync(), (await option.GetAttributeAsync("data-url"))!);

        if (byKey)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await option.ClickAsync();
        }

        await page.WaitForURLAsync($"**{address}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(text);
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_for_what_was_typed()
    {
        var page = await Suggested();

        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/search?q=*");
        Assert.Equal(Words, await page.Locator("#q").InputValueAsync());
    }

    [Fact]
    public async Task Without_scripts_the_form_searches()
    {
        await Indexed();
        var page = await browser.Open("/", scripts: false);

        Assert.Null(await Box(page).GetAttributeAsync("role"));
        await Box(page).FillAsync("通知");
        await Box(page).PressAsync("Enter");

        await page.WaitForURLAsync("**/search?q=*");
        Assert.NotEqual(0, await page.Locator(".hits > *").CountAsync());
    }

    [Fact]
    public async Task What_is_not_public_is_never_suggested()
    {
        var page = await Indexed();
        await States.SignIn(page, "kjj-office");
        List<(string Title, string Address)> asked = [];
        foreach (var stage in (string[])["Public", "Drafting", "InReview", "Ready", "Withheld", "Withdrawn"])
        {
            await page.GotoAsync($"/office/documents?stage={stage}");
            foreach (var link in (await page.Locator("main th[scope=row] [data-open]").AllAsync()).Take(3))
                asked.Add((await link.InnerTextAsync(), (await link.GetAttributeAsync("href"))!.Replace("/office", "", StringComparison.Ordinal)));
        }

        // A visitor, who is nobody to the office.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/");
        var (open, closed) = (0, 0);
        foreach (var (title, address) in asked)
        {
            await Type(page, "");
            await Type(page, title);
            var offered = await page.Locator("[role=option]").EvaluateAllAsync<string[]>("options => options.map(option => option.dataset.url)");
            foreach (var url in offered)
                Assert.Equal(200, (await page.APIRequest.GetAsync(url)).Status);
            var isPublic = (await page.APIRequest.GetAsync(address)).Ok;
            Assert.Equal((title, isPublic), (title, offered.Contains(address)));
            _ = isPublic ? open++ : closed++;
        }

        Assert.True(open >= 3 && closed >= 6, $"{open} public, {closed} not");
    }

    /// <summary>A page of a site that can already be searched.</summary>
    private async Task<IPage> Indexed()
    {
        var page = await browser.Open("/healthz");
        await States.Enter(page, "search-found");
        return page;
    }

    /// <summary>The home page with suggestions below its box.</summary>
    private async Task<IPage> Suggested(string words = Words)
    {
        var page = await Indexed();
        await page.GotoAsync("/");
        await Assertions.Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "false");
        await Type(page, words);
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await Assertions.Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.Locator(".suggesting [role=status]")).ToContainTextAsync("条建议");
        return page;
    }

    /// <summary>Types, and waits for what the site suggests and for the page to show it.</summary>
    private static async Task Type(IPage page, string words)
    {
        if (words.Length == 0)
        {
            await Box(page).FillAsync("");
            await Assertions.Expect(page.Locator("[role=option]")).ToHaveCountAsync(0);
            return;
        }

        await Box(page).FocusAsync();
        var answer = await page.RunAndWaitForResponseAsync(() => page.Keyboard.InsertTextAsync(words), one => one.Url.Contains("/search/suggest?", StringComparison.Ordinal));
        var many = (await answer.JsonAsync())!.Value.GetArrayLength();
        await Assertions.Expect(page.Locator("[role=option]")).ToHaveCountAsync(many);
    }

    private static async Task IsChosen(IPage page, int? at, IReadOnlyList<string> texts)
    {
        var box = Box(page);
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Equal(at is null ? [] : [texts[at.Value]], await page.Locator("[role=option][aria-selected=true]").AllInnerTextsAsync());
        if (at is null)
        {
            Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
            return;
        }

        Assert.Equal(await page.Locator("[role=option]").Nth(at.Value).GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(texts[at.Value], await box.InputValueAsync());
        Assert.Equal(await page.GetByRole(AriaRole.Listbox).GetAttributeAsync("id"), await box.GetAttributeAsync("aria-controls"));
    }

    private static async Task IsClosed(IPage page)
    {
        await Assertions.Expect(page.Locator("[role=listbox]")).ToBeHiddenAsync();
        Assert.Equal("false", await Box(page).GetAttributeAsync("aria-expanded"));
        Assert.Null(await Box(page).GetAttributeAsync("aria-activedescendant"));
    }

    private static ILocator Box(IPage page) => page.Locator("#find-all");

    private static Task<int> Cursor(IPage page) => Box(page).EvaluateAsync<int>("box => box.selectionStart");
}
