using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>机关、科室、人员、台账接口: the operations of the office for programs, behind the same gate.</summary>
public static class BodiesApi
{
    public static void MapBodies(this IEndpointRouteBuilder api)
    {
        var bodies = api.MapGroup("/bodies").WithTags("机关");
        api.MapGet("/bodies", List).WithTags("机关").Requires(Permission.ReadBodies).WithSummary("机关列表").WithName("listBodies");
        api.MapPost("/bodies", Create).WithTags("机关").Requires(Permission.ManageBodies).WithSummary("新建机关").WithName("createBody");
        bodies.MapGet("/{key}", One).Requires(Permission.ReadBodies).WithSummary("一个机关及其沿革；ETag 是版本").WithName("getBody");
        bodies.MapPost("/{key}/rename", Rename).Requires(Permission.ManageBodies).WithSummary("机关更名；If-Match 带版本时，已被他人更改则 409").WithName("renameBody");
        bodies.MapGet("/{key}/sections", Sections).Requires(Permission.ReadBodies).WithSummary("科室").WithName("listSections");
        bodies.MapGet("/{key}/officers", Officers).Requires(Permission.ReadOfficers).WithSummary("人员").WithName("listOfficers");
        var officers = api.MapGroup("/officers").WithTags("人员");
        officers.MapGet("/{id:guid}", Officer).Requires(Permission.ReadOfficers).WithSummary("一名人员、角色和代理").WithName("getOfficer");
        officers.MapPost("/{id:guid}/roles", Grant).Requires(Permission.GrantRoles).WithSummary("授予角色").WithName("grantRole");
        api.MapGet("/ledger", Ledger).Requires(Permission.ReadLedger).WithTags("台账").WithSummary("台账条目，新的在前；before 是翻页用的序号").WithName("listLedger");
    }

    private static Paged<BodySummary> List(HttpContext http, int page = 1, int size = 50)
    {
        var all = http.Visit.Rules.Tree.All.OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal).ToList();
        (page, size) = (Math.Max(1, page), Math.Clamp(size, 1, 200));
        return new Paged<BodySummary>(all.Count, page, size, [.. all.Skip((page - 1) * size).Take(size).Select(body => new BodySummary(body.Key, body.Name, body.ShortName, Words.Of(body.Kind), Words.Of(body.Level), Words.Of(body.State)))]);
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, string key)
    {
        if (await Find(db, key, http) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.ETag = $"\"{body.Version}\"";
        if (http.Request.Headers.IfNoneMatch == $"\"{body.Version}\"")
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var tree = http.Visit.Rules.Tree;
        string? KeyOf(BodyId? id) => id is { } one ? tree.Find(one)?.Key : null;
        return Results.Ok(new BodyDetails(
            body.Key, body.Name, body.ShortName, Words.Of(body.Kind), Words.Of(body.Level), Words.Of(body.State), body.RegionCode, body.CreditCode, KeyOf(body.Parent), KeyOf(body.GuidedBy), KeyOf(body.CompetentOffice), KeyOf(body.Successor),
            [.. body.Events.Select(happened => new EventDetails(Words.Of(happened.What), happened.On, happened.Name, KeyOf(happened.Other), happened.Basis))]));
    }

    private static async Task<IResult> Create(HttpContext http, CreateBody create, BodyInput asked)
    {
        var tree = http.Visit.Rules.Tree;
        BodyId? IdOf(string? key, string field) => key is null ? null : tree.Find(key)?.Id ?? throw new RefusedException($"没有网址名是“{key}”的机关。", field);
        var body = await create.Run(
            new NewBody(asked.Key, asked.Name, asked.ShortName ?? "", Word<BodyKind>(asked.Kind, "kind"), Word<Level>(asked.Level, "level"), asked.FoundedOn)
            {
                Basis = asked.Basis,
                RegionCode = asked.RegionCode,
                CreditCode = asked.CreditCode,
                Parent = IdOf(asked.Parent, "parent"),
                GuidedBy = IdOf(asked.GuidedBy, "guided_by"),
                CompetentOffice = IdOf(asked.CompetentOffice, "competent_office"),
            },
            http.Visit.Officer,
            http.RequestAborted);
        return Results.Created($"/api/v1/bodies/{body.Key}", new { body.Key, body.Name });
    }

    private static async Task<IResult> Rename(HttpContext http, GongkaiDb db, RenameBody rename, string key, RenameInput asked)
    {
        if (await Find(db, key, http) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        await rename.Run(body.Id, asked.Name, asked.ShortName ?? "", asked.On, asked.Basis, http.Visit.Officer, Seen(http), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Sections(HttpContext http, GongkaiDb db, string key) => await Find(db, key, http) is not { } body
        ? Results.Problem(statusCode: StatusCodes.Status404NotFound)
        : Results.Ok(await db.Sections.AsNoTracking().Where(section => section.Body == body.Id).OrderBy(section => section.Rank)
            .Select(section => new { Id = section.Id.Value, section.Name, section.IsDisclosureOffice, section.ClosedOn }).ToListAsync(http.RequestAborted));

    private static async Task<IResult> Officers(HttpContext http, GongkaiDb db, string key, int page = 1, int size = 50)
    {
        if (await Find(db, key, http) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        Demand(http, Permission.ReadOfficers, body.Id);
        (page, size) = (Math.Max(1, page), Math.Clamp(size, 1, 200));
        var found = db.Officers.AsNoTracking().Where(officer => officer.Body == body.Id && officer.LeftOn == null);
        var officers = await found.OrderBy(officer => officer.Id).Skip((page - 1) * size).Take(size).ToListAsync(http.RequestAborted);
        return Results.Ok(new Paged<OfficerSummary>(await found.CountAsync(http.RequestAborted), page, size, [.. officers.Select(officer => new OfficerSummary(officer.Id.Value, officer.Name, officer.Title, [.. officer.RolesOn(http.Visit.Today).Select(role => role.Word)]))]));
    }

    private static async Task<IResult> Officer(HttpContext http, GongkaiDb db, Guid id)
    {
        var wanted = new OfficerId(id);
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(officer => officer.Id == wanted, http.RequestAborted) is not { } officer)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        Demand(http, Permission.ReadOfficers, officer.Body);
        http.Response.Headers.ETag = $"\"{officer.Version}\"";
        return Results.Ok(new
        {
            Id = officer.Id.Value,
            officer.Name,
            Body = http.Visit.Rules.Tree.Find(officer.Body)!.Key,
            officer.Title,
            officer.Phone,
            officer.AppointedOn,
            officer.LeftOn,
            Roles = officer.Grants.Select(grant => new { grant.Number, Role = grant.Role.Word, grant.From, grant.Until }),
            Deputies = officer.Deputies.Select(deputy => new { deputy.Number, Officer = deputy.Officer.Value, deputy.From, deputy.Until }),
        });
    }

    private static async Task<IResult> Grant(HttpContext http, GrantRole grant, Guid id, GrantInput asked)
    {
        await grant.Run(new OfficerId(id), Word<Role>(asked.Role, "role"), asked.From, asked.Until, asked.Section is { } section ? new SectionId(section) : null, http.Visit.Officer, Seen(http), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Ledger(HttpContext http, GongkaiDb db, ActCatalogue acts, long? before = null, int size = 50)
    {
        var found = db.LedgerEntries.AsNoTracking();
        if (http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ReadLedger, http.Visit.Today) is { } reach)
        {
            var bodies = reach.Select(body => $"{body.Value}").ToList();
            found = found.Where(entry => bodies.Contains(entry.BodyId));
        }

        if (before is { } number)
            found = found.Where(entry => entry.Number < number);
        var rows = await found.OrderByDescending(entry => entry.Number).Take(Math.Clamp(size, 1, 200)).ToListAsync(http.RequestAborted);
        return Results.Ok(new
        {
            Items = rows.Select(entry => new { entry.Number, entry.At, Officer = entry.ActorName, Body = entry.BodyName, entry.Act, Name = acts.NameOf(entry.Act), entry.Kind, entry.Key, Hash = Convert.ToHexStringLower(entry.Hash) }),
            Next = rows.Count == 0 ? (long?)null : rows[^1].Number,
        });
    }

    private static Task<Body?> Find(GongkaiDb db, string key, HttpContext http) => db.Bodies.AsNoTracking().SingleOrDefaultAsync(body => body.Key == key, http.RequestAborted);

    private static void Demand(HttpContext http, Permission permission, BodyId body)
    {
        if (!http.Visit.May(permission, body))
            throw new NotAllowedException("您的权限不及于这个机关。");
    }

    /// <summary>If-Match: the version the program saw.</summary>
    private static uint? Seen(HttpContext http) => http.Request.Headers.IfMatch.ToString() is { Length: > 0 } seen
        ? uint.TryParse(seen.Trim('"'), CultureInfo.InvariantCulture, out var version) ? version : throw new BadHttpRequestException("If-Match 应当是读取时得到的 ETag。")
        : null;

    private static T Word<T>(string word, string field)
        where T : struct, Enum =>
        Enum.GetValues<T>().Any(value => Words.Of(value) == word) ? Words.Parse<T>(word) : throw new RefusedException($"{field} 应当是：{string.Join("、", Enum.GetValues<T>().Select(Words.Of))}。", field);

    private sealed record Paged<T>(int Total, int Page, int Size, IReadOnlyList<T> Items);

    private sealed record BodySummary(string Key, string Name, string ShortName, string Kind, string Level, string State);

    private sealed record BodyDetails(
        string Key, string Name, string ShortName, string Kind, string Level, string State, string? RegionCode, string? CreditCode, string? Parent, string? GuidedBy, string? CompetentOffice, string? Successor, IReadOnlyList<EventDetails> Events);

    private sealed record EventDetails(string What, DateOnly On, string? Name, string? Other, string? Basis);

    private sealed record OfficerSummary(Guid Id, string Name, string? Title, IReadOnlyList<string> Roles);

    internal sealed record BodyInput(string Key, string Name, string? ShortName, string Kind, string Level, DateOnly FoundedOn, string? Basis, string? RegionCode, string? CreditCode, string? Parent, string? GuidedBy, string? CompetentOffice);

    internal sealed record RenameInput(string Name, string? ShortName, DateOnly On, string? Basis);

    internal sealed record GrantInput(string Role, DateOnly From, DateOnly? Until, Guid? Section);
}
