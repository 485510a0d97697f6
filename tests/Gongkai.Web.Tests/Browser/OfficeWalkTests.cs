using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>办公平台走查: by keyboard, and with a passkey of the browser.</summary>
[Collection(InTurn.Name)]
public sealed class OfficeWalkTests(BrowserSite browser)
{
    [Fact]
    public async Task Keys_find_walk_open_and_reach_the_main_action()
    {
        var page = await browser.Open("/healthz");
        await States.SignIn(page, "system");
        await page.GotoAsync("/office/bodies");

        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("j");
        Assert.Equal("j", await page.Locator("#q").InputValueAsync());
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var name = await page.EvaluateAsync<string>("document.activeElement.textContent");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/office/bodies/*");
        Assert.Equal(name, await page.Locator("h1").InnerTextAsync());
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync("**/change");
    }

    [Fact]
    public async Task The_question_mark_explains_the_keys()
    {
        var page = await browser.Open("/healthz");
        await States.SignIn(page, "kjj-office");

        await page.Keyboard.PressAsync("?");

        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        var page = await browser.Open("/healthz");
        // WebAuthn belongs to a domain, not to an address.
        var site = $"http://localhost:{new Uri(page.Url).Port}";
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await page.GotoAsync($"{site}/office/sign-in");
        await States.FillIn(page, "kjj-publish");
        await page.GotoAsync($"{site}/office/account");
        await page.Locator("#passkey-add button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("删除我的设备");

        await page.GotoAsync($"{site}/office/sign-out");
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**/office/sign-in");
        await page.Locator("#passkey-sign-in").ClickAsync();

        await page.WaitForSelectorAsync(".shelf");
        await Assertions.Expect(page.Locator(".who")).ToContainTextAsync("市科技局");
    }

    [Fact]
    public async Task Nothing_is_refused_by_the_content_policy()
    {
        List<string> complaints = [];
        var page = await browser.Open("/healthz");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        foreach (var state in (string[])["office-today", "office-bodies", "office-account", "office-authenticator", "office-ledger"])
        {
            await page.Context.ClearCookiesAsync();
            await States.Enter(page, state);
        }

        Assert.Empty(complaints);
    }
}
