using Gongkai.Bodies;
using Gongkai.Publishing;

namespace Gongkai.Web.Office.Documents;

/// <summary>办理步骤: how each lawful step of the procedure is offered to people: its address, what it asks for, and what will happen.</summary>
public static class Steps
{
    /// <summary>The steps people take themselves; the others follow from reviews.</summary>
    public static IReadOnlyList<OfferedStep> All { get; } =
    [
        new("submit", Procedure.Submit, Permission.DraftDocuments, "内容从此固定，按审查流程逐级审查；撰稿人不参加审查。") { IsMain = true, Asks = Asked.ReasonOfRevision | Asked.Companions },
        new("publish", Procedure.Publish, Permission.PublishDocuments, "公开后任何人可见，被收录、转载的不能收回。") { IsMain = true, Asks = Asked.ReasonOfRevision | Asked.Companions },
        new("schedule", Procedure.Schedule, Permission.PublishDocuments, "到时由系统自动公开；到时之前可以取消。") { Asks = Asked.Moment | Asked.ReasonOfRevision | Asked.Companions },
        new("withhold", Procedure.Withhold, Permission.PublishDocuments, "按审查结果不予公开，到期重新评估。") { IsMain = true, Asks = Asked.AssessAgain },
        new("unschedule", Procedure.Unschedule, Permission.PublishDocuments, "不再自动公开，回到待公开。"),
        new("revise", Procedure.Revise, Permission.DraftDocuments, "另开一个版本修改，修改期间原来的内容照常公开。"),
        new("recall", Procedure.Recall, Permission.DraftDocuments, "回到起草，已经作出的审查作废，修改后重新送审。"),
        new("attribute", Procedure.SetAttribute, Permission.DraftDocuments, "改变公开属性，应当说明理由。") { Asks = Asked.Attribute },
        new("correct", Procedure.Correct, Permission.DraftDocuments, "撤下的内容改正后，经审查重新公开，地址和索引号不变；公开之前，原地址仍显示撤下说明。"),
        new("abandon", Procedure.AbandonRevision, Permission.DraftDocuments, "放弃这次修改，公开的内容不变；已撤下的仍然撤下。"),
        new("repeal", Procedure.Repeal, Permission.PublishDocuments, "仍可查阅，醒目标明已废止，并计入年度报告；确认后不能撤销。") { IsMain = true },
        new("expire", Procedure.Expire, Permission.PublishDocuments, "仍可查阅，醒目标明已失效，并计入年度报告；确认后不能撤销。") { IsMain = true },
        new("refuse-ending", Procedure.RefuseEnding, Permission.PublishDocuments, "提请作废，文件继续有效。") { Asks = Asked.Reason },
        new("propose-repeal", Procedure.ProposeRepeal, Permission.DraftDocuments, "写明日期、理由和依据，由另一人确认后才生效、才公开显示。") { Asks = Asked.Reason | Asked.Day | Asked.ByDocument },
        new("propose-expire", Procedure.ProposeExpire, Permission.DraftDocuments, "写明日期和理由，由另一人确认后才生效、才公开显示。") { Asks = Asked.Reason | Asked.Day },
        new("withdraw", Procedure.Withdraw, Permission.PublishDocuments, "立即不可见，原地址显示撤下的日期和理由。撤下不等审查，一人即可办理，所以理由先经自动检查。") { Asks = Asked.Reason | Asked.PublicTitle | Asked.Companions, IsGrave = true },
        new("archive", Procedure.Archive, Permission.PublishDocuments, "继续可以查阅，内容不再更改；保管期限随之确定。") { Asks = Asked.Retention },
        new("keep-withheld", Procedure.KeepWithheld, Permission.DraftDocuments, "评估后仍不主动公开，说明理由，定下一次评估的日期。") { Asks = Asked.Reason | Asked.AssessAgain },
        new("release", Procedure.Release, Permission.DraftDocuments, "评估后可以公开，回到起草，经审查后公开。") { Asks = Asked.Reason },
        new("discard", Procedure.Discard, Permission.DraftDocuments, "草稿作废，存档备查，不再出现在工作台。") { IsGrave = true },
    ];

    public static OfferedStep? Find(string word) => All.FirstOrDefault(step => step.Word == word);

    /// <summary>What this person may do now, the main thing first.</summary>
    public static IEnumerable<OfferedStep> OpenTo(Document document, OfficerId me, Func<Permission, bool> may) =>
        All.Where(step => step.IsOpenTo(document, me) && may(step.Permission));

    /// <summary>What is not open now, or not to this person, with the reason.</summary>
    public static IEnumerable<(OfferedStep Step, string Because)> ClosedTo(Document document, OfficerId me, Func<Permission, bool> may) =>
        from step in All
        let because = !step.IsOpenTo(document, me) ? step.WhyNot(document, me) : !may(step.Permission) ? "您没有办理这一步的权限" : null
        where because is not null
        select (step, because);
}

/// <summary>What a step asks of the person.</summary>
[Flags]
public enum Asked
{
    Nothing = 0,
    Reason = 1,
    Moment = 2,
    Day = 4,
    ByDocument = 8,
    AssessAgain = 16,
    Attribute = 32,

    Retention = 128,

    /// <summary>What stands in the place of the title, where the title itself has to go.</summary>
    PublicTitle = 256,

    /// <summary>同步解读: whether the same is done with the interpretations.</summary>
    Companions = 512,

    /// <summary>Only when something was public before.</summary>
    ReasonOfRevision = 64,
}

/// <summary>One step, as it is offered.</summary>
/// <param name="Word">In the address.</param>
/// <param name="Step">Of the procedure.</param>
/// <param name="Permission">Who may.</param>
/// <param name="Outcome">What will happen.</param>
public sealed record OfferedStep(string Word, LawfulStep Step, Permission Permission, string Outcome)
{
    public Asked Asks { get; init; }
    public bool IsMain { get; init; }

    /// <summary>Cannot be undone.</summary>
    public bool IsGrave { get; init; }

    public bool IsOpenTo(Document document, OfficerId me) => Step.IsOpenIn(document.State) && Fault(document, me) is null;

    public string WhyNot(Document document, OfficerId me) => Step.IsOpenIn(document.State) ? Fault(document, me)! : $"现在是“{document.State.Name}”";

    /// <summary>What the document itself says against it; the operation says the same with its article.</summary>
    private string? Fault(Document document, OfficerId me) => Word switch
    {
        "publish" or "schedule" when document.Attribute != DisclosureAttribute.Proactive => $"公开属性是“{document.Attribute.Name}”",
        "publish" or "schedule" => ContentFields.WhyIncomplete(document),
        "withhold" when document.Attribute == DisclosureAttribute.Proactive => "公开属性是“主动公开”，应当公开",
        "repeal" or "expire" or "propose-repeal" or "propose-expire" or "refuse-ending" when !document.Kind.IsNormative => $"{document.Kind.Name}没有有效性，可以撤下或者修订",
        "propose-repeal" or "propose-expire" when document.ProposedEnding is { } proposed => $"{proposed.OfficerName}已经{Procedure.Find(proposed.Step).Name}，等待另一人确认",
        "repeal" when document.ProposedEnding?.Step != Procedure.ProposeRepeal.Id => "应当先有人提请废止，再由另一人确认",
        "expire" when document.ProposedEnding?.Step != Procedure.ProposeExpire.Id => "应当先有人提请宣布失效，再由另一人确认",
        "repeal" or "expire" when document.ProposedEnding?.Officer == me => "是您提请的，应当由另一人确认",
        "refuse-ending" when document.ProposedEnding is null => "没有待确认的废止或者失效",
        _ => null,
    };
}
