using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>权限: every role at every address of the staff about every body, held against data/permissions.json read here once more.</summary>
public sealed class PermissionTests(YunzeSite yunze)
{
    internal static readonly ConcurrentDictionary<string, Task<HttpClient>> s_doors = new();

    /// <summary>Each address: what it needs, and whether it speaks of one body. A route without a line here fails.</summary>
    private static readonly IReadOnlyDictionary<string, Line> s_lines = new Dictionary<string, Line>
    {
        ["/office"] = new("office.use"),
        ["/office/account"] = new("office.use"),
        ["/office/account/authenticator"] = new("office.use"),
        ["/office/bodies"] = new("bodies.read"),
        ["/office/bodies/new"] = new("bodies.manage"),
        ["/office/bodies/{key}"] = new("bodies.read", OfBody: true),
        ["/office/bodies/{key}/abolish"] = new("bodies.manage", OfBody: true),
        ["/office/bodies/{key}/change"] = new("bodies.manage", OfBody: true),
        ["/office/bodies/{key}/merge"] = new("bodies.manage", OfBody: true),
        ["/office/bodies/{key}/officers/new"] = new("officers.manage", OfBody: true),
        ["/office/bodies/{key}/rename"] = new("bodies.manage", OfBody: true),
        ["/office/bodies/{key}/sections/new"] = new("sections.manage", OfBody: true),
        ["/office/documents"] = new("documents.read"),
        ["/office/documents/import"] = new("documents.draft"),
        ["/office/documents/new"] = new("documents.draft"),
        ["/office/documents/{id:guid}"] = new("documents.read", OfBody: true),
        ["/office/documents/{id:guid}/attachments/{number:int}"] = new("documents.read", OfBody: true),
        ["/office/documents/{id:guid}/compare"] = new("documents.read", OfBody: true),
        ["/office/documents/{id:guid}/edit"] = new("documents.draft", OfBody: true),
        ["/office/documents/{id:guid}/{step}"] = new("documents.read", OfBody: true),
        ["/office/migration"] = new("documents.read"),
        ["/office/findings"] = new("documents.read"),
        ["/office/import"] = new("officers.manage"),
        ["/office/ledger"] = new("ledger.read"),
        ["/office/ledger/{number:long}"] = new("ledger.read", OfBody: true),
        ["/office/officers"] = new("officers.read"),
        ["/office/officers/{id:guid}"] = new("officers.read", OfBody: true),
        ["/office/officers/{id:guid}/account"] = new("accounts.manage", OfBody: true),
        ["/office/officers/{id:guid}/change"] = new("officers.manage", OfBody: true),
        ["/office/officers/{id:guid}/deputy"] = new("deputies.name", OfBody: true),
        ["/office/officers/{id:guid}/grant"] = new("roles.grant", OfBody: true),
        ["/office/officers/{id:guid}/transfer"] = new("officers.manage", OfBody: true),
        ["/office/sections/{id:guid}"] = new("sections.manage", OfBody: true),
        ["/office/register"] = new("documents.read"),
        ["/office/reviews"] = new("documents.read"),
        ["/office/reviews/{id:guid}"] = new("documents.read", OfBody: true),
        ["/office/settings"] = new("documents.read"),
        ["/office/settings/chain/{kind}"] = new("review_chains.manage"),
        ["/office/search"] = new("search.manage"),
        ["/office/tokens"] = new("accounts.manage"),
        ["/office/webhooks"] = new("webhooks.manage"),
        ["/office/faults"] = new("site_faults.answer"),
        ["/office/catalogue"] = new("catalogue.read"),
        ["/office/catalogue/columns/new"] = new("catalogue.manage"),
        ["/office/catalogue/columns/{column}"] = new("catalogue.manage"),
        ["/office/catalogue/import"] = new("catalogue.manage"),
        ["/office/catalogue/lines/new"] = new("catalogue.manage"),
        ["/office/catalogue/lines/{id:guid}"] = new("catalogue.manage", OfBody: true),
        ["/office/guide"] = new("catalogue.read"),
        ["/office/topics"] = new("catalogue.read"),
        ["/office/topics/edit"] = new("topics.manage"),
        ["/office/footer"] = new("site_footers.manage"),
        ["/api/v1/bodies/{key}/topics/{topic}"] = new("catalogue.read", OfBody: true),
        ["/api/v1/bodies/{key}/topics"] = new("catalogue.read", OfBody: true),
        ["/api/v1/bodies/{key}/footer"] = new("site_footers.manage", OfBody: true),
        ["/api/v1/bodies/{key}/catalogue"] = new("catalogue.read", OfBody: true),
        ["/api/v1/bodies/{key}/catalogue/health"] = new("catalogue.read", OfBody: true),
        ["/api/v1/bodies/{key}/guide"] = new("catalogue.read", OfBody: true),
        ["/api/v1/bodies/{key}/guide/draft"] = new("guide.manage", OfBody: true),
        ["/api/v1/bodies/{key}/columns"] = new("catalogue.read", OfBody: true),
        ["/api/v1/bodies"] = new("bodies.read"),
        ["/api/v1/bodies/{key}"] = new("bodies.read", OfBody: true),
        ["/api/v1/bodies/{key}/index-rule"] = new("documents.read", OfBody: true),
        ["/api/v1/bodies/{key}/officers"] = new("officers.read", OfBody: true),
        ["/api/v1/bodies/{key}/normative-register"] = new("documents.read", OfBody: true),
        ["/api/v1/bodies/{key}/retention"] = new("documents.read", OfBody: true),
        ["/api/v1/bodies/{key}/review-chains"] = new("documents.read", OfBody: true),
        ["/api/v1/bodies/{key}/sections"] = new("bodies.read", OfBody: true),
        ["/api/v1/bodies/{key}/webhooks"] = new("webhooks.manage", OfBody: true),
        ["/api/v1/bodies/{key}/retention/{kind}"] = new("documents.read", OfBody: true),
        ["/api/v1/bodies/{key}/review-chains/{kind}"] = new("documents.read", OfBody: true),
        ["/api/v1/checked-words"] = new("documents.read"),
        ["/api/v1/checked-words/{wrong}"] = new("documents.read"),
        ["/api/v1/site/checked-words/{wrong}"] = new("documents.read"),
        ["/api/v1/documents"] = new("documents.read"),
        ["/api/v1/documents/{id:guid}"] = new("documents.read", OfBody: true),
        ["/api/v1/documents/{id:guid}/attachments/{number:int}"] = new("documents.read", OfBody: true),
        ["/api/v1/documents/{id:guid}/checks"] = new("documents.draft", OfBody: true),
        ["/api/v1/findings"] = new("documents.read"),
        ["/api/v1/findings/scan"] = new("documents.read"),
        ["/api/v1/ledger"] = new("ledger.read"),
        ["/api/v1/ledger/{number:long}"] = new("ledger.read", OfBody: true),
        ["/api/v1/migrations"] = new("documents.read"),
        ["/api/v1/missed-queries"] = new("search.manage"),
        ["/api/v1/officers/{id:guid}/account"] = new("accounts.manage", OfBody: true),
        ["/api/v1/sessions"] = new("office.use"),
        ["/api/v1/synonyms"] = new("search.manage"),
        ["/api/v1/synonyms/{id:guid}"] = new("search.manage"),
        ["/api/v1/officers/{id:guid}"] = new("officers.read", OfBody: true),
        ["/api/v1/reviews"] = new("documents.read"),
        ["/api/v1/reviews/{id:guid}"] = new("documents.read", OfBody: true),
        ["/api/v1/alerts/count"] = new("search.manage"),
        ["/api/v1/site-faults"] = new("site_faults.answer"),
        ["/api/v1/tokens/all"] = new("accounts.manage"),
        ["/api/v1/tokens"] = new("office.use"),
        ["/api/v1/webhooks/{id:guid}/deliveries"] = new("webhooks.manage", OfBody: true),
    };

    /// <summary>Addresses that only take what a browser sends from a page above.</summary>
    private static readonly string[] s_onlySent = ["/office/account/passkeys", "/office/account/passkeys/options"];

    private static readonly string[] s_beforeSignIn =
    [
        "/office/sign-in", "/office/sign-in/city", "/office/sign-in/link/{secret}", "/office/sign-in/passkey", "/office/sign-in/passkey/options", "/office/sign-in/second-factor", "/office/sign-out",
    ];

    internal static readonly IReadOnlyDictionary<Role, (string Login, string Body)> s_people = new Dictionary<Role, (string, string)>
    {
        [Role.OfficeHead] = ("gxj-office", "gxj"),
        [Role.IntakeClerk] = ("gxj-intake", "gxj"),
        [Role.CaseOfficer] = ("yunxi-gxkj-case", "yunxi-gxkj"),
        [Role.SectionHead] = ("gxj-head", "gxj"),
        [Role.Reviewer] = ("kjj-review", "kjj"),
        [Role.SecrecyReviewer] = ("gxj-secrecy", "gxj"),
        [Role.Leader] = ("gxj-leader", "gxj"),
        [Role.Publisher] = ("gxj-publish", "gxj"),
        [Role.Reporter] = ("kjj-publish", "kjj"),
        [Role.CompetentOffice] = ("competent", "yunze"),
        [Role.SystemAdmin] = ("system", "pingtai"),
        [Role.SecurityAdmin] = ("security", "pingtai"),
        [Role.AuditAdmin] = ("audit", "pingtai"),
    };

    internal static readonly string[] s_bodies = ["gxj", "yunxi-gxkj", "kjj"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Role, string> Doors => [.. from role in s_people.Keys from route in s_lines.Keys select (role, route)];

    [Fact]
    public void Every_address_of_the_staff_stands_in_the_table()
    {
        var pages = yunze.Site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => "/" + page.AttributeRouteInfo!.Template).Where(route => route.StartsWith("/office", StringComparison.Ordinal));
        var endpoints = yunze.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
                && (endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("office", StringComparison.Ordinal) || endpoint.Metadata.GetMetadata<RequiresAttribute>() is not null))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

        Assert.Equal(
            s_lines.Keys.Concat(SentPermissionTests.Routes).Concat(s_onlySent).Concat(s_beforeSignIn).Distinct().Order(StringComparer.Ordinal),
            pages.Concat(endpoints).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Doors))]
    public async Task A_role_opens_what_the_matrix_gives_it_and_nothing_else(Role role, string route)
    {
        var (login, own) = s_people[role];
        var line = s_lines[route];
        var visitor = await s_doors.GetOrAdd(login, yunze.SignedIn);
        var roles = await RolesOf(yunze, login);

        foreach (var body in s_bodies)
        {
            var answer = await visitor.GetAsync(new Uri(await Address(route, body, login), UriKind.Relative), Cancel);

            var expected = Allowed(roles, line, own, body) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.True(expected == answer.StatusCode, $"{role} ({own}) {route} {body}: {answer.StatusCode}, expected {expected}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_passes_without_a_session(string route)
    {
        using var visitor = yunze.Visitor();

        var answer = await visitor.GetAsync(new Uri(await Address(route, "gxj", "gxj-office"), UriKind.Relative), Cancel);

        Assert.Equal(route.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, answer.StatusCode);
    }

    public static TheoryData<string> Routes => [.. s_lines.Keys];

    [Fact]
    public void Every_permission_of_the_code_stands_in_the_file_and_the_other_way_round()
    {
        // A module's own stand beside its operations, as extensions of Permission.
        var ofModules = from type in (Type[])[typeof(ReviewPermissions), typeof(DocumentPermissions), typeof(CataloguePermissions), typeof(TopicPermissions), typeof(FooterPermissions), typeof(Gongkai.Participation.FaultPermissions), typeof(Gongkai.Search.SearchPermissions)] from method in type.GetMethods() where method.IsStatic && method.ReturnType == typeof(Permission) select (Permission)method.Invoke(null, null)!;
        var inCode = typeof(Permission).GetFields().Where(field => field.IsStatic).Select(field => (Permission)field.GetValue(null)!).Concat(ofModules).Select(permission => permission.Word);

        Assert.Equal(PermissionMatrix.Standard.Rows.Select(row => row.Key).Order(StringComparer.Ordinal), inCode.Order(StringComparer.Ordinal));
    }

    internal static bool Allowed(IReadOnlyList<Role> roles, Line line, string own, string body)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "data", "permissions.json")));
        var row = file.RootElement.GetProperty("permissions").EnumerateArray().Single(row => row.GetProperty("permission").GetString() == line.Permission);
        var scopes = row.GetProperty("grants").EnumerateArray()
            .Where(grant => grant.GetProperty("roles").EnumerateArray().Select(one => one.GetString()).Any(word => word == "*" || roles.Any(role => Words.Of(role) == word)))
            .Select(grant => grant.GetProperty("scope").GetString()).ToList();
        return line.OfBody ? scopes.Any(scope => scope == "all" || own == body || (scope == "guided" && IsGuided(body, own))) : scopes.Count > 0;
    }

    /// <summary>The sample world, said in words: the city's government supervises all, the city's bureau of industry guides the county's.</summary>
    private static bool IsGuided(string body, string by) => by == "yunze" || (body, by) == ("yunxi-gxkj", "gxj");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Gongkai.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    internal static async Task<IReadOnlyList<Role>> RolesOf(YunzeSite yunze, string login)
    {
        var officer = await yunze.OfficerOf(login);
        return await yunze.Db(db => db.Officers.Where(one => one.Id == officer).SelectMany(one => one.Grants).Select(grant => grant.Role).ToListAsync(Cancel));
    }

    /// <summary>The route about a body; about a person, somebody else's.</summary>
    private async Task<string> Address(string route, string body, string login)
    {
        var person = login == $"{body}-intake" ? $"{body}-leader" : $"{body}-intake";
        if (route.Contains("ledger/{number", StringComparison.Ordinal))
        {
            await s_doors.GetOrAdd($"{body}-secrecy", yunze.SignedIn);
            var officer = (await yunze.OfficerOf($"{body}-secrecy")).Value.ToString();
            var number = await yunze.Db(db => db.LedgerEntries.Where(entry => entry.ActorId == officer).Select(entry => entry.Number).FirstAsync(Cancel));
            return route.Replace("{number:long}", $"{number}", StringComparison.Ordinal);
        }

        if (route.Contains("officers/{id", StringComparison.Ordinal))
            return route.Replace("{id:guid}", (await yunze.OfficerOf(person)).Value.ToString(), StringComparison.Ordinal);
        if (route.Contains("catalogue/lines/{id", StringComparison.Ordinal))
        {
            var line = await yunze.Db(db => (from one in db.CatalogueLines join owner in db.Bodies on one.Body equals owner.Id where owner.Key == body select one.Id).FirstAsync(Cancel));
            return $"/office/catalogue/lines/{line.Value}";
        }

        return await BodyThings.Address(yunze, route.Replace("{column}", "a20_01", StringComparison.Ordinal), body);
    }

    internal sealed record Line(string Permission, bool OfBody = false);
}
