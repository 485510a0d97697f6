using System.Net.Http.Json;
using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Microsoft.OpenApi;

namespace Gongkai.Web.Tests.Api;

/// <summary>接口说明: the OpenAPI document is valid and tells of every operation.</summary>
public sealed class OpenApiTests(Site site)
{
    [Fact]
    public async Task Is_valid_and_complete()
    {
        using var visitor = site.Visitor();
        await using var text = await visitor.GetStreamAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await text.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.Position = 0;

        var read = await OpenApiDocument.LoadAsync(copy, "json", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(
            [
                "/api/v1/bodies", "/api/v1/bodies/{key}", "/api/v1/bodies/{key}/catalogue", "/api/v1/bodies/{key}/catalogue/health", "/api/v1/bodies/{key}/catalogue/lines/{id}", "/api/v1/bodies/{key}/guide", "/api/v1/bodies/{key}/officers", "/api/v1/bodies/{key}/rename", "/api/v1/bodies/{key}/sections",
                "/api/v1/ledger", "/api/v1/officers/{id}", "/api/v1/officers/{id}/roles", "/api/v1/reports/check", "/api/v1/reports/convert", "/api/v1/reports/read", "/api/v1/rules",
            ],
            read.Document!.Paths.Keys.Order(StringComparer.Ordinal));
        Assert.All(read.Document.Paths.Values.SelectMany(path => path.Operations!.Values), operation => Assert.NotEmpty(operation.Summary!));
        var body = read.Document.Paths["/api/v1/reports/check"].Operations![HttpMethod.Post].RequestBody!;
        Assert.Equal(["application/json", "application/octet-stream", "multipart/form-data"], body.Content!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Has_the_rules_of_the_checker()
    {
        using var visitor = site.Visitor();

        var rules = await visitor.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/rules", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(Checker.Rules.Select(rule => rule.Descriptor.Id), rules.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules.EnumerateArray(), rule => Assert.Contains(rule.GetProperty("severity").GetString(), (string[])["error", "warning", "info"]));
    }
}
