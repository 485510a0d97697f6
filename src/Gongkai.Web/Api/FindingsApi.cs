using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api;

/// <summary>复查发现接口: what the checks see in what is public and no reviewer had seen.</summary>
public static class FindingsApi
{
    public static void MapFindings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/findings", List).Requires(Permission.ReadDocuments).WithName("listFindings").WithSummary("已公开内容的复查发现；可按机关、公开事项和状态（open、accepted、gone）查找").Produces<Paged<PublicFindingDetails>>();
        api.MapGet("/findings/scan", Progress).Requires(Permission.ReadDocuments).WithName("getScanProgress").WithSummary("检查规则变化后全部复查的进度").Produces<ScanProgress>();
        api.MapPost("/findings/{id:guid}/accept", Accept).Requires(Permission.SettleFindings).WithName("acceptFinding").WithSummary("写明理由，确认可以公开；这处发现不再提示").Produces<PublicFindingDetails>();
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, string? body = null, Guid? document = null, string? state = "open", int page = 1, int size = 50)
    {
        var within = http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ReadDocuments, http.Visit.Today);
        if (!string.IsNullOrEmpty(body))
        {
            var chosen = http.Visit.Rules.Tree.Find(body)?.Id ?? throw new NotThereException("没有这个机关。");
            http.Demand(Permission.ReadDocuments, chosen);
            within = new HashSet<BodyId> { chosen };
        }

        var found = PublicFindings.Shown(db, within);
        if (WordOrNull<PublicFindingState>(state, "state") is { } wanted)
            found = found.Where(finding => finding.State == wanted);
        if (document is { } one)
        {
            var id = new DocumentId(one);
            found = found.Where(finding => finding.Document == id);
        }

        var rows = await found.OrderBy(finding => finding.Id).Page(page, size, http.Cancel);
        return Results.Ok(rows.Select(finding => PublicFindingDetails.Of(http, finding)));
    }

    private static async Task<IResult> Progress(HttpContext http, RescanPublic rescan) => Results.Ok(await rescan.Progress(http.Cancel));

    private static async Task<IResult> Accept(HttpContext http, GongkaiDb db, AcceptFinding accept, Guid id, ReasonInput asked)
    {
        var wanted = new PublicFindingId(id);
        var body = await db.PublicFindings.Where(finding => finding.Id == wanted).Select(finding => (BodyId?)finding.Body).SingleOrDefaultAsync(http.Cancel) ?? throw new NotThereException("没有这处发现。");
        http.Demand(Permission.SettleFindings, body);
        return Results.Ok(PublicFindingDetails.Of(http, await accept.Run(wanted, asked.Reason, http.Visit.Officer, http.Cancel)));
    }

    internal sealed record ReasonInput(string? Reason);

    private sealed record PublicFindingDetails(
        Guid Id, string Body, Guid Document, string State, string Check, string Severity, string Where, int Offset, string Words, string Advice, DateTimeOffset FoundAt, string? Reason, string? SettledBy, DateTimeOffset? SettledAt)
    {
        public static PublicFindingDetails Of(HttpContext http, PublicFinding finding) => new(
            finding.Id.Value, http.KeyOf(finding.Body)!, finding.Document.Value, Data.Words.Of(finding.State), finding.Check, Data.Words.Of(finding.Severity), finding.Where, finding.Offset, finding.Words, finding.Advice, finding.FoundAt,
            finding.Reason, finding.SettledByName, finding.SettledAt);
    }
}
