using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Checking;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gongkai.Web.Tests.Api;

/// <summary>接口说明: the OpenAPI document is valid and tells of every operation.</summary>
public sealed partial class OpenApiTests(Site site)
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
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {Constraint().Replace(endpoint.RoutePattern.RawText!, "}")}"));
        Assert.Equal(
            routes.Order(StringComparer.Ordinal),
            read.Document!.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method.Method} {path.Key}")).Order(StringComparer.Ordinal));
        Assert.All(read.Document.Paths.Values.SelectMany(path => path.Operations!.Values), operation => Assert.NotEmpty(operation.Summary!));
        Assert.Equal(["attribute", "body", "content", "explains", "form", "kind", "section"], Members(read.Document, "/api/v1/documents", HttpMethod.Post));
        Assert.Equal(["reason"], Members(read.Document, "/api/v1/documents/{id}/publish", HttpMethod.Post));
        Assert.Single(read.Document.Paths["/api/v1/documents"].Operations![HttpMethod.Post].Security!);
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

    private static IEnumerable<string> Members(OpenApiDocument document, string path, HttpMethod method) =>
        document.Paths[path].Operations![method].RequestBody!.Content!["application/json"].Schema!.Properties!.Keys.Order(StringComparer.Ordinal);

    [GeneratedRegex(":[a-z]+\\}")]
    private static partial Regex Constraint();
}
