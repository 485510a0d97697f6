using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Gongkai.Web.Tests.Api;

/// <summary>接口: the clinic for programs.</summary>
public sealed class ReportsApiTests : IDisposable
{
    private readonly Site _site = Site.With(("Gongkai:Site:FileMegabytes", "1"));
    private readonly HttpClient _visitor;

    public ReportsApiTests() => _visitor = _site.Visitor();

    public void Dispose()
    {
        _visitor.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task Checks_files_of_a_form()
    {
        var answer = await Post("/api/v1/reports/check", Site.FormWith("a.txt", SampleReports.WithOneFault()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var results = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var fault = results[0].GetProperty("diagnostics").EnumerateArray().Single(one => one.GetProperty("rule").GetString() == "R021");
        Assert.Equal("t3.carried_out.natural_person", fault.GetProperty("at")[0].GetString());
        Assert.Equal("a.txt", results[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task Checks_a_file_that_is_the_whole_body()
    {
        using var body = new StringContent(SampleReports.WithOneFault(), Encoding.UTF8, "text/plain");

        var answer = await Post("/api/v1/reports/check?name=2022.txt", body);

        Assert.Contains("R021", await Text(answer), StringComparison.Ordinal);
        Assert.Contains("2022.txt", await Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_text_in_JSON()
    {
        using var body = JsonContent.Create(new { name = "科技局.txt", text = SampleReports.WithOneFault() });

        var answer = await Post("/api/v1/reports/check?format=text", body);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("科技局.txt", await Text(answer), StringComparison.Ordinal);
        Assert.Contains("error R021", await Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_SARIF()
    {
        var answer = await Post("/api/v1/reports/check?format=sarif", Site.FormWith("a.txt", SampleReports.WithOneFault()));

        Assert.Equal("application/sarif+json", answer.Content.Headers.ContentType!.MediaType);
        var sarif = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        Assert.Contains(sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray(), result => result.GetProperty("ruleId").GetString() == "R021");
    }

    [Fact]
    public async Task Reads_without_checking_and_reads_its_own_output()
    {
        var answer = await Post("/api/v1/reports/read", Site.FormWith("a.txt", SampleReports.WithOneFault()));
        var reports = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        using var again = new StringContent(reports[0].GetRawText(), Encoding.UTF8, "application/json");

        var check = await Post("/api/v1/reports/check", again);

        Assert.Equal(2, reports[0].GetProperty("t3").GetProperty("carried_out").GetProperty("natural_person").GetInt32());
        Assert.Contains("R021", await Text(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Converts_to_the_official_form()
    {
        var answer = await Post("/api/v1/reports/convert?to=docx", Site.FormWith("科技局.txt", SampleReports.WithOneFault()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("科技局.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Theory]
    [InlineData("/api/v1/reports/check", "合同.txt", "甲方采购桌椅一批", HttpStatusCode.UnprocessableEntity, "没有读出年度报告")]
    [InlineData("/api/v1/reports/check?format=xml", "a.txt", "x", HttpStatusCode.BadRequest, "请求有误")]
    [InlineData("/api/v1/reports/convert?to=exe", "a.txt", "x", HttpStatusCode.BadRequest, "请求有误")]
    [InlineData("/api/v1/reports/nothing", "a.txt", "x", HttpStatusCode.NotFound, "没有这一页")]
    public async Task Refuses_in_words(string address, string name, string text, HttpStatusCode status, string title) =>
        await AssertProblem(await Post(address, Site.FormWith(name, text)), status, title);

    [Fact]
    public async Task Refuses_a_file_too_large() =>
        await AssertProblem(await Post("/api/v1/reports/check", Site.FormWith(("大.txt", new byte[3 << 20]))), HttpStatusCode.RequestEntityTooLarge, "文件太大");

    [Fact]
    public async Task Refuses_nothing()
    {
        using var nothing = new ByteArrayContent([]);

        await AssertProblem(await Post("/api/v1/reports/check", nothing), HttpStatusCode.BadRequest, "请求有误");
    }

    [Fact]
    public async Task Refuses_a_GET() =>
        await AssertProblem(await _visitor.GetAsync(new Uri("/api/v1/reports/check", UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.MethodNotAllowed, "这个地址不能这样打开");

    [Fact]
    public async Task Answers_429_as_a_problem()
    {
        using var site = Site.With(("Gongkai:Site:ChecksPerMinute", "1"));
        using var visitor = site.Visitor();
        await visitor.PostAsync(new Uri("/api/v1/reports/check", UriKind.Relative), Site.FormWith("a.txt", SampleReports.Text()), TestContext.Current.CancellationToken);

        var answer = await visitor.PostAsync(new Uri("/api/v1/reports/check", UriKind.Relative), Site.FormWith("a.txt", SampleReports.Text()), TestContext.Current.CancellationToken);

        await AssertProblem(answer, HttpStatusCode.TooManyRequests, "请求过于频繁");
    }

    private static async Task AssertProblem(HttpResponseMessage answer, HttpStatusCode status, string title)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> Post(string address, HttpContent body) => _visitor.PostAsync(new Uri(address, UriKind.Relative), body, TestContext.Current.CancellationToken);
}
