using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Participation;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api;

/// <summary>网站纠错接口: what visitors found wrong, and the answers.</summary>
public static class FaultsApi
{
    public static void MapFaults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/site-faults", List).Requires(Permission.AnswerFaults).WithName("listFaults").WithSummary("网站纠错，待答复的在前").Produces<Paged<FaultDetails>>();
        api.MapPost("/site-faults/{id:guid}/answer", Answer).Requires(Permission.AnswerFaults).WithName("answerFault").WithSummary("答复一条纠错");
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, bool? open = null, int page = 1, int size = 50)
    {
        var bodies = http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.AnswerFaults, http.Visit.Today)?.ToList();
        var rows = await db.SiteFaults.AsNoTracking().Where(fault => (bodies == null || bodies.Contains(fault.Body)) && (open == null || fault.AnsweredAt == null == open))
            .OrderBy(fault => fault.AnsweredAt != null).ThenByDescending(fault => fault.At).Page(page, size, http.Cancel);
        return Results.Ok(rows.Select(fault => new FaultDetails(fault.Id.Value, http.KeyOf(fault.Body)!, fault.Receipt, Words.Of(fault.Kind), fault.Page, fault.Text, fault.At, fault.Answer, fault.AnsweredAt)));
    }

    private static async Task<IResult> Answer(HttpContext http, GongkaiDb db, AnswerFault answer, Guid id, AnswerInput asked)
    {
        var wanted = new SiteFaultId(id);
        var body = await db.SiteFaults.Where(fault => fault.Id == wanted).Select(fault => (BodyId?)fault.Body).SingleOrDefaultAsync(http.Cancel) ?? throw new NotThereException("没有这条纠错。");
        http.Demand(Permission.AnswerFaults, body);
        await answer.Run(wanted, asked.Answer, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private sealed record FaultDetails(Guid Id, string Body, string Receipt, string Kind, string Page, string Text, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt);

    internal sealed record AnswerInput(string? Answer);
}
