using System.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Topics;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Portal.OpenData;

/// <summary>开放数据: everything public at once, one by one, and what has changed since; nobody signs in for it.</summary>
public static class OpenDataApi
{
    private const int AtOnce = 200;
    private static readonly byte[] s_line = "\n"u8.ToArray();

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var data = app.MapGroup("/api/v1/public").WithTags("开放数据").RequireRateLimiting(Gates.OpenData).AddEndpointFilter(TellTheLimit).ProducesProblem(StatusCodes.Status429TooManyRequests);
        data.MapGet("/documents.jsonl", SendLines).WithName("exportDocuments").WithSummary("全部公开事项，每行一个 JSON（JSON Lines）；body 只要一个机关的").Produces<PublicRow>(StatusCodes.Status200OK, "application/jsonl").ProducesProblem(StatusCodes.Status404NotFound).WithRequestTimeout(Gates.Work);
        data.MapGet("/documents.csv", SendTable).WithName("exportDocumentTable").WithSummary("全部公开事项的目录表（CSV，UTF-8），不含正文").Produces<string>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound).WithRequestTimeout(Gates.Work);
        data.MapGet("/documents/{id:guid}", One).WithName("publicDocument").WithSummary("一件公开事项：要素、正文、附件、变更记录；已撤下的返回 410").Produces<PublicRow>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        data.MapGet("/changes", Changes).WithName("publicChanges").WithSummary("变更流：after 是上次得到的 next，按发生的先后列出新公开、修订、废止、撤下的事项").Produces<ChangePage>();
        data.MapGet("/bodies", Bodies).WithName("publicBodies").WithSummary("全部机关：名称、层级、所属、承继机关").Produces<IReadOnlyList<PublicBody>>();
        data.MapTopicData();
        data.MapBookData();
        app.MapGet("/documents/{id:guid}.json", One).ExcludeFromDescription().RequireRateLimiting(Gates.OpenData).AddEndpointFilter(TellTheLimit);
    }

    /// <summary>限额 in the header of every answer, so that nobody has to run into it to know it.</summary>
    private static ValueTask<object?> TellTheLimit(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        Gates.Tell(call.HttpContext, Gates.OpenData, limits => limits.OpenDataPerMinute);
        return next(call);
    }

    private static async Task<IResult> SendLines(HttpContext http, GongkaiDb db, PortalVisit visit, TimeProvider clock, IOptions<JsonOptions> json, string? body = null)
    {
        if (await Asked(visit, body, http) is not { } asked)
            return Results.Problem("没有这个机关。", statusCode: StatusCodes.Status404NotFound);
        return Results.Stream(
            async to =>
            {
                await foreach (var row in Rows(http, db, visit, clock, asked))
                {
                    await JsonSerializer.SerializeAsync(to, row, json.Value.SerializerOptions, http.RequestAborted);
                    await to.WriteAsync(s_line, http.RequestAborted);
                }
            },
            "application/jsonl; charset=utf-8",
            $"{body ?? "documents"}.jsonl");
    }

    private static async Task<IResult> SendTable(HttpContext http, GongkaiDb db, PortalVisit visit, TimeProvider clock, string? body = null)
    {
        if (await Asked(visit, body, http) is not { } asked)
            return Results.Problem("没有这个机关。", statusCode: StatusCodes.Status404NotFound);
        return Results.Stream(
            async to =>
            {
                await using var sheet = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true);
                await sheet.WriteAsync(string.Join(',', PublicRow.Table.Select(column => column.Name)) + "\r\n");
                await foreach (var row in Rows(http, db, visit, clock, asked))
                    await sheet.WriteAsync(string.Join(',', PublicRow.Table.Select(column => Quoted(column.Of(row)))) + "\r\n");
            },
            "text/csv; charset=utf-8",
            $"{body ?? "documents"}.csv");
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, PortalVisit visit, TimeProvider clock, Guid id)
    {
        var wanted = new DocumentId(id);
        var document = await db.Documents.AsNoTracking().AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == wanted && (DocumentStates.Gone.Contains(one.State) || DocumentStates.Readable.Contains(one.State)), http.RequestAborted);
        if (document is null)
            return Results.Problem("没有这件公开事项。", statusCode: StatusCodes.Status404NotFound);
        if (PublicRecord.TombstoneOf(document) is { } gone)
            return Results.Problem($"这份信息已于{gone.On:yyyy年M月d日}撤下：{gone.Reason}", statusCode: StatusCodes.Status410Gone);
        return Results.Ok(PublicRow.Of(document, await visit.Tree(http.RequestAborted), Addresses.Of(http.Request), clock.Today(), await Readable(db, [document], http.RequestAborted)));
    }

    private static async Task<IResult> Changes(HttpContext http, PublicChanges changes, long after = 0, int size = 200)
    {
        var page = await changes.After(after, size, http.RequestAborted);
        var site = Addresses.Of(http.Request);
        return Results.Ok(new ChangePage(page.Next, page.IsLast, [.. page.Changes.Select(change => new ChangeRow(
            change.Number, change.At, change.Id.Value, change.IsWithdrawn ? "withdrawn" : "public", $"{site}/api/v1/public/documents/{change.Id.Value}"))]));
    }

    private static async Task<IResult> Bodies(HttpContext http, PortalVisit visit)
    {
        var tree = await visit.Tree(http.RequestAborted);
        var site = Addresses.Of(http.Request);
        string? KeyOf(BodyId? id) => id is { } one ? tree.Find(one)?.Key : null;
        return Results.Ok((IReadOnlyList<PublicBody>)[.. tree.All.Where(body => body.Kind != BodyKind.Operator).OrderBy(body => body.Key, StringComparer.Ordinal)
            .Select(body => new PublicBody(body.Key, body.Name, body.ShortName, Words.Of(body.Kind), Words.Of(body.Level), Words.Of(body.State), KeyOf(body.Parent), KeyOf(body.GuidedBy), KeyOf(body.Successor), $"{site}/{body.Key}"))]);
    }

    /// <summary>What is asked for; null when there is no such body.</summary>
    private static async Task<ShelfQuestion?> Asked(PortalVisit visit, string? body, HttpContext http) =>
        string.IsNullOrEmpty(body) ? new ShelfQuestion()
        : BodyKey.IsPossible(body) && await visit.Enter(body, http.RequestAborted) ? new ShelfQuestion { Bodies = [visit.Body!.Id] }
        : null;

    /// <summary>In the order of ids, some at a time, each asked for as it stands then: what is withdrawn meanwhile does not come.</summary>
    private static async IAsyncEnumerable<PublicRow> Rows(HttpContext http, GongkaiDb db, PortalVisit visit, TimeProvider clock, ShelfQuestion asked)
    {
        var (cancel, site, today) = (http.RequestAborted, Addresses.Of(http.Request), clock.Today());
        var tree = await visit.Tree(cancel);
        var shelf = http.RequestServices.GetRequiredService<PublicShelf>();
        var ids = await shelf.In(asked).OrderBy(document => document.Id).Select(document => document.Id).ToListAsync(cancel);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var wanted = some.ToList();
            var documents = await db.Documents.AsNoTracking().AsSplitQuery().Readable.Where(document => wanted.Contains(document.Id)).OrderBy(document => document.Id).ToListAsync(cancel);
            var readable = await Readable(db, documents, cancel);
            foreach (var document in documents)
                yield return PublicRow.Of(document, tree, site, today, readable);
        }
    }

    /// <summary>Of what documents point to, what everybody may read.</summary>
    private static async Task<HashSet<DocumentId>> Readable(GongkaiDb db, IEnumerable<Document> documents, CancellationToken cancel)
    {
        var linked = documents.SelectMany(document => new[] { document.Explains, document.Shown?.Follows }).OfType<DocumentId>().Distinct().ToList();
        return linked.Count == 0 ? [] : await db.Documents.Readable.Where(document => linked.Contains(document.Id)).Select(document => document.Id).ToHashSetAsync(cancel);
    }

    /// <summary>A cell; what a spreadsheet would take for a formula is kept text by a mark before it.</summary>
    private static string Quoted(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
            return "";
        if (cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private sealed record ChangePage(long Next, bool IsLast, IReadOnlyList<ChangeRow> Items);

    private sealed record ChangeRow(long Number, DateTimeOffset At, Guid Id, string State, string Url);

    private sealed record PublicBody(string Key, string Name, string ShortName, string Kind, string Level, string State, string? Parent, string? GuidedBy, string? Successor, string Url);
}
