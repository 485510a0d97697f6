using System.Text;
using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>页面清单: every page of the site and every state it can be in; screenshots and accessibility go through all of them.</summary>
public static class States
{
    public static IReadOnlyList<string> All { get; } =
    [
        "home", "check", "check-facts", "check-empty-post", "result-faults", "result-clean", "result-years", "result-many", "result-unreadable", "result-cell",
        "rules", "rule", "404", "410",
    ];

    /// <summary>Brings a fresh page into the state.</summary>
    public static async Task Enter(IPage page, string state)
    {
        switch (state)
        {
            case "home":
                await page.GotoAsync("/");
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
            default:
                throw new ArgumentException(state, nameof(state));
        }
    }

    public static async Task Upload(IPage page, params (string Name, string Text)[] files)
    {
        await page.GotoAsync("/check");
        await page.Locator("#files").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(file.Text) }));
        await page.Locator("#upload button[type=submit]").ClickAsync();
        await page.WaitForSelectorAsync("#result");
    }
}
