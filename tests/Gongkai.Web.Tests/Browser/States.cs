using System.Text;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>页面清单: every page of the site and every state it can be in; screenshots and accessibility go through all of them.</summary>
public static class States
{
    /// <summary>Pages of the office: who opens them, and where.</summary>
    private static IReadOnlyDictionary<string, (string Login, string Address)> OfficePages { get; } = new Dictionary<string, (string, string)>
    {
        ["office-sign-in"] = ("", "/office/sign-in"),
        ["office-today"] = ("kjj-office", "/office"),
        ["office-bodies"] = ("system", "/office/bodies"),
        ["office-body"] = ("system", "/office/bodies/kjj"),
        ["office-body-change"] = ("system", "/office/bodies/kjj/change"),
        ["office-officers"] = ("kjj-office", "/office/officers"),
        ["office-ledger"] = ("audit", "/office/ledger"),
        ["office-entry"] = ("audit", "/office/ledger/5"),
        ["office-import"] = ("system", "/office/import"),
        ["office-documents"] = ("kjj-office", "/office/documents"),
        ["office-documents-none"] = ("kjj-office", "/office/documents?q=没有这样的标题"),
        ["office-import-drafts"] = ("kjj-case", "/office/documents/import"),
        ["office-migration"] = ("kjj-office", "/office/migration"),
        ["office-new"] = ("kjj-case", "/office/documents/new"),
        ["office-findings"] = ("kjj-office", "/office/findings"),
        ["office-register"] = ("kjj-office", "/office/register?figure=f2021.in_force"),
        ["office-reviews"] = ("kjj-head", "/office/reviews"),
        ["office-settings"] = ("kjj-office", "/office/settings"),
        ["office-chain"] = ("kjj-office", "/office/settings/chain/information"),
        ["office-catalogue"] = ("kjj-publish", "/office/catalogue"),
        ["office-catalogue-line"] = ("kjj-publish", "/office/catalogue/lines/new"),
        ["office-catalogue-column"] = ("kjj-publish", "/office/catalogue/columns/a20_01"),
        ["office-catalogue-new-column"] = ("kjj-publish", "/office/catalogue/columns/new"),
        ["office-catalogue-import"] = ("kjj-publish", "/office/catalogue/import"),
        ["office-faults"] = ("yunyang-gxj-publish", "/office/faults"),
        ["office-guide"] = ("yunyang-gxj-publish", "/office/guide"),
        ["office-topics"] = ("kjj-office", "/office/topics"),
        ["office-topic"] = ("kjj-publish", "/office/topics/edit?topic=keji-zhengce"),
        ["office-topic-new"] = ("yunze-office", "/office/topics/edit"),
        ["office-footer"] = ("kjj-office", "/office/footer"),
        ["office-account"] = ("kjj-office", "/office/account"),
        ["office-search"] = ("system", "/office/search"),
        ["office-tokens"] = ("security", "/office/tokens"),
        ["office-webhooks"] = ("kjj-office", "/office/webhooks"),
        ["office-authenticator"] = ("kjj-office", "/office/account/authenticator"),
    };

    /// <summary>Pages of everybody that need nothing done first.</summary>
    private static IReadOnlyDictionary<string, string> PublicPages { get; } = new Dictionary<string, string>
    {
        ["home"] = "/",
        ["body"] = "/kjj",
        ["body-empty"] = "/yunze",
        ["guide"] = "/kjj/guide",
        ["rules-column"] = "/kjj/rules",
        ["content"] = "/kjj/content",
        ["column"] = "/kjj/content/a20_01?force=ended",
        ["column-empty"] = "/kjj/content/a20_01?year=1999",
        ["column-archived"] = "/yunxi-gxkj/content/a20_12",
        ["content-archived"] = "/yunxi-gxkj/content",
        ["topics"] = "/topics",
        ["body-topics"] = "/kjj/topics",
        ["topic"] = "/yunze/topics/huiqi",
        ["alerts"] = "/alerts?body=kjj&column=a20_01",
        ["alerts-refused"] = "/alerts?body=nobody",
        ["alerts-confirm-old"] = "/alerts/confirm?code=abcdefghijklmnopqrstuvwxyz",
        ["alerts-end"] = "/alerts/end?code=abcdefghijklmnopqrstuvwxyz",
        ["body-reports"] = "/kjj/reports",
        ["report"] = "/kjj/reports/2020",
        ["apply"] = "/kjj/apply",
        ["apply-where"] = "/apply",
        ["reports"] = "/reports",
        ["data"] = "/data",
        ["ledger"] = "/ledger",
        ["site-map"] = "/site-map",
        ["accessibility"] = "/accessibility",
        ["feedback"] = "/feedback?page=/kjj",
        ["feedback-unknown"] = "/feedback?receipt=ABCDEFGHJK",
    };

    public static IReadOnlyList<string> All { get; } =
    [
        .. PublicPages.Keys, "feedback-refused", "feedback-taken", "check", "check-facts", "check-empty-post", "result-faults", "result-clean", "result-years", "result-many", "result-unreadable", "result-cell",
        "rules", "rule", "404", "410", .. OfficePages.Keys, "office-refused", "office-forbidden", "office-token-made", "office-webhook-added",
        "office-document", "office-draft", "office-edit", "office-submit", "office-withdraw", "office-review", "document", "document-book", "book", "book-chapter", "tombstone",
        "search", "search-found", "search-relaxed", "search-none", "search-refused",
    ];

    private static async Task Report(IPage page, string text)
    {
        await page.GotoAsync("/feedback?page=/yunyang-gxj");
        await page.Locator("#text").FillAsync(text);
        await page.Locator(".fault-form button[type=submit]").ClickAsync();
    }

    /// <summary>Brings a fresh page into the state.</summary>
    public static async Task Enter(IPage page, string state)
    {
        switch (state)
        {
            case "feedback-refused":
                await Report(page, "错");
                await page.WaitForSelectorAsync("#faults");
                break;
            case "feedback-taken":
                await Report(page, "第二段的日期应当是2020年");
                await page.WaitForSelectorAsync("#receipt");
                break;
            case "check":
                await page.GotoAsync("/check");
                break;
            case "check-facts":
                await page.GotoAsync("/check");
                await page.Locator(".more > summary").ClickAsync();
                break;
            case "check-empty-post":
                await page.GotoAsync("/check");
                await page.EvaluateAsync("document.getElementById('upload').submit()");
                await page.WaitForSelectorAsync("#faults");
                break;
            case "result-faults":
                await Upload(page, ("科技局2022年报告.txt", SampleReports.WithOneFault()));
                break;
            case "result-cell":
                await Upload(page, ("科技局2022年报告.txt", SampleReports.WithOneFault()));
                await page.Locator("#r1-t3\\.carried_out\\.natural_person").FocusAsync();
                break;
            case "result-clean":
                await Upload(page, ("商务局2022年报告.txt", SampleReports.Text(organ: "云泽市云溪县商务局")));
                break;
            case "result-years":
                await Upload(page, ("2022.txt", SampleReports.WithOneFault()), ("2023.txt", SampleReports.Text(2023)));
                break;
            case "result-many":
                await Upload(page, ("2022.txt", SampleReports.WithOneFault()), ("云溪县商务局.txt", SampleReports.Text(organ: "云泽市云溪县商务局")), ("空文件.docx", ""), ("采购合同.txt", "甲方向乙方采购办公桌椅一批。"));
                break;
            case "result-unreadable":
                await Upload(page, ("采购合同.txt", "甲方向乙方采购办公桌椅一批。"));
                break;
            case "rules":
                await page.GotoAsync("/check/rules");
                break;
            case "rule":
                await page.GotoAsync("/check/rules/R021");
                break;
            case "404":
                await page.GotoAsync("/nothing-here");
                break;
            case "410":
                await page.GotoAsync("/check");
                await page.SetContentAsync("<form method=post action='/check/download'><input name=carried value=x><button name=to value=json>下载</button></form>");
                await page.Locator("button").ClickAsync();
                await page.WaitForSelectorAsync(".error-page");
                break;
            case "search":
                await page.GotoAsync("/search");
                break;
            case "search-found":
                await Found(page, "/search?q=通知&year=2020");
                break;
            case "search-relaxed":
                await Found(page, "/search?q=请问企业的补贴怎么申请");
                break;
            case "search-none":
                await Found(page, "/search?q=通知");
                await page.GotoAsync("/search?q=火星移民办证&match=all");
                break;
            case "search-refused":
                await page.GotoAsync("/search?q=" + new string('长', 201));
                break;
            case "office-refused":
                await SignIn(page, "system");
                await page.GotoAsync("/office/bodies/new");
                await page.Locator("#f-name").FillAsync("云泽市档案馆");
                await page.Locator("#f-key").FillAsync("office");
                await page.Locator("#f-on").FillAsync("2020-01-01");
                await page.Locator("main form button[type=submit]").ClickAsync();
                await page.WaitForSelectorAsync("#faults");
                break;
            case "office-forbidden":
                await SignIn(page, "kjj-intake");
                await page.GotoAsync("/office/ledger");
                break;
            case "office-document":
                await Document(page, "kjj-office", "Public");
                break;
            case "office-draft":
                await Document(page, "kjj-office", "Drafting");
                break;
            case "office-edit":
                await Document(page, "kjj-office", "Drafting");
                await page.GotoAsync($"{page.Url}/edit");
                await page.WaitForSelectorAsync(".tools");
                break;
            case "office-submit":
                await Document(page, "kjj-office", "Drafting");
                await page.GotoAsync($"{page.Url}/submit");
                break;
            case "office-withdraw":
                await Document(page, "kjj-office", "Public");
                await page.GotoAsync($"{page.Url}/withdraw");
                break;
            case "office-review":
                await SignIn(page, "kjj-head");
                await page.GotoAsync("/office/reviews");
                await page.Locator("[data-open]").First.ClickAsync();
                await page.WaitForSelectorAsync(".chain");
                break;
            case "document":
                await Document(page, "kjj-office", "Public");
                await page.GotoAsync(page.Url.Replace("/office", "", StringComparison.Ordinal));
                break;
            case "document-book":
                await Book(page);
                break;
            case "book":
                await Book(page);
                await page.GotoAsync($"{page.Url}/attachments/1/read");
                break;
            case "book-chapter":
                await Book(page);
                await page.GotoAsync($"{page.Url}/attachments/1/read/2");
                await page.Locator(".whole > summary").ClickAsync();
                break;
            case "tombstone":
                await Document(page, "kjj-office", "Withdrawn");
                await page.GotoAsync(page.Url.Replace("/office", "", StringComparison.Ordinal));
                break;
            case "office-token-made":
                await SignIn(page, "kjj-review");
                await page.GotoAsync("/office/account");
                await page.Locator("#f-name").FillAsync("门户同步");
                await page.Locator("input[value='documents.read']").CheckAsync();
                await page.Locator("input[value='documents.review']").CheckAsync();
                await page.Locator("form[action*=MakeToken] button").ClickAsync();
                await page.WaitForSelectorAsync("#token");
                break;
            case "office-webhook-added":
                await SignIn(page, "yunyang-office");
                await page.GotoAsync("/office/webhooks");
                await page.Locator("#f-url").FillAsync("https://portal.yunze.example/receivers/gongkai/documents?city=yunze");
                await page.Locator("input[value='document.published']").CheckAsync();
                await page.Locator("main form button.primary").ClickAsync();
                await page.WaitForSelectorAsync("#secret");
                break;
            case var open when PublicPages.TryGetValue(open, out var place):
                await page.GotoAsync(place);
                break;
            default:
                var (login, address) = OfficePages[state];
                if (login.Length > 0)
                    await SignIn(page, login);
                await page.GotoAsync(address);
                break;
        }
    }

    /// <summary>The index of a site that has just started is still being built.</summary>
    private static async Task Found(IPage page, string address)
    {
        for (var turn = 0; turn < 300; turn++)
        {
            await page.GotoAsync(address);
            if (await page.Locator(".hits").CountAsync() > 0)
                return;
            await Task.Delay(200);
        }

        throw new InvalidOperationException($"{address} finds nothing");
    }

    /// <summary>The interpretation of the sample world that is an e-book, by what it is found by.</summary>
    private static async Task Book(IPage page)
    {
        await Found(page, "/search?q=错过时间怎么办&match=phrase&body=kjj");
        var place = await page.Locator(".hits h3 a").First.GetAttributeAsync("href");
        await page.GotoAsync(place!);
    }

    /// <summary>The first document of a tray.</summary>
    public static async Task Document(IPage page, string login, string stage)
    {
        await SignIn(page, login);
        await page.GotoAsync($"/office/documents?stage={stage}");
        await page.Locator("[data-open]").First.ClickAsync();
        await page.WaitForSelectorAsync(".sheet");
    }

    public static async Task SignIn(IPage page, string login)
    {
        await page.GotoAsync("/office/sign-in");
        await FillIn(page, login);
    }

    public static async Task FillIn(IPage page, string login)
    {
        await page.Locator("#f-login").FillAsync(login);
        await page.Locator("#f-password").FillAsync(Gongkai.Host.SampleWorld.Password);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForSelectorAsync(".shelf");
    }

    public static async Task Upload(IPage page, params (string Name, string Text)[] files)
    {
        await page.GotoAsync("/check");
        await page.Locator("#files").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(file.Text) }));
        await page.Locator("#upload button[type=submit]").ClickAsync();
        await page.WaitForSelectorAsync("#result");

        // The result stands there before the page's styles and scripts have come.
        await page.WaitForLoadStateAsync();
    }
}
