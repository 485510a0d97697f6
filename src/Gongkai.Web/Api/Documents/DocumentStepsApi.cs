using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api.Documents;

/// <summary>公开事项的步骤接口: one address for each lawful step; If-Match holds a step to the version that was seen.</summary>
internal static class DocumentStepsApi
{
    public static void MapDocumentSteps(this IEndpointRouteBuilder api)
    {
        api.MapPost("/documents/{id:guid}/submit", Submit).Requires(Permission.DraftDocuments).WithName("submitDocument").WithSummary("提交审查；修订送审的应当提交 reason（修改的内容和原因），随稿审查").Produces<Submitted>();
        api.MapPost("/documents/{id:guid}/recall", Recall).Requires(Permission.DraftDocuments).WithName("recallDocument").WithSummary("撤回修改");
        api.MapPost("/documents/{id:guid}/publish", Publish).Requires(Permission.PublishDocuments).WithName("publishDocument").WithSummary("公开；修订的 reason 以送审时的为准，不能另写");
        api.MapPost("/documents/{id:guid}/schedule", Schedule).Requires(Permission.PublishDocuments).WithName("scheduleDocument").WithSummary("定时公开");
        api.MapPost("/documents/{id:guid}/unschedule", Unschedule).Requires(Permission.PublishDocuments).WithName("unscheduleDocument").WithSummary("取消定时");
        api.MapPost("/documents/{id:guid}/revise", Revise).Requires(Permission.DraftDocuments).WithName("reviseDocument").WithSummary("修订");
        api.MapPost("/documents/{id:guid}/correct", Correct).Requires(Permission.DraftDocuments).WithName("correctDocument").WithSummary("更正已撤下的：改正后经审查重新公开，地址和索引号不变");
        api.MapPost("/documents/{id:guid}/abandon", Abandon).Requires(Permission.DraftDocuments).WithName("abandonRevision").WithSummary("放弃修订");
        api.MapPost("/documents/{id:guid}/withdraw", Withdraw).Requires(Permission.PublishDocuments).WithName("withdrawDocument").WithSummary("撤下；reason 向社会公开；原标题不宜公开的，public_title 为撤下后显示的标题");
        api.MapPost("/documents/{id:guid}/repeal", Repeal).Requires(Permission.PublishDocuments).WithName("repealDocument").WithSummary("确认废止：先由一人提请（propose-repeal），再由另一人确认");
        api.MapPost("/documents/{id:guid}/expire", Expire).Requires(Permission.PublishDocuments).WithName("expireDocument").WithSummary("确认宣布失效：先由一人提请（propose-expire），再由另一人确认");
        api.MapPost("/documents/{id:guid}/propose-repeal", ProposeRepeal).Requires(Permission.DraftDocuments).WithName("proposeRepeal").WithSummary("提请废止；effective 为不再有效之日，reason 在确认后向社会公开");
        api.MapPost("/documents/{id:guid}/propose-expire", ProposeExpire).Requires(Permission.DraftDocuments).WithName("proposeExpire").WithSummary("提请宣布失效");
        api.MapPost("/documents/{id:guid}/refuse-ending", RefuseEnding).Requires(Permission.PublishDocuments).WithName("refuseEnding").WithSummary("不同意废止或者失效，或者撤回提请");
        api.MapPost("/documents/{id:guid}/archive", Archive).Requires(Permission.PublishDocuments).WithName("archiveDocument").WithSummary("归档；retention 为保管期限（permanent、thirty_years、ten_years），不给出的按本机关规则");
        api.MapPost("/documents/{id:guid}/discard", Discard).Requires(Permission.DraftDocuments).WithName("discardDocument").WithSummary("作废草稿");
        api.MapPost("/documents/{id:guid}/withhold", Withhold).Requires(Permission.PublishDocuments).WithName("withholdDocument").WithSummary("确认不主动公开；assess_again_on 缺省为一年后");
        api.MapPost("/documents/{id:guid}/keep-withheld", KeepWithheld).Requires(Permission.DraftDocuments).WithName("keepDocumentWithheld").WithSummary("评估后继续不主动公开");
        api.MapPost("/documents/{id:guid}/release", Release).Requires(Permission.DraftDocuments).WithName("releaseDocument").WithSummary("评估后转为主动公开；以第十四条的情形不公开的，lifted_by 为解除的依据（如解密通知）");
    }

    private static async Task<IResult> Submit(HttpContext http, GongkaiDb db, SubmitForReview step, Guid id, ReasonInput? asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        var review = await step.Run(document, asked?.Reason, http.Visit.Officer, http.Seen, http.Cancel);
        await http.Stepped(db, document);
        return Results.Ok(new Submitted(review.Id.Value));
    }

    private static async Task<IResult> Recall(HttpContext http, GongkaiDb db, RecallDocument step, Guid id)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Publish(HttpContext http, GongkaiDb db, PublishDocument step, Guid id, ReasonInput? asked)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, asked?.Reason, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Schedule(HttpContext http, GongkaiDb db, SchedulePublication step, Guid id, ScheduleInput asked)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, Given(asked.DueAt, "due_at"), asked.Reason, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Unschedule(HttpContext http, GongkaiDb db, UnschedulePublication step, Guid id)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Revise(HttpContext http, GongkaiDb db, ReviseDocument step, Guid id)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Correct(HttpContext http, GongkaiDb db, CorrectWithdrawn step, Guid id)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Abandon(HttpContext http, GongkaiDb db, AbandonRevision step, Guid id)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Withdraw(HttpContext http, GongkaiDb db, WithdrawDocument step, Guid id, WithdrawInput asked)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, asked.Reason ?? "", asked.PublicTitle, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Repeal(HttpContext http, GongkaiDb db, RepealDocument step, Guid id)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Expire(HttpContext http, GongkaiDb db, ExpireDocument step, Guid id)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> ProposeRepeal(HttpContext http, GongkaiDb db, ProposeEnding step, Guid id, EndInput asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Repeal(document, Given(asked.Effective, "effective"), asked.Reason ?? "", asked.ByDocument, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> ProposeExpire(HttpContext http, GongkaiDb db, ProposeEnding step, Guid id, EndInput asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Expire(document, Given(asked.Effective, "effective"), asked.Reason ?? "", http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> RefuseEnding(HttpContext http, GongkaiDb db, ProposeEnding step, Guid id, ReasonInput asked)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Refuse(document, asked.Reason ?? "", http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Archive(HttpContext http, GongkaiDb db, ArchiveDocument step, Guid id, ArchiveInput? asked)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, WordOrNull<RetentionPeriod>(asked?.Retention, "retention"), http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Discard(HttpContext http, GongkaiDb db, DiscardDraft step, Guid id)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Withhold(HttpContext http, GongkaiDb db, WithholdDocument step, Guid id, AssessInput? asked)
    {
        var document = await http.Document(db, id, Permission.PublishDocuments);
        await step.Run(document, asked?.AssessAgainOn, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> KeepWithheld(HttpContext http, GongkaiDb db, Reassess step, Guid id, AssessInput asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, mayBePublic: false, asked.Reason ?? "", asked.AssessAgainOn, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Release(HttpContext http, GongkaiDb db, Reassess step, Guid id, ReleaseInput asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await step.Run(document, mayBePublic: true, asked.Reason ?? "", asked.LiftedBy, assessAgainOn: null, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private sealed record Submitted(Guid Review);

    internal sealed record ReasonInput(string? Reason);

    internal sealed record ReleaseInput(string? Reason, string? LiftedBy);

    internal sealed record WithdrawInput(string? Reason, string? PublicTitle);

    internal sealed record ScheduleInput(DateTimeOffset? DueAt, string? Reason);

    internal sealed record EndInput(DateOnly? Effective, string? Reason, string? ByDocument);

    internal sealed record ArchiveInput(string? Retention);

    internal sealed record AssessInput(string? Reason, DateOnly? AssessAgainOn);
}
