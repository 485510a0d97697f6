using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Reading;
using Gongkai.Formats;

namespace Gongkai.Web.Tests.Pages;

/// <summary>下载: what the page offers reads back to the same report, although the server has kept nothing.</summary>
public sealed class DownloadTests(Site site) : IDisposable
{
    private readonly HttpClient _visitor = site.Visitor();

    public void Dispose() => _visitor.Dispose();

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("json")]
    public async Task Reads_back_to_the_same_figures(string format)
    {
        var text = SampleReports.WithOneFault();
        var expected = ReportReader.Read(Encoding.UTF8.GetBytes(text), "2022.txt").Single();

        var answer = await Download(text, format);
        Assert.SkipWhen(answer.StatusCode == HttpStatusCode.NotImplemented, "no program is installed that writes PDF");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"云泽市科学技术局2022年政府信息公开工作年度报告.{format}", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Report report;
        try
        {
            report = ReportReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), $"a.{format}").Single();
        }
        catch (ProgramMissingException missing)
        {
            Assert.Skip(missing.Message);
            return;
        }

        Assert.Equal(expected.Organ, report.Organ);
        foreach (var cell in expected.Form!.Cells)
            Assert.True(expected[cell.Index].Value == report[cell.Path].Value, $"{cell.Path}: {expected[cell.Index].Value} {report[cell.Path].Value}");
    }

    [Theory]
    [InlineData("sarif", "\"2.1.0\"")]
    [InlineData("findings", "\"diagnostics\"")]
    public async Task Gives_the_findings(string format, string sign)
    {
        var answer = await Download(SampleReports.WithOneFault(), format);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("R021", text, StringComparison.Ordinal);
        Assert.Contains(sign, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_seal_that_was_broken()
    {
        using var form = new FormUrlEncodedContent([new("carried", (await Carried(SampleReports.WithOneFault()))[..^4] + "AAAA"), new("to", "json")]);

        var answer = await _visitor.PostAsync(new Uri("/check/download", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("")]
    public async Task Refuses_a_format_it_does_not_offer(string format) => Assert.Equal(HttpStatusCode.BadRequest, (await Download(SampleReports.WithOneFault(), format)).StatusCode);

    private async Task<HttpResponseMessage> Download(string text, string format)
    {
        using var form = new FormUrlEncodedContent([new("carried", await Carried(text)), new("to", format)]);
        return await _visitor.PostAsync(new Uri("/check/download", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private async Task<string> Carried(string text)
    {
        var (_, page) = await Site.Check(_visitor, Site.FormWith("2022.txt", text));
        var document = await new HtmlParser().ParseDocumentAsync(page, TestContext.Current.CancellationToken);
        return document.QuerySelector("form.downloads input[name=carried]")!.GetAttribute("value")!;
    }
}
