using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.Web.Shell.Uploads;

namespace Gongkai.Web.Tests.Pages;

/// <summary>坏输入: what a tired clerk or a hostile stranger sends gets a sentence, never a crash.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly Site _site = Site.With(("Gongkai:Site:FileMegabytes", "1"), ("Gongkai:Site:RequestMegabytes", "4"), ("Gongkai:Site:Files", "5"));
    private readonly HttpClient _visitor;

    public HostileInputTests() => _visitor = _site.Visitor();

    public void Dispose()
    {
        _visitor.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task Shows_scripts_in_a_report_as_text_wherever_they_stand()
    {
        var report = SampleReports.Text(title: $"云泽市{Script}局2022年政府信息公开工作年度报告", overview: $"（一）主动公开。{Script}", cells: [("t3.granted.natural_person", Script), ("t2.art20_5.admin_licensing.decisions", "5" + Script)]);

        var (answer, page) = await Site.Check(_visitor, Site.FormWith($"{Script}.txt", report));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var document = await new HtmlParser().ParseDocumentAsync(page, TestContext.Current.CancellationToken);
        Assert.Empty(document.QuerySelectorAll("script:not([src])"));
        Assert.Empty(document.QuerySelectorAll("img"));
        Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("alert(1)", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_file_is_too_large_and_reads_the_others()
    {
        var (answer, page) = await Site.Check(_visitor, Site.FormWith(("大.pdf", new byte[(1 << 20) + 1]), ("a.txt", Encoding.UTF8.GetBytes(SampleReports.Text()))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("文件超过 1 MB", page, StringComparison.Ordinal);
        Assert.Contains("id=\"r1-t3\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_413_with_the_remedy_when_there_is_nothing_else()
    {
        var (answer, page) = await Site.Check(_visitor, Site.FormWith(("大.pdf", new byte[30 << 20])));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("请降低分辨率", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_no_more_than_the_whole_request_may_have()
    {
        var (_, page) = await Site.Check(_visitor, Site.FormWith([.. Enumerable.Range(1, 5).Select(i => ($"{i}.txt", new byte[1 << 20]))]));

        Assert.Contains("合计超过 4 MB", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_as_many_files_as_it_may_and_names_the_rest()
    {
        var (answer, page) = await Site.Check(_visitor, Site.FormWith([.. Enumerable.Range(2019, 7).Select(year => ($"{year}.txt", Encoding.UTF8.GetBytes(SampleReports.Text(year))))]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("id=\"r5\"", page, StringComparison.Ordinal);
        Assert.Contains("一次最多提交 5 个文件", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"r6\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("空.docx", "")]
    [InlineData("合同.txt", "甲方向乙方采购办公桌椅一批，价款十万元。")]
    [InlineData("图片.docx", "\u0089PNG\r\n\u001a\n0000")]
    [InlineData("坏.pdf", "%PDF-1.7 broken")]
    [InlineData("坏.docx", "PK\u0003\u0004broken")]
    [InlineData("坏.json", "{\"schema\":")]
    public async Task Says_why_a_file_cannot_be_read(string name, string content)
    {
        var (answer, page) = await Site.Check(_visitor, Site.FormWith((name, Encoding.Latin1.GetBytes(content))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var document = await new HtmlParser().ParseDocumentAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains(name, document.QuerySelector(".unread")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_zip_bomb()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var part = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 60; i++)
                await part.WriteAsync(zeros, TestContext.Current.CancellationToken);
        }

        var (answer, _) = await Site.Check(_visitor, Site.FormWith(("炸弹.docx", packed.ToArray())));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Survives_a_long_paste()
    {
        using var site = Site.With();
        using var visitor = site.Visitor();
        var text = SampleReports.Text(overview: string.Concat(Enumerable.Repeat("本年度继续做好政府信息公开工作。\n", 100_000)));
        Assert.True(Encoding.UTF8.GetByteCount(text) > 4_800_000);
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" } };

        var (answer, page) = await Site.Check(visitor, form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("不再显示", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "hello", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "no boundary here", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "", HttpStatusCode.BadRequest)]
    public async Task Refuses_what_is_no_form(string type, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var (answer, page) = await Site.Check(_visitor, content);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("年报体检", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\报告\\2022.docx", "2022.docx")]
    [InlineData("报告\u202Excod.exe", "报告xcod.exe")]
    [InlineData("a\0b\r\n.txt", "ab.txt")]
    [InlineData("\u200F\u202E", "未命名文件")]
    [InlineData(null, "未命名文件")]
    public void Cleans_file_names(string? given, string shown) => Assert.Equal(shown, FileNames.Clean(given));

    [Fact]
    public void Shortens_a_long_file_name_but_keeps_its_extension()
    {
        var name = FileNames.Clean(new string('报', 500) + ".docx");

        Assert.Equal(120, name.Length);
        Assert.EndsWith("….docx", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_nothing_on_the_disk()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-web");
        try
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", folder.FullName);
            var (answer, _) = await Site.Check(_visitor, Site.FormWith(("a.txt", Encoding.UTF8.GetBytes(SampleReports.Text(overview: new string('公', 200_000))))));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", null);
            folder.Delete(recursive: true);
        }
    }
}
