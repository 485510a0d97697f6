using System.Net;
using System.Net.Http.Json;
using Gongkai.Bodies;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>权限 of what is sent: every role at every address of the interface that changes something, about every body.</summary>
public sealed class SentPermissionTests(YunzeSite yunze)
{
    private static readonly IReadOnlyDictionary<string, PermissionTests.Line> s_lines = new Dictionary<string, PermissionTests.Line>
    {
        ["POST /api/v1/bodies"] = new("bodies.manage"),
        ["POST /api/v1/bodies/import"] = new("bodies.manage"),
        ["POST /api/v1/officers/import"] = new("officers.manage"),
        ["POST /api/v1/bodies/{key}/catalogue/import"] = new("catalogue.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/erase"] = new("ledger.erase", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/account"] = new("accounts.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/account/link"] = new("accounts.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/account/unlock"] = new("accounts.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/account/end-sessions"] = new("accounts.manage", OfBody: true),
        ["DELETE /api/v1/sessions/{id:guid}"] = new("office.use"),
        ["POST /api/v1/synonyms"] = new("search.manage"),
        ["PUT /api/v1/synonyms/{id:guid}"] = new("search.manage"),
        ["POST /api/v1/ledger/export"] = new("ledger.export"),
        ["POST /api/v1/ledger/{number:long}/erase"] = new("ledger.erase"),
        ["PUT /api/v1/bodies/{key}"] = new("bodies.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/place"] = new("bodies.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/rename"] = new("bodies.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/merge"] = new("bodies.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/abolish"] = new("bodies.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/sections"] = new("sections.manage", OfBody: true),
        ["POST /api/v1/sections/import"] = new("sections.manage"),
        ["PUT /api/v1/sections/{id:guid}"] = new("sections.manage", OfBody: true),
        ["POST /api/v1/sections/{id:guid}/close"] = new("sections.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/officers"] = new("officers.manage", OfBody: true),
        ["PUT /api/v1/officers/{id:guid}"] = new("officers.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/transfer"] = new("officers.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/dismiss"] = new("officers.manage", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/roles"] = new("roles.grant", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/roles/{number:int}/end"] = new("roles.grant", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/deputies"] = new("deputies.name", OfBody: true),
        ["POST /api/v1/officers/{id:guid}/deputies/{number:int}/end"] = new("deputies.name", OfBody: true),
        ["POST /api/v1/documents"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/import-table"] = new("documents.draft"),
        ["POST /api/v1/documents/import"] = new("documents.draft", OfBody: true),
        ["PUT /api/v1/documents/{id:guid}"] = new("documents.draft", OfBody: true),
        ["PUT /api/v1/documents/{id:guid}/attribute"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/attachments"] = new("documents.draft", OfBody: true),
        ["DELETE /api/v1/documents/{id:guid}/attachments/{number:int}"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/submit"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/recall"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/publish"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/schedule"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/unschedule"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/revise"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/correct"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/abandon"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/withdraw"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/repeal"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/propose-repeal"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/propose-expire"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/refuse-ending"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/expire"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/archive"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/discard"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/withhold"] = new("documents.publish", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/keep-withheld"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/documents/{id:guid}/release"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/findings/{id:guid}/accept"] = new("documents.settle_findings", OfBody: true),
        ["POST /api/v1/migrations"] = new("documents.draft"),
        ["POST /api/v1/migrations/{id:guid}/preview"] = new("documents.read", OfBody: true),
        ["POST /api/v1/migrations/{id:guid}/run"] = new("documents.vouch", OfBody: true),
        ["DELETE /api/v1/migrations/{id:guid}"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/reviews/{id:guid}/approve"] = new("documents.review", OfBody: true),
        ["POST /api/v1/reviews/{id:guid}/return"] = new("documents.review", OfBody: true),
        ["POST /api/v1/reviews/{id:guid}/secrecy"] = new("documents.review_secrecy", OfBody: true),
        ["POST /api/v1/reviews/{id:guid}/comments/{number:int}/reply"] = new("documents.draft", OfBody: true),
        ["POST /api/v1/reviews/{id:guid}/comments/{number:int}/settle"] = new("documents.settle_remarks", OfBody: true),
        ["PUT /api/v1/bodies/{key}/review-chains"] = new("review_chains.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/index-rule"] = new("index_rules.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/retention"] = new("retention.manage", OfBody: true),
        ["PUT /api/v1/checked-words"] = new("review_chains.manage"),
        ["PUT /api/v1/site/checked-words"] = new("checked_words.manage"),
        ["PUT /api/v1/bodies/{key}/catalogue/lines/{id:guid}"] = new("catalogue.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/catalogue/lines/{id:guid}/retire"] = new("catalogue.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/catalogue/publish"] = new("catalogue.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/columns"] = new("catalogue.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/columns/{column}"] = new("catalogue.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/guide"] = new("guide.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/guide/publish"] = new("guide.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/columns/{column}/archive"] = new("catalogue.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/columns/{column}/reopen"] = new("catalogue.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/topics/{topic}"] = new("topics.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/topics/{topic}/publish"] = new("topics.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/topics/{topic}/withdraw"] = new("topics.manage", OfBody: true),
        ["PUT /api/v1/bodies/{key}/footer"] = new("site_footers.manage", OfBody: true),
        ["POST /api/v1/bodies/{key}/webhooks"] = new("webhooks.manage", OfBody: true),
        ["POST /api/v1/webhooks/{id:guid}/deliveries/{number:long}/retry"] = new("webhooks.manage", OfBody: true),
        ["DELETE /api/v1/webhooks/{id:guid}"] = new("webhooks.manage", OfBody: true),
        ["POST /api/v1/site-faults/{id:guid}/answer"] = new("site_faults.answer", OfBody: true),
        ["DELETE /api/v1/tokens/{id:guid}"] = new("office.use"),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static IEnumerable<string> Routes => s_lines.Keys.Select(line => line.Split(' ')[1]);

    public static TheoryData<Role, string> Doors => [.. from role in PermissionTests.s_people.Keys from line in s_lines.Keys select (role, line)];

    public static TheoryData<string> Lines => [.. s_lines.Keys];

    [Fact]
    public void Every_address_that_changes_something_stands_in_the_table()
    {
        var endpoints = from endpoint in yunze.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                        where endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<RequiresAttribute>() is not null
                        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                        where method != "GET"
                        select $"{method} {endpoint.RoutePattern.RawText}";

        Assert.Equal(s_lines.Keys.Order(StringComparer.Ordinal), endpoints.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Doors))]
    public async Task A_role_is_heard_where_the_matrix_says_so_and_turned_away_everywhere_else(Role role, string line)
    {
        var (login, own) = PermissionTests.s_people[role];
        var visitor = await PermissionTests.s_doors.GetOrAdd(login, yunze.SignedIn);
        var roles = await PermissionTests.RolesOf(yunze, login);

        foreach (var body in PermissionTests.s_bodies)
        {
            var allowed = PermissionTests.Allowed(roles, s_lines[line], own, body);

            using var request = await Empty(line, body, login, mayRemove: allowed);
            var answer = await visitor.SendAsync(request, Cancel);

            var heard = answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.StatusCode < 500;
            Assert.True(allowed ? heard : answer.StatusCode == HttpStatusCode.Forbidden, $"{role} ({own}) {line} {body}: {answer.StatusCode}, {(allowed ? "allowed" : "forbidden")}: {await YunzeSite.Text(answer)}");
        }
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task Nobody_is_heard_without_a_session_or_a_token(string line)
    {
        using var visitor = yunze.Visitor();
        using var request = await Empty(line, "gxj", "gxj-office", mayRemove: false);

        var answer = await visitor.SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.Single().Scheme));
    }

    /// <summary>A request that can change nothing: nothing is in it, and the version it was made for is none that there ever was.</summary>
    private async Task<HttpRequestMessage> Empty(string line, string body, string login, bool mayRemove)
    {
        var (method, route) = (line.Split(' ')[0], line.Split(' ')[1]);
        var address = await Address(route, body, login);
        if (mayRemove && line == "DELETE /api/v1/webhooks/{id:guid}")
            address = $"/api/v1/webhooks/{await BodyThings.NewWebhook(yunze, body)}";
        if (mayRemove && line == "DELETE /api/v1/migrations/{id:guid}")
            address = $"/api/v1/migrations/{await BodyThings.NewMigration(yunze, body)}";
        var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = method == "DELETE" ? null : JsonContent.Create(route == "/api/v1/documents" ? (object)new { body } : new { }) };
        request.Headers.Add("If-Match", "\"4294967295\"");
        return request;
    }

    private async Task<string> Address(string route, string body, string login)
    {
        if (route == "/api/v1/documents/import")
            return $"{route}?body={body}";
        if (!route.Contains("officers/{id", StringComparison.Ordinal))
            return await BodyThings.Address(yunze, route, body);
        var person = await yunze.OfficerOf(login == $"{body}-intake" ? $"{body}-leader" : $"{body}-intake");
        return route.Replace("{id:guid}", $"{person.Value}", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal);
    }
}
