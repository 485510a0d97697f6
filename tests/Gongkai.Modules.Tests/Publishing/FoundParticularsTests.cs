using System.Text;
using Gongkai.Publishing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>自动识别的要素.</summary>
public sealed class FoundParticularsTests
{
    [Fact]
    public void Are_read_from_the_table_above_an_article_on_a_site()
    {
        var found = Read("page.html", """
            <html><head><title>云泽市科学技术局网站</title></head><body><div class="nav"><a href="/">首页</a></div>
            <table><tr><td>索 引 号：</td><td>kjj/2026-00012</td><td>主题分类：</td><td>科技、教育\科技</td></tr>
            <tr><td>发文机关：</td><td>云泽市科学技术局</td><td>成文日期：</td><td>2026年02月10日</td></tr>
            <tr><td>标　　题：</td><td>云泽市科学技术局关于印发科技创新券管理办法的通知</td><td>发文字号：</td><td>云科发〔2026〕8号</td></tr></table>
            <div id="UCAP-CONTENT"><p>各县（区）科技部门：</p><p>现将《云泽市科技创新券管理办法》印发给你们，请认真执行。</p></div></body></html>
            """);

        Assert.Equal("云泽市科学技术局关于印发科技创新券管理办法的通知", found.Title);
        Assert.Equal("云科发〔2026〕8号", found.DocumentNumber);
        Assert.Equal("云泽市科学技术局", found.Issuer);
        Assert.Equal(new DateOnly(2026, 2, 10), found.CreatedOn);
        Assert.Equal("科技、教育\\科技", found.Topic);
        Assert.Contains("请认真执行", found.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_read_from_their_places_in_an_official_document()
    {
        var found = Read("通知.txt", """
            云泽市科学技术局文件
            云科发〔2026〕9号
            云泽市科学技术局
            关于开展科技活动周的通知
            各有关单位：
            现将有关事项通知如下，请认真组织实施。
            云泽市科学技术局
            2026年2月28日
            """);

        Assert.Equal("云泽市科学技术局关于开展科技活动周的通知", found.Title);
        Assert.Equal("云科发〔2026〕9号", found.DocumentNumber);
        Assert.Equal("云泽市科学技术局", found.Issuer);
        Assert.Equal(new DateOnly(2026, 2, 28), found.CreatedOn);
    }

    [Fact]
    public void Are_left_empty_rather_than_guessed()
    {
        var found = Read("记录.txt", "今天召开了一次会议，讨论了若干问题。");

        Assert.Null(found.DocumentNumber);
        Assert.Null(found.Issuer);
        Assert.Null(found.CreatedOn);
    }

    [Fact]
    public void Of_real_pages_are_found_almost_always()
    {
        var folder = Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS") is { Length: > 0 } root ? Path.Combine(root, "data", "gov-policies") : "";
        Assert.SkipUnless(Directory.Exists(folder), "GONGKAI_REAL_DOCUMENTS 未设置 (not set)");
        var (pages, titles, numbers, numbered, days) = (0, 0, 0, 0, 0);

        foreach (var line in File.ReadLines(Path.Combine(folder, "index.jsonl")).Take(120))
        {
            using var known = System.Text.Json.JsonDocument.Parse(line);
            string? Known(string key) => known.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;
            var found = FoundParticulars.In(File.ReadAllBytes(Path.Combine(folder, Known("file")!)), "page.html");
            pages++;
            titles += Squeezed(found.Title) == Squeezed(Known("title")) ? 1 : 0;
            numbered += string.IsNullOrEmpty(Known("doc_number")) ? 0 : 1;
            numbers += !string.IsNullOrEmpty(Known("doc_number")) && found.DocumentNumber == Known("doc_number") ? 1 : 0;
            days += found.CreatedOn?.ToString("yyyy年MM月dd日", System.Globalization.CultureInfo.InvariantCulture) == Known("written_date") ? 1 : 0;
        }

        Assert.True(titles * 10 >= pages * 9 && numbers * 10 >= numbered * 9 && days * 10 >= pages * 9, $"{pages} pages: {titles} titles, {numbers} of {numbered} numbers, {days} days");
    }

    private static string Squeezed(string? text) => string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter)));

    private static DocumentContent Read(string name, string text) => FoundParticulars.In(Encoding.UTF8.GetBytes(text), name);
}
