using Gongkai.Web.Tests.Api;

namespace Gongkai.Web.Tests.Office;

/// <summary>规章、规范性文件台账: the page and the interface count the same, and each figure opens its documents.</summary>
public sealed class RegisterPagesTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_the_same_on_the_page_and_over_the_interface_and_opens_its_documents()
    {
        using var head = await yunze.SignedIn("kjj-office");
        using var program = await Caller.Of(yunze, "kjj-office");

        var told = await program.Do("GET", "bodies/kjj/normative-register?on=2020-12-31");
        var own = told.GetProperty("normative_documents");
        var inForce = told.GetProperty("documents").EnumerateArray().Where(one => one.GetProperty("kind").GetString() == "normative_document" && one.GetProperty("counts").EnumerateArray().Any(figure => figure.GetString() == "f2021.in_force")).ToList();
        var page = await Page(head, "/office/register?on=2020-12-31&kind=NormativeDocument&figure=f2021.in_force");

        Assert.NotEmpty(inForce);
        Assert.Equal(own.GetProperty("f2021").GetProperty("in_force").GetInt32(), inForce.Count);
        Assert.Contains($"{inForce.Count} 件：行政规范性文件现行有效件数", page, StringComparison.Ordinal);
        Assert.All(inForce, one => Assert.Contains($"/office/documents/{one.GetProperty("id").GetString()}\"", page, StringComparison.Ordinal));
        Assert.Contains("href=\"/office/register\"", await Page(head, "/office"), StringComparison.Ordinal);
        Assert.Contains($"{own.GetProperty("trial2019").GetProperty("public_total").GetInt32()} 件：行政规范性文件对外公开总数量", page, StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient visitor, string address) => await YunzeSite.Text(await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel));
}
