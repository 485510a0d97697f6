using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api.Reviews;

/// <summary>审查接口: what waits for me, one review with its rounds, and the signatures.</summary>
public static class ReviewsApi
{
    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", List).Requires(Permission.ReadDocuments).WithName("listReviews").WithSummary("审查列表；waiting=true 是待我审查的，等得最久的在前").Produces<Paged<ReviewSummary>>();
        api.MapGet("/reviews/{id:guid}", One).Requires(Permission.ReadDocuments).WithName("getReview").WithSummary("一项审查：环节、轮次及各轮之间的修改、意见、批注、保密审查记录、检查发现；ETag 是版本").Produces<ReviewDetails>();
        api.MapPost("/reviews/{id:guid}/approve", Approve).Requires(Permission.ReviewDocuments).WithName("approveReview").WithSummary("审查同意，逐项确认本环节的审查要点");
        api.MapPost("/reviews/{id:guid}/return", Return).Requires(Permission.ReviewDocuments).WithName("returnReview").WithSummary("退回");
        api.MapPost("/reviews/{id:guid}/secrecy", Secrecy).Requires(Permission.ReviewSecrecy).WithName("reviewSecrecy").WithSummary("保密审查");
        api.MapPost("/reviews/{id:guid}/comments/{number:int}/reply", Reply).Requires(Permission.DraftDocuments).WithName("replyToRemark").WithSummary("答复批注：怎样修改，或者为什么不改");
        api.MapPost("/reviews/{id:guid}/comments/{number:int}/settle", Settle).Requires(Permission.SettleRemarks).WithName("settleRemark").WithSummary("把批注标为已处理；由提出批注的环节（含保密审查）办理");
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, WaitingReviews mine, bool waiting = false, string? body = null, string? state = null, int page = 1, int size = 50)
    {
        if (waiting)
            return Results.Ok(await Named(http, db, (await mine.Of(http.Visit.Officer, http.Cancel)).Page(page, size)));

        var found = db.Reviews.AsNoTracking().AsSplitQuery();
        if (!string.IsNullOrEmpty(body))
        {
            var chosen = http.Visit.Rules.Tree.Find(body)?.Id ?? throw new NotThereException("没有这个机关。");
            http.Demand(Permission.ReadDocuments, chosen);
            found = found.Where(review => review.Body == chosen);
        }
        else if (http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ReadDocuments, http.Visit.Today) is { } reach)
        {
            var bodies = reach.ToList();
            found = found.Where(review => bodies.Contains(review.Body));
        }

        if (WordOrNull<ReviewState>(state, "state") is { } inState)
            found = found.Where(review => review.State == inState);
        return Results.Ok(await Named(http, db, await found.OrderByDescending(review => review.Id).Page(page, size, http.Cancel)));
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, Guid id)
    {
        var wanted = await http.Review(db, id, Permission.ReadDocuments);
        var review = await db.Reviews.AsNoTracking().AsSplitQuery().SingleAsync(review => review.Id == wanted, http.Cancel);
        var document = review.SubjectKind == Document.RecordKind ? new DocumentId(Guid.Parse(review.SubjectKey)) : (DocumentId?)null;
        var versions = await db.Documents.AsNoTracking().Where(one => one.Id == document).SelectMany(one => one.Versions).ToListAsync(http.Cancel);
        return http.Versioned(review.Version, () => ReviewDetails.Of(review, http.KeyOf(review.Body)!, versions));
    }

    private static async Task<IResult> Approve(HttpContext http, GongkaiDb db, GiveOpinion give, Guid id, OpinionInput asked)
    {
        var review = await http.Review(db, id, Permission.ReviewDocuments);
        await give.Run(review, [.. (asked.Gates ?? []).Select(gate => Word<Gate>(gate, "gates"))], asked.Text, Remarks(asked.Comments), asked.FindingsAccepted, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Return(HttpContext http, GongkaiDb db, ReturnToAuthor back, Guid id, ReturnInput asked)
    {
        var review = await http.Review(db, id, Permission.ReviewDocuments);
        await back.Run(review, asked.Reason, Remarks(asked.Comments), http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Secrecy(HttpContext http, GongkaiDb db, RecordSecrecyReview record, Guid id, SecrecyInput asked)
    {
        var review = await http.Review(db, id, Permission.ReviewSecrecy);
        await record.Run(
            review, Word<SecrecyConclusion>(asked.Conclusion, "conclusion"), asked.Basis ?? "", asked.ReferredTo, Remarks(asked.Comments), asked.FindingsAccepted, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Reply(HttpContext http, GongkaiDb db, ReplyToRemark reply, Guid id, int number, ReplyInput asked)
    {
        await reply.Run(await http.Review(db, id, Permission.DraftDocuments), number, asked.Text, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Settle(HttpContext http, GongkaiDb db, SettleRemark settle, Guid id, int number)
    {
        await settle.Run(await http.Review(db, id, Permission.SettleRemarks), number, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static IReadOnlyList<Remark> Remarks(IReadOnlyList<RemarkInput>? sent) =>
        [.. (sent ?? []).Select(remark => new Remark(remark.Quote ?? "", remark.Offset ?? 0, Given(remark.Text, "comments.text")))];

    private static async Task<Paged<ReviewSummary>> Named(HttpContext http, GongkaiDb db, Paged<Review> found)
    {
        var ids = found.Items.Where(review => review.SubjectKind == Document.RecordKind).Select(review => new DocumentId(Guid.Parse(review.SubjectKey))).ToList();
        var titles = await db.Documents.Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id.Value.ToString(), document => document.Title, http.Cancel);
        return found.Select(review => new ReviewSummary(
            review.Id.Value, http.KeyOf(review.Body)!, review.SubjectKind, review.SubjectKey, titles.GetValueOrDefault(review.SubjectKey), Words.Of(review.State), review.Stage?.Name, review.WaitsFor?.Word,
            review.Rounds.Count, review.Round.SubmittedByName, review.Round.At, review.Version));
    }

    private sealed record ReviewSummary(
        Guid Id, string Body, string SubjectKind, string SubjectKey, string? Title, string State, string? Stage, string? WaitsFor, int Round, string SubmittedBy, DateTimeOffset SubmittedAt, uint Version);

    internal sealed record OpinionInput(IReadOnlyList<string>? Gates, string? Text, IReadOnlyList<RemarkInput>? Comments, string? FindingsAccepted);

    internal sealed record ReturnInput(string? Reason, IReadOnlyList<RemarkInput>? Comments);

    internal sealed record SecrecyInput(string? Conclusion, string? Basis, string? ReferredTo, IReadOnlyList<RemarkInput>? Comments, string? FindingsAccepted);

    internal sealed record ReplyInput(string? Text);

    internal sealed record RemarkInput(string? Quote, int? Offset, string? Text);
}
