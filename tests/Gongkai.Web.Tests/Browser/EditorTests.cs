using Microsoft.Playwright;

namespace Gongkai.Web.Tests.Browser;

/// <summary>编辑器: in a real browser: it saves by itself, takes what Word gives and drops its junk, and leads from a finding to its place.</summary>
[Collection(InTurn.Name)]
public sealed class EditorTests(BrowserSite browser)
{
    private const string FromWord =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
        <p class=MsoNormal align=right style='text-align:right'>附件</p>
        <p class=MsoNormal align=center style='text-align:center'><b>实施方案</b><o:p></o:p></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>总体要求</p>
        <table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=100 colspan=2 style='width:75pt'><p class=MsoNormal>表头</p></td></tr><tr><td>甲</td><td>乙</td></tr></table>
        <img src="file:///C:/Users/somebody/image001.png"><script>alert(1)</script><!--EndFragment--></body></html>
        """;

    [Fact]
    public async Task What_is_typed_saves_itself_and_the_checks_follow_and_lead_to_their_place()
    {
        var page = await Opened("云泽市科学技术局关于编辑器自动保存的通知");

        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.TypeAsync("现就布署有关事项通知如下。");

        await Assertions.Expect(page.Locator("#saving")).ToContainTextAsync("已保存", new() { Timeout = 60_000 });
        var finding = page.Locator("#checks [data-find='布署']");
        await finding.ClickAsync();
        await Selects(page, "布署");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("布署有关事项");
    }

    /// <summary>Asked from outside again and again: the page lets nobody evaluate text inside it.</summary>
    private static async Task Selects(IPage page, string words)
    {
        var selected = "";
        for (var turn = 0; turn < 200 && selected != words; turn++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            selected = await page.EvaluateAsync<string>("getSelection().toString()");
        }

        Assert.Equal(words, selected);
    }

    [Fact]
    public async Task What_comes_from_Word_keeps_its_paragraphs_and_tables_and_nothing_else()
    {
        var page = await Opened("云泽市科学技术局关于粘贴的通知");
        await page.Locator(".ProseMirror").ClickAsync();

        await page.EvaluateAsync(
            """
            html => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            FromWord);

        var kept = await page.Locator("textarea[name=Html]").InputValueAsync();
        Assert.StartsWith("<p class=\"align-right\">附件</p>", kept, StringComparison.Ordinal);
        Assert.Contains("<p class=\"align-center\"><strong>实施方案</strong></p>", kept, StringComparison.Ordinal);
        Assert.Contains("一、总体要求", kept, StringComparison.Ordinal);
        Assert.Contains("colspan=\"2\"", kept, StringComparison.Ordinal);
        foreach (var junk in (string[])["Mso", "mso", "style=\"text", "script", "file:", "o:p"])
            Assert.DoesNotContain(junk, kept, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#saving")).ToContainTextAsync("已保存", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Of_two_who_write_the_second_is_told_and_decides()
    {
        var page = await Opened("云泽市科学技术局关于两人同时编辑的通知");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.Locator("#f-summary").FillAsync("另一个窗口写的概述");
        await Assertions.Expect(other.Locator("#saving")).ToContainTextAsync("已保存", new() { Timeout = 60_000 });

        await page.Locator("#f-keywords").FillAsync("我写的关键词");
        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.Locator("#conflict")).ToContainTextAsync("另一个窗口写的概述", new() { Timeout = 60_000 });
        await page.Locator("[data-keep]").ClickAsync();
        await Assertions.Expect(page.Locator("#saving")).ToContainTextAsync("已保存", new() { Timeout = 60_000 });
        await page.ReloadAsync();
        Assert.Equal("我写的关键词", await page.Locator("#f-keywords").InputValueAsync());
    }

    [Fact]
    public async Task A_reviewer_marks_words_and_a_remark_about_them_begins()
    {
        var page = await browser.Open("/healthz");
        await States.Enter(page, "office-review");

        await page.EvaluateAsync("(() => { const p = document.querySelector('[data-review-text] p').firstChild; getSelection().setBaseAndExtent(p, 0, p, 4); })()");
        await page.Locator(".remark-button").ClickAsync();

        var quote = await page.Locator("[data-remarks] input").First.InputValueAsync();
        Assert.Equal(4, quote.Length);
        Assert.Equal("Remarks[0].Text", await page.EvaluateAsync<string>("document.activeElement.name"));
    }

    [Theory]
    [InlineData("解读.mp4", "video")]
    [InlineData("录音.mp3", "audio")]
    public async Task Subtitles_are_put_below_a_recording_with_what_is_said_as_text(string recording, string element)
    {
        const string Srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>大家好，</i>\r\n\r\n2\r\n00:00:02,500 --> 00:00:05,000\r\n今天介绍A&B两类，3 < 5。\r\n";
        var page = await Opened($"云泽市科学技术局关于字幕的通知（{element}）");
        var document = page.Url[..page.Url.LastIndexOf("/edit", StringComparison.Ordinal)];
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.TypeAsync("现将有关事项通知如下。");
        await page.Locator("#f-files").SetInputFilesAsync(
        [
            new FilePayload { Name = recording, MimeType = "application/octet-stream", Buffer = [0, 0, 0, 24, .. "ftypmp42"u8] },
            new FilePayload { Name = "字幕.srt", MimeType = "application/x-subrip", Buffer = System.Text.Encoding.UTF8.GetBytes(Srt) },
        ]);
        await page.Locator(".upload-line button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-subtitles]")).ToBeVisibleAsync();
        await page.Locator(".ProseMirror p").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Locator("[data-picture]").ClickAsync();
        await Assertions.Expect(page.Locator($".ProseMirror figure {element}")).ToHaveCountAsync(1);

        await page.Locator("[data-subtitles]").ClickAsync();
        await Assertions.Expect(page.Locator(".ProseMirror h4")).ToHaveTextAsync("文字稿");
        await page.Locator("main form button.primary").First.ClickAsync();
        await page.WaitForURLAsync(address => address.Split('?', '#')[0] == document);

        // As everybody would read it, and as the editor reads it again.
        var shown = page.Locator(".prose:not(.ProseMirror)").First;
        Assert.Equal(["现将有关事项通知如下。", "大家好，今天介绍A&B两类，3 < 5。"], (await shown.Locator("p").AllInnerTextsAsync()).Where(text => text.Length > 0));
        Assert.Equal("文字稿", await shown.Locator("h4").InnerTextAsync());
        var track = shown.Locator($"figure > {element}[controls] > track");
        var said = await track.EvaluateAsync<string[]>(
            """
            async element => {
              element.track.mode = "hidden";
              for (let turn = 0; turn < 300 && element.readyState < 2; turn++) {
                await new Promise(done => setTimeout(done, 100));
              }
              return [element.kind, element.srclang, ...[...element.track.cues ?? []].map(cue => `${cue.startTime} ${cue.getCueAsHTML().textContent}`)];
            }
            """);
        Assert.Equal(["captions", "zh-CN", "1 大家好，", "2.5 今天介绍A&B两类，3 < 5。"], said);
        await page.GotoAsync($"{document}/edit");
        await Assertions.Expect(page.Locator($".ProseMirror figure {element} track")).ToHaveCountAsync(1);
        Assert.Matches($"<figure><{element} [^>]*><track [^>]*src=\"/office/documents/[0-9a-f-]+/attachments/2\"", await page.Locator("textarea[name=Html]").InputValueAsync());
    }

    /// <summary>A new draft in the editor.</summary>
    private async Task<IPage> Opened(string title)
    {
        var page = await browser.Open("/healthz");
        await States.SignIn(page, "kjj-case");
        await page.GotoAsync("/office/documents/new");
        await page.Locator("#f-title").FillAsync(title);
        await page.Locator("main form button.primary").ClickAsync();
        await page.WaitForSelectorAsync(".tools");
        return page;
    }
}
