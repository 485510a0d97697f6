using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Documents;

/// <summary>办理一步: says what will happen, asks for what the step needs, and does it.</summary>
[Requires("documents.read")]
public sealed class StepModel(GongkaiDb db, DocumentChecks checks) : DocumentForm(db)
{
    public OfferedStep Step { get; private set; } = null!;

    /// <summary>What the pre-checks say of what is about to be submitted.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? ByDocument { get; set; }

    [BindProperty]
    public string? PublicTitle { get; set; }

    [BindProperty]
    public DisclosureAttribute? Attribute { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    /// <summary>How long it is kept; by the rule unless somebody chooses otherwise.</summary>
    [BindProperty]
    public RetentionPeriod? Retention { get; set; }

    public RetentionPeriod UsualRetention { get; private set; }

    public bool AsksReason => Step.Asks.HasFlag(Asked.Reason) || (Step.Asks.HasFlag(Asked.ReasonOfRevision) && Shown.PublishedOn is not null && (Step.Word == "submit" || Shown.Working.ChangeReason is null));

    /// <summary>What was written when it was submitted before.</summary>
    public string? ReasonBefore => Step.Word == "submit" ? Shown.Versions.Where(version => version.Number > Shown.ShownVersion).Select(version => version.ChangeReason).LastOrDefault(reason => reason is not null) : null;

    public bool IsOpen => Step.IsOpenTo(Shown) && May(Step.Permission, Shown.Body);

    public async Task<IActionResult> OnGet(string step)
    {
        if (Steps.Find(step) is not { } found)
            return NotFound();
        Step = found;
        if (Step.Word == "submit" && IsOpen)
            Findings = await checks.Run(Shown, Cancel);
        if (Step.Asks.HasFlag(Asked.Retention))
            UsualRetention = (await RetentionRules.Of(Db, Shown.Body, Cancel))[Shown.Kind];
        return Page();
    }

    public async Task<IActionResult> OnPost(string step)
    {
        if (Steps.Find(step) is not { } found)
            return NotFound();
        Step = found;
        Demand(Step.Permission, Shown.Body);
        return await Attempt(Run) ? Then(Step.Word is "discard" ? "/office/documents" : Home, $"已{Step.Step.Name}。") : Page();
    }

    private Task Run() => Step.Word switch
    {
        "submit" => Op<SubmitForReview>().Run(Shown.Id, Reason, Me, Version, Cancel),
        "recall" => Op<RecallDocument>().Run(Shown.Id, Me, Version, Cancel),
        "publish" => Op<PublishDocument>().Run(Shown.Id, Reason, Me, Version, Cancel),
        "schedule" => Op<SchedulePublication>().Run(Shown.Id, Due(), Reason, Me, Version, Cancel),
        "unschedule" => Op<UnschedulePublication>().Run(Shown.Id, Me, Version, Cancel),
        "revise" => Op<ReviseDocument>().Run(Shown.Id, Me, Version, Cancel),
        "abandon" => Op<AbandonRevision>().Run(Shown.Id, Me, Version, Cancel),
        "attribute" => Op<SetAttribute>().Run(Shown.Id, new AttributeDecision(Attribute ?? throw new RefusedException("请选择公开属性。", "attribute"), Empty(Ground), null, Reason), Me, Version, Cancel),
        "withhold" => Op<WithholdDocument>().Run(Shown.Id, Day, Me, Version, Cancel),
        "keep-withheld" => Op<Reassess>().Run(Shown.Id, mayBePublic: false, Reason ?? "", Day, Me, Version, Cancel),
        "release" => Op<Reassess>().Run(Shown.Id, mayBePublic: true, Reason ?? "", null, Me, Version, Cancel),
        "withdraw" => Op<WithdrawDocument>().Run(Shown.Id, Reason ?? "", Empty(PublicTitle), Me, Version, Cancel),
        "repeal" => Op<RepealDocument>().Run(Shown.Id, Effective(), Reason ?? "", Empty(ByDocument), Me, Version, Cancel),
        "expire" => Op<ExpireDocument>().Run(Shown.Id, Effective(), Reason ?? "", Me, Version, Cancel),
        "archive" => Op<ArchiveDocument>().Run(Shown.Id, Retention, Me, Version, Cancel),
        "discard" => Op<DiscardDraft>().Run(Shown.Id, Me, Version, Cancel),
        _ => throw new InvalidOperationException($"{Step.Word} has no operation"),
    };

    private T Op<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    private DateTimeOffset Due() => Day is { } day && TimeOnly.TryParse(Time, System.Globalization.CultureInfo.InvariantCulture, out var time)
        ? Instants.StartOf(day) + time.ToTimeSpan()
        : throw new RefusedException("请填写公开的日期和时间。", "day");

    private DateOnly Effective() => Day ?? throw new RefusedException($"请填写{Step.Step.Name}的日期。", "day");

    private static string? Empty(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
