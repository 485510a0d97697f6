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

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public SecrecyLevel? SecrecyLevel { get; set; }

    [BindProperty]
    public DateOnly? SecretUntil { get; set; }

    [BindProperty]
    public string? ClassifiedBy { get; set; }

    [BindProperty]
    public ThirdPartyAnswer? ThirdParty { get; set; }

    /// <summary>解除的依据, where an absolute ground has fallen away.</summary>
    [BindProperty]
    public string? LiftedBy { get; set; }

    public WithholdingFields Withholding => new() { Ground = Ground, Reason = Reason, Evidence = Evidence, SecrecyLevel = SecrecyLevel, SecretUntil = SecretUntil, ClassifiedBy = ClassifiedBy, ThirdParty = ThirdParty };

    /// <summary>How long it is kept; by the rule unless somebody chooses otherwise.</summary>
    [BindProperty]
    public RetentionPeriod? Retention { get; set; }

    /// <summary>同步解读: the interpretations with which the same can be done now.</summary>
    public IReadOnlyList<LinkedDocument> Companions { get; private set; } = [];

    /// <summary>Whether the same is to be done with them.</summary>
    [BindProperty]
    public bool Together { get; set; }

    public RetentionPeriod UsualRetention { get; private set; }

    public bool AsksReason => Step.Asks.HasFlag(Asked.Reason) || (Step.Asks.HasFlag(Asked.ReasonOfRevision) && Shown.PublishedOn is not null && (Step.Word == "submit" || Shown.Working.ChangeReason is null));

    /// <summary>What was written when it was submitted before.</summary>
    public string? ReasonBefore => Step.Word == "submit" ? Shown.Versions.Where(version => version.Number > Shown.ShownVersion).Select(version => version.ChangeReason).LastOrDefault(reason => reason is not null) : null;

    public bool IsOpen => Step.IsOpenTo(Shown, Me.Id) && May(Step.Permission, Shown.Body);

    public async Task<IActionResult> OnGet(string step)
    {
        if (Steps.Find(step) is not { } found)
            return NotFound();
        Step = found;
        if (Step.Word == "submit" && IsOpen)
            Findings = await checks.Run(Shown, Cancel);
        await Accompany();
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
        CompanionsDone? together = null;
        if (await Attempt(async () =>
        {
            await Run();
            together = Together ? await RunTogether() : null;
        }))
            return Then(Step.Word is "discard" ? "/office/documents" : Home, $"已{Step.Step.Name}。{Told(together)}");
        await Accompany();
        return Page();
    }

    private async Task Accompany() =>
        Companions = Step.Asks.HasFlag(Asked.Companions) && Shown.Kind.IsNormative && IsOpen ? await Publishing.Companions.OpenTo(Db, Shown.Id, Step.Step, Cancel) : [];

    private Task<CompanionsDone> RunTogether() => Step.Word switch
    {
        "submit" => Op<Companions>().Submit(Shown.Id, Reason, Me, Cancel),
        "publish" => Op<Companions>().Publish(Shown.Id, Reason, Me, Cancel),
        "schedule" => Op<Companions>().Schedule(Shown.Id, Due(), Reason, Me, Cancel),
        "withdraw" => Op<Companions>().Withdraw(Shown.Id, Reason ?? "", Me, Cancel),
        _ => Task.FromResult(new CompanionsDone([], [])),
    };

    private static string Told(CompanionsDone? together) => together is null ? "" :
        (together.Done.Count > 0 ? $"一并办理了解读{string.Join("、", together.Done.Select(one => $"《{one.Title}》"))}。" : "") + string.Concat(together.Refused.Select(one => $"解读《{one.Document.Title}》没有办成：{one.Because}"));

    private Task Run() => Step.Word switch
    {
        "submit" => Op<SubmitForReview>().Run(Shown.Id, Reason, Me, Version, Cancel),
        "recall" => Op<RecallDocument>().Run(Shown.Id, Me, Version, Cancel),
        "publish" => Op<PublishDocument>().Run(Shown.Id, Reason, Me, Version, Cancel),
        "schedule" => Op<SchedulePublication>().Run(Shown.Id, Due(), Reason, Me, Version, Cancel),
        "unschedule" => Op<UnschedulePublication>().Run(Shown.Id, Me, Version, Cancel),
        "revise" => Op<ReviseDocument>().Run(Shown.Id, Me, Version, Cancel),
        "correct" => Op<CorrectWithdrawn>().Run(Shown.Id, Me, Version, Cancel),
        "abandon" => Op<AbandonRevision>().Run(Shown.Id, Me, Version, Cancel),
        "attribute" => Op<SetAttribute>().Run(Shown.Id, Withholding.Decide(Attribute ?? throw new RefusedException("请选择公开属性。", "attribute")), Me, Version, Cancel),
        "withhold" => Op<WithholdDocument>().Run(Shown.Id, Day, Me, Version, Cancel),
        "keep-withheld" => Op<Reassess>().Run(Shown.Id, mayBePublic: false, Reason ?? "", Day, Me, Version, Cancel),
        "release" => Op<Reassess>().Run(Shown.Id, mayBePublic: true, Reason ?? "", Empty(LiftedBy), null, Me, Version, Cancel),
        "withdraw" => Op<WithdrawDocument>().Run(Shown.Id, Reason ?? "", Empty(PublicTitle), Me, Version, Cancel),
        "propose-repeal" => Op<ProposeEnding>().Repeal(Shown.Id, Effective(), Reason ?? "", Empty(ByDocument), Me, Version, Cancel),
        "propose-expire" => Op<ProposeEnding>().Expire(Shown.Id, Effective(), Reason ?? "", Me, Version, Cancel),
        "refuse-ending" => Op<ProposeEnding>().Refuse(Shown.Id, Reason ?? "", Me, Version, Cancel),
        "repeal" => Op<RepealDocument>().Run(Shown.Id, Me, Version, Cancel),
        "expire" => Op<ExpireDocument>().Run(Shown.Id, Me, Version, Cancel),
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
