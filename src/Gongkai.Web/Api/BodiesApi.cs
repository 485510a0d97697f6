using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Import;
using Gongkai.Web.Office.Shell;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api;

/// <summary>机关接口: the operations of the office on bodies, for programs, behind the same gate.</summary>
public static class BodiesApi
{
    public static void MapBodies(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies", List).Requires(Permission.ReadBodies).WithName("listBodies").WithSummary("机关列表").Produces<Paged<BodySummary>>();
        api.MapPost("/bodies", Create).Requires(Permission.ManageBodies).WithName("createBody").WithSummary("新建机关").Produces(StatusCodes.Status201Created);
        api.MapPost("/bodies/import", Import).Requires(Permission.ManageBodies).WithName("importBodies").WithSummary("导入机关：text 是CSV，write 为 false 时只预览；有一行有问题则一行也不写")
            .WithDescription($"标题行：{string.Join(",", BodyImport.Columns.Select(column => column.Title))}。").Produces<ImportOutcome>();
        api.MapGet("/bodies/{key}", One).Requires(Permission.ReadBodies).WithName("getBody").WithSummary("一个机关及其沿革；ETag 是版本").Produces<BodyDetails>();
        api.MapPut("/bodies/{key}", Change).Requires(Permission.ManageBodies).WithName("changeBody").WithSummary("更改机关资料和隶属关系；没有提交的项目清空");
        api.MapPut("/bodies/{key}/place", Place).Requires(Permission.ManageBodies).WithName("placeBody").WithSummary("只更改隶属关系");
        api.MapPost("/bodies/{key}/rename", Rename).Requires(Permission.ManageBodies).WithName("renameBody").WithSummary("机关更名");
        api.MapPost("/bodies/{key}/merge", Merge).Requires(Permission.ManageBodies).WithName("mergeBody").WithSummary("机关并入另一机关");
        api.MapPost("/bodies/{key}/abolish", Abolish).Requires(Permission.ManageBodies).WithName("abolishBody").WithSummary("机关撤销");
    }

    private static Paged<BodySummary> List(HttpContext http, int page = 1, int size = 50) =>
        http.Visit.Rules.Tree.All.OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal).ToList().Page(page, size)
            .Select(body => new BodySummary(body.Key, body.Name, body.ShortName, Words.Of(body.Kind), Words.Of(body.Level), Words.Of(body.State)));

    private static Task<IResult> Import(HttpContext http, BodyImport import, ImportInput asked) => asked.Run((text, write) => import.Run(text, write, http.Visit.Officer, http.Cancel));

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadBodies);
        return http.Versioned(body.Version, () => new BodyDetails(
            body.Key, body.Name, body.ShortName, Words.Of(body.Kind), Words.Of(body.Level), Words.Of(body.State), body.RegionCode, body.CreditCode,
            http.KeyOf(body.Parent), http.KeyOf(body.GuidedBy), http.KeyOf(body.CompetentOffice), http.KeyOf(body.Successor), body.Version,
            [.. body.Events.Select(happened => new EventDetails(Words.Of(happened.What), happened.On, happened.Name, http.KeyOf(happened.Other), happened.Basis))]));
    }

    private static async Task<IResult> Create(HttpContext http, CreateBody create, BodyInput asked)
    {
        var body = await create.Run(
            new NewBody(asked.Key ?? "", asked.Name ?? "", asked.ShortName ?? "", Word<BodyKind>(asked.Kind, "kind"), Word<Level>(asked.Level, "level"), Given(asked.FoundedOn, "founded_on"))
            {
                Basis = asked.Basis,
                RegionCode = asked.RegionCode,
                CreditCode = asked.CreditCode,
                Parent = http.BodyNamed(asked.Parent, "parent"),
                GuidedBy = http.BodyNamed(asked.GuidedBy, "guided_by"),
                CompetentOffice = http.BodyNamed(asked.CompetentOffice, "competent_office"),
            },
            http.Visit.Officer,
            http.Cancel);
        return Results.Created($"/api/v1/bodies/{body.Key}", new { body.Key, body.Name });
    }

    private static async Task<IResult> Change(HttpContext http, GongkaiDb db, ChangeBody change, string key, FactsInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageBodies);
        var facts = new BodyFacts(
            Word<BodyKind>(asked.Kind, "kind"), Word<Level>(asked.Level, "level"), asked.RegionCode, asked.CreditCode,
            http.BodyNamed(asked.Parent, "parent"), http.BodyNamed(asked.GuidedBy, "guided_by"), http.BodyNamed(asked.CompetentOffice, "competent_office"));
        await change.Run(body.Id, facts, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Place(HttpContext http, GongkaiDb db, ChangeBody change, string key, PlaceInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageBodies);
        var facts = new BodyFacts(
            body.Kind, body.Level, body.RegionCode, body.CreditCode,
            http.BodyNamed(asked.Parent, "parent"), http.BodyNamed(asked.GuidedBy, "guided_by"), http.BodyNamed(asked.CompetentOffice, "competent_office"));
        // What is not sent stays as it was read, so it must not have changed since.
        await change.Run(body.Id, facts, http.Visit.Officer, http.Seen ?? body.Version, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Rename(HttpContext http, GongkaiDb db, RenameBody rename, string key, RenameInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageBodies);
        await rename.Run(body.Id, asked.Name ?? "", asked.ShortName ?? "", Given(asked.On, "on"), asked.Basis, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Merge(HttpContext http, GongkaiDb db, MergeBodies merge, string key, MergeInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageBodies);
        if (http.Seen is { } seen && seen != body.Version)
            throw new ChangedMeanwhileException(body);
        await merge.Run([body.Id], Given(http.BodyNamed(asked.Into, "into"), "into"), Given(asked.On, "on"), asked.Basis, http.Visit.Officer, seen: null, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Abolish(HttpContext http, GongkaiDb db, AbolishBody abolish, string key, AbolishInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageBodies);
        await abolish.Run(body.Id, Given(asked.On, "on"), asked.Basis, http.BodyNamed(asked.Successor, "successor"), http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private sealed record BodySummary(string Key, string Name, string ShortName, string Kind, string Level, string State);

    private sealed record BodyDetails(
        string Key, string Name, string ShortName, string Kind, string Level, string State, string? RegionCode, string? CreditCode,
        string? Parent, string? GuidedBy, string? CompetentOffice, string? Successor, uint Version, IReadOnlyList<EventDetails> Events);

    private sealed record EventDetails(string What, DateOnly On, string? Name, string? Other, string? Basis);

    internal sealed record BodyInput(string? Key, string? Name, string? ShortName, string? Kind, string? Level, DateOnly? FoundedOn, string? Basis, string? RegionCode, string? CreditCode, string? Parent, string? GuidedBy, string? CompetentOffice);

    internal sealed record FactsInput(string? Kind, string? Level, string? RegionCode, string? CreditCode, string? Parent, string? GuidedBy, string? CompetentOffice);

    internal sealed record PlaceInput(string? Parent, string? GuidedBy, string? CompetentOffice);

    internal sealed record RenameInput(string? Name, string? ShortName, DateOnly? On, string? Basis);

    internal sealed record MergeInput(string? Into, DateOnly? On, string? Basis);

    internal sealed record AbolishInput(string? Successor, DateOnly? On, string? Basis);
}
