using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Catalogue;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>指南、目录接口: the operations of the catalogue's pages for programs, behind the same gate.</summary>
public static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        var body = api.MapGroup("/bodies/{key}").WithTags("指南和目录");
        body.MapGet("/guide", Guide).Requires(Permission.ReadCatalogue).WithSummary("公开指南：现行版本，缺少的要素；ETag 是版本").WithName("getGuide");
        body.MapGet("/guide/draft", Draft).Requires(Permission.ManageGuide).WithSummary("公开指南的草稿；没有草稿时是现行版本；ETag 是版本").WithName("getGuideDraft").Produces<GuideDraft>();
        body.MapPut("/guide", EditGuide).Requires(Permission.ManageGuide).WithSummary("修改公开指南的草稿；字段见 getGuide，没有提交的为空；If-Match 带版本时，已被他人更改则 409").WithName("putGuide").Produces<GuideDraft>();
        body.MapPost("/guide/publish", PublishGuide).Requires(Permission.ManageGuide).WithSummary("发布公开指南的草稿；缺少第十二条要素的、发布人自己写过的，不能发布").WithName("publishGuide").Produces<GuideDraft>();
        body.MapGet("/columns", ListColumns).Requires(Permission.ReadCatalogue).WithSummary("栏目及其收录规则").WithName("listColumns").Produces<IReadOnlyList<ColumnDetails>>();
        body.MapPost("/columns", AddOne).Requires(Permission.ManageCatalogue).WithSummary("增设本机关自己的栏目：key 是网址名，parent 是上级栏目，after 是排在其后的栏目").WithName("addColumn").Produces<ColumnDetails>(StatusCodes.Status201Created);
        body.MapPut("/columns/{column}", EditColumn).Requires(Permission.ManageCatalogue).WithSummary("设置栏目的名称、位置、收录规则、更新要求；自设栏目可以换上级栏目；If-Match 带版本时，已被他人更改则 409").WithName("putColumn").Produces<ColumnDetails>();
        body.MapPost("/columns/{column}/archive", ArchiveOne).Requires(Permission.ManageCatalogue).WithSummary("归档栏目：离开导航，网址和以前的信息保留").WithName("archiveColumn").Produces<ColumnDetails>();
        body.MapPost("/columns/{column}/reopen", ReopenOne).Requires(Permission.ManageCatalogue).WithSummary("恢复归档的栏目").WithName("reopenColumn").Produces<ColumnDetails>();
        body.MapPost("/catalogue/publish", PublishLines).Requires(Permission.ManageCatalogue).WithSummary("把现在的条目发布为基本目录的一个版本；发布人自己修改过条目的，不能发布；If-Match 带 listCatalogueLines 的 ETag 时，条目或者版本已被他人更改则 409").WithName("publishCatalogue");
        body.MapPost("/catalogue/lines/{id:guid}/retire", Retire).Requires(Permission.ManageCatalogue).WithSummary("停用条目").WithName("retireCatalogueLine");
        body.MapGet("/catalogue", Lines).Requires(Permission.ReadCatalogue).WithSummary("主动公开基本目录的条目；ETag 随条目和已发布的版本变化，发布时用").WithName("listCatalogueLines");
        body.MapGet("/catalogue/health", Health).Requires(Permission.ReadCatalogue).WithSummary("栏目和条目的状况及理由").WithName("getCatalogueHealth");
        body.MapPost("/catalogue/import", Import).Requires(Permission.ManageCatalogue).WithSummary("导入条目：text 是CSV，write 为 false 时只预览；有一行有问题则一行也不写").WithName("importCatalogue")
            .WithDescription($"标题行：{string.Join(",", CatalogueSheet.Columns.Select(column => column.Title))}；与下载的目录表相同。").Produces<ImportOutcome>();
        body.MapPut("/catalogue/lines/{id:guid}", Save).Requires(Permission.ManageCatalogue).WithSummary("增加或修改条目；If-Match 带版本时，已被他人更改则 409").WithName("putCatalogueLine");
    }

    private static async Task<IResult> Guide(HttpContext http, GongkaiDb db, string key)
    {
        if (Find(http, key, Permission.ReadCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var guide = await db.Guides.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body.Id, http.RequestAborted);
        if (guide?.Published is not { } published)
            return Results.Problem("还没有发布公开指南。", statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.ETag = $"\"{guide.Version}\"";
        return Results.Ok(new
        {
            Number = published.Number,
            published.PublishedOn,
            Fields = GuideFields.All.Select(field => new { field.Key, field.Label, Value = field.Of(published) }),
            published.Missing,
            Versions = guide.Versions.Where(version => version.PublishedOn is not null).Select(version => new { version.Number, version.PublishedOn, version.EffectiveOn, version.ReviewBy }),
        });
    }

    private static async Task<IResult> Draft(HttpContext http, GongkaiDb db, string key)
    {
        if (Find(http, key, Permission.ManageGuide) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        return await db.Guides.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body.Id, http.RequestAborted) is { } guide ? Told(http, guide) : Results.Problem("还没有公开指南。", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> EditGuide(HttpContext http, EditGuide edit, string key, Dictionary<string, string?> asked)
    {
        if (Find(http, key, Permission.ManageGuide) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        if (asked.Keys.FirstOrDefault(name => GuideFields.All.All(field => field.Key != name)) is { } strange)
            throw new RefusedException($"没有字段“{strange}”。", strange);
        return Told(http, await edit.Run(body.Id, GuideFields.Read(name => asked.GetValueOrDefault(name)), http.Visit.Officer, Seen(http), http.RequestAborted));
    }

    private static async Task<IResult> PublishGuide(HttpContext http, PublishGuide publish, string key)
    {
        if (Find(http, key, Permission.ManageGuide) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        return Told(http, await publish.Run(body.Id, http.Visit.Officer, Seen(http), http.RequestAborted));
    }

    private static IResult Told(HttpContext http, DisclosureGuide guide)
    {
        var shown = guide.Draft ?? guide.Published!;
        http.Response.Headers.ETag = $"\"{guide.Version}\"";
        return Results.Ok(new GuideDraft(
            shown.Number, shown.PublishedOn, shown.EditedByName, shown.EditedAt, GuideFields.All.ToDictionary(field => field.Key, field => field.Of(shown)), shown.Missing, guide.Published?.Number, guide.Version));
    }

    private static async Task<IResult> ListColumns(HttpContext http, GongkaiDb db, string key)
    {
        if (Find(http, key, Permission.ReadCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        return Results.Ok((await db.ColumnsOf(body.Id, http.RequestAborted)).Select(ColumnDetails.Of));
    }

    private static async Task<IResult> AddOne(HttpContext http, AddColumn add, string key, ColumnInput asked)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var stored = await add.Run(body.Id, asked.Key ?? "", asked.ToSettings(), http.Visit.Officer, http.RequestAborted);
        http.Response.Headers.ETag = $"\"{stored.Version}\"";
        return Results.Created($"/api/v1/bodies/{key}/columns", ColumnDetails.Of(stored));
    }

    private static async Task<IResult> EditColumn(HttpContext http, GongkaiDb db, SetColumn set, string key, string column, ColumnInput asked)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        await DemandColumn(http, db, body, column);
        var stored = await set.Run(body.Id, column, asked.ToSettings(), http.Visit.Officer, Seen(http), http.RequestAborted);
        http.Response.Headers.ETag = $"\"{stored.Version}\"";
        return Results.Ok(ColumnDetails.Of(stored));
    }

    private static async Task DemandColumn(HttpContext http, GongkaiDb db, BodyNode body, string column)
    {
        if ((await db.ColumnsOf(body.Id, http.RequestAborted)).All(one => one.Key != column))
            throw new NotThereException("没有这个栏目。");
    }

    private static Task<IResult> ArchiveOne(HttpContext http, GongkaiDb db, ArchiveColumn archive, string key, string column) => Archived(http, db, key, column, body => archive.Run(body, column, http.Visit.Officer, Seen(http), http.RequestAborted));

    private static Task<IResult> ReopenOne(HttpContext http, GongkaiDb db, ArchiveColumn archive, string key, string column) => Archived(http, db, key, column, body => archive.Reopen(body, column, http.Visit.Officer, Seen(http), http.RequestAborted));

    private static async Task<IResult> Archived(HttpContext http, GongkaiDb db, string key, string column, Func<BodyId, Task<CatalogueColumn>> change)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        await DemandColumn(http, db, body, column);
        var stored = await change(body.Id);
        http.Response.Headers.ETag = $"\"{stored.Version}\"";
        return Results.Ok(ColumnDetails.Of(stored));
    }

    private static async Task<IResult> PublishLines(HttpContext http, PublishCatalogue publish, string key, PublishInput asked)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var catalogue = await publish.Run(body.Id, asked.ReviewBy, http.Visit.Officer, Seen(http), http.RequestAborted);
        return Results.Ok(new { catalogue.Versions[^1].Number, catalogue.Versions[^1].PublishedOn, catalogue.ReviewBy });
    }

    private static async Task<IResult> Retire(HttpContext http, GongkaiDb db, RetireLine retire, string key, Guid id)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var line = new CatalogueLineId(id);
        if (!await db.CatalogueLines.AnyAsync(one => one.Id == line && one.Body == body.Id, http.RequestAborted))
            return Results.Problem("没有这个目录条目。", statusCode: StatusCodes.Status404NotFound);
        await retire.Run(line, http.Visit.Officer, Seen(http), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Import(HttpContext http, CatalogueTable table, string key, ImportInput asked)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        return await asked.Run((text, write) => table.Run(body.Id, text, write, http.Visit.Officer, http.RequestAborted));
    }

    private static async Task<IResult> Lines(HttpContext http, GongkaiDb db, string key)
    {
        if (Find(http, key, Permission.ReadCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var names = await LineNames.Of(db, body.Id, http.RequestAborted);
        var lines = await db.LinesOf(body.Id).ToListAsync(http.RequestAborted);
        var catalogue = await db.Catalogues.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body.Id, http.RequestAborted);
        http.Tag(Gongkai.Publishing.PublishCatalogue.Stamp(catalogue, CatalogueSheet.Write(lines, names)));
        return Results.Ok(new { Total = lines.Count, Items = lines.Select(line => Described(line, names)) });
    }

    private static async Task<IResult> Health(HttpContext http, CatalogueBoard board, string key)
    {
        if (Find(http, key, Permission.ReadCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var health = await board.Of(body.Id, http.RequestAborted);
        return Results.Ok(new
        {
            health.On,
            Overall = Told(health.Overall),
            Guide = Told(health.Guide),
            Columns = health.Columns.Select(one => new { one.Column.Key, one.Column.Name, one.Count, one.NewestOn, Health = Told(one) }),
            Indicators = health.Indicators.Select(one => new { one.Key, one.Name, one.Asked, one.Count, Health = Told(one) }),
            Lines = health.Lines.Select(one => new { Id = one.Line.Id.Value, one.Line.Number, one.Line.Matter, one.Count, one.NewestOn, Health = Told(one) }),
            Uncovered = health.Uncovered.Select(item => item.Key),
        });
    }

    private static async Task<IResult> Save(HttpContext http, GongkaiDb db, SaveLine save, string key, Guid id, Dictionary<string, string?> asked)
    {
        if (Find(http, key, Permission.ManageCatalogue) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        if (asked.Keys.FirstOrDefault(name => CatalogueSheet.Columns.All(column => column.Key != name)) is { } strange)
            throw new RefusedException($"没有字段“{strange}”。", strange);
        var content = CatalogueSheet.Read(name => asked.GetValueOrDefault(name) ?? "", await LineNames.Of(db, body.Id, http.RequestAborted));
        var line = await save.Run(body.Id, new CatalogueLineId(id), content, http.Visit.Officer, Seen(http), http.RequestAborted);
        http.Response.Headers.ETag = $"\"{line.Version}\"";
        return Results.Ok(Described(line, await LineNames.Of(db, body.Id, http.RequestAborted)));
    }

    /// <summary>Fields in the words of the table that people download, so that what is read can be sent back.</summary>
    private static Dictionary<string, object?> Described(CatalogueLine line, LineNames names)
    {
        var described = new Dictionary<string, object?> { ["id"] = line.Id.Value, ["number"] = line.Number, ["version"] = line.Version };
        foreach (var column in CatalogueSheet.Columns)
            described[column.Key] = column.Of(line, names);
        return described;
    }

    private static object Told(Assessed one) => new { State = Words.Of(one.State), Verdicts = one.Verdicts.Select(verdict => new { State = Words.Of(verdict.State), verdict.Reason, verdict.Basis }) };

    private static BodyNode? Find(HttpContext http, string key, Permission permission)
    {
        if (http.Visit.Rules.Tree.Find(key) is not { } body)
            return null;
        return http.Visit.May(permission, body.Id) ? body : throw new NotAllowedException("您的权限不及于这个机关。");
    }

    private static uint? Seen(HttpContext http) => http.Request.Headers.IfMatch.ToString() is { Length: > 0 } seen
        ? uint.TryParse(seen.Trim('"'), CultureInfo.InvariantCulture, out var version) ? version : throw new BadHttpRequestException("If-Match 应当是读取时得到的 ETag。")
        : null;

    private sealed record GuideDraft(int Number, DateOnly? PublishedOn, string EditedBy, DateTimeOffset EditedAt, IReadOnlyDictionary<string, string?> Fields, IReadOnlyList<string> Missing, int? Published, uint Version);

    private sealed record ColumnDetails(
        string Key, string Name, string? Parent, string? After, string Content, bool IsShown, DateOnly? ArchivedOn, string? UpdatedAs, IReadOnlyList<string> Items, IReadOnlyList<string> Kinds, IReadOnlyList<string> Topics, bool Ended, bool TakesChosen, bool IsOwn, uint Version)
    {
        public static ColumnDetails Of(CatalogueColumn column) => new(
            column.Key, column.Name, column.Parent, column.After, Words.Of(column.Content), column.IsShown, column.ArchivedOn, column.UpdatedAs,
            column.Rule.Items, [.. column.Rule.Kinds.Select(kind => kind.Word)], column.Rule.Topics, column.Rule.Ended, column.TakesChosen, column.IsOwn, column.Version);
    }

    internal sealed record ColumnInput(
        string? Name, bool? IsShown, string? UpdatedAs, IReadOnlyList<string>? Items, IReadOnlyList<string>? Kinds, IReadOnlyList<string>? Topics, bool? Ended = null, string? Key = null, string? Parent = null, string? After = null)
    {
        public ColumnSettings ToSettings() =>
            new(Name ?? "", IsShown ?? true, UpdatedAs, new DocumentRule(Items ?? [], [.. (Kinds ?? []).Select(kind => Calls.Word<DocumentKind>(kind, "kinds"))], Topics ?? []) { Ended = Ended ?? false }) { Parent = Parent, After = After };
    }

    internal sealed record PublishInput(DateOnly? ReviewBy);
}
