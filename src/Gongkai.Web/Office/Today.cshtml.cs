using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office;

/// <summary>今日: what waits for me, what is due in my body, who I am and what I may do.</summary>
[Requires("office.use")]
public sealed class TodayModel(GongkaiDb db, PermissionMatrix matrix, WaitingReviews reviews, Interpretations interpretations, FollowUps followUps, Expiries expiries) : OfficePage(db)
{
    private const int Most = 20;
    private const int DaysAhead = 30;

    /// <summary>My body and those it took over from: what they left undone is ours.</summary>
    private IReadOnlyList<BodyId> _own = [];

    public string BodyName { get; private set; } = "";

    public string? Section { get; private set; }

    public IReadOnlyList<(string Name, string Period, string From)> Roles { get; private set; } = [];

    public IReadOnlyList<(string Name, string Reach, string? Address)> Rights { get; private set; } = [];

    /// <summary>What waits, the most pressing first.</summary>
    public IReadOnlyList<DueThing> Due { get; private set; } = [];

    public async Task OnGet()
    {
        _own = Visit.Rules.Tree.OwnedBy(Me.Body);
        BodyName = Visit.Rules.Tree.Find(Me.Body)!.Name;
        Section = Me.Section is { } own ? await Db.Sections.Where(section => section.Id == own).Select(section => section.Name).SingleAsync(Cancel) : null;
        Due = [.. await Found(), .. await Signatures(), .. await Returned(), .. await Ready(), .. await Interpret(), .. await Follow(), .. await Expire(), .. await Assess()];
        Roles =
        [
            .. from grant in Me.Grants where grant.HoldsOn(Visit.Today) select (grant.Role.Name, grant.Period, "本人"),
            .. from standIn in Me.StandsInFor
               where standIn.Deputy.HoldsOn(Visit.Today)
               from grant in standIn.Absent.Grants
               where grant.HoldsOn(Visit.Today) && !grant.Role.IsAdministrator
               select (grant.Role.Name, $"{standIn.Deputy.From:yyyy年M月d日}至{standIn.Deputy.Until:yyyy年M月d日}", $"代理{standIn.Absent.Name}"),
        ];
        Rights = [.. from row in matrix.Rows where Visit.May(new Permission(row.Key)) orderby row.Key select (row.Name, ReachOf(new Permission(row.Key)), AddressOf(row.Key))];
    }

    /// <summary>What the checks see in what is public: the public reads it already, so it comes first.</summary>
    private async Task<IEnumerable<DueThing>> Found()
    {
        if (!May(Permission.SettleFindings, Me.Body))
            return [];
        var open = await PublicFindings.Shown(Db, _own).Where(finding => finding.State == PublicFindingState.Open).GroupBy(finding => finding.Document).Select(group => new { Document = group.Key, Count = group.Count() }).ToListAsync(Cancel);
        var shown = open.Take(Most).Select(one => one.Document).ToList();
        var titles = await Db.Documents.Where(document => shown.Contains(document.Id)).ToDictionaryAsync(document => document.Id, document => document.Title, Cancel);
        return open.Take(Most).Select(one => new DueThing("复查", titles[one.Document], "/office/findings", $"检查规则变化后，在已公开的内容中发现 {one.Count} 处问题，更正、撤下或者写明可以公开的理由") { IsLate = true });
    }

    private async Task<IEnumerable<DueThing>> Signatures()
    {
        var waiting = await reviews.Of(Me, Cancel);
        var ids = waiting.Select(review => new DocumentId(Guid.Parse(review.SubjectKey))).ToList();
        var titles = await Db.Documents.Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => $"{document.Id.Value}", document => document.Title, Cancel);
        return waiting.Take(Most).Select(review => new DueThing("签署", titles.GetValueOrDefault(review.SubjectKey) ?? "", $"/office/reviews/{review.Id.Value}", $"“{review.Stage!.Name}”，{review.Round.SubmittedByName}{Dates.Minute(review.Round.At)}送审"));
    }

    /// <summary>What came back to me.</summary>
    private async Task<IEnumerable<DueThing>> Returned()
    {
        if (!May(Permission.DraftDocuments, Me.Body))
            return [];
        var back = await (from document in Db.Documents
                          where _own.Contains(document.Body) && (document.State == DocumentState.Draft || document.State == DocumentState.Revising || document.State == DocumentState.Correcting) && document.Editors.Any(editor => editor.Officer == Me.Id)
                          let last = document.History.OrderByDescending(taken => taken.Number).First()
                          where last.Step == Procedure.ReturnToAuthor.Id
                          orderby document.Id descending
                          select new { document.Id, document.Title, last.OfficerName, last.Reason }).Take(Most).ToListAsync(Cancel);
        return back.Select(one => new DueThing("修改", one.Title, $"/office/documents/{one.Id.Value}", $"{one.OfficerName}退回：{one.Reason}"));
    }

    private async Task<IEnumerable<DueThing>> Ready()
    {
        if (!May(Permission.PublishDocuments, Me.Body))
            return [];
        var states = new[] { DocumentState.Approved, DocumentState.RevisionApproved, DocumentState.CorrectionApproved };
        var ready = await Db.Documents.Where(document => _own.Contains(document.Body) && states.Contains(document.State)).OrderBy(document => document.Id).Select(document => new { document.Id, document.Title, document.Attribute }).Take(Most).ToListAsync(Cancel);
        return [.. ready.Select(one => new DueThing(one.Attribute == DisclosureAttribute.Proactive ? "公开" : "确认", one.Title, $"/office/documents/{one.Id.Value}", $"审查通过，{one.Attribute.Name}")), .. await Endings()];
    }

    /// <summary>废止、失效 that somebody else asked for.</summary>
    private async Task<IEnumerable<DueThing>> Endings()
    {
        var (repeal, expire, refused) = (Procedure.ProposeRepeal.Id, Procedure.ProposeExpire.Id, Procedure.RefuseEnding.Id);
        var (repealed, expired) = (Procedure.Repeal.Id, Procedure.Expire.Id);
        var asked = await (from document in Db.Documents
                           where _own.Contains(document.Body) && (document.Kind == DocumentKind.Rules || document.Kind == DocumentKind.NormativeDocument)
                           from taken in document.History
                           where (taken.Step == repeal || taken.Step == expire) && taken.Officer != Me.Id
                               && !document.History.Any(later => later.Number > taken.Number && (later.Step == refused || later.Step == repealed || later.Step == expired))
                           orderby document.Id
                           select new { document.Id, document.Title, taken.Step, taken.OfficerName, taken.Effective }).Take(Most).ToListAsync(Cancel);
        return asked.Select(one => new DueThing("确认", one.Title, $"/office/documents/{one.Id.Value}/{(one.Step == repeal ? "repeal" : "expire")}", $"{one.OfficerName}{Procedure.Find(one.Step).Name}，自{Dates.Full(one.Effective!.Value)}起"));
    }

    private async Task<IEnumerable<DueThing>> Interpret() => May(Permission.DraftDocuments, Me.Body)
        ? (await interpretations.Overdue(_own, Cancel)).Take(Most).Select(one => new DueThing("解读", one.Title, $"/office/documents/{one.Id.Value}", WhyInterpret(one)) { IsLate = one.Due is not null })
        : [];

    private static string WhyInterpret(OverdueInterpretation one) => one.Due is { } due
        ? $"应当在{Dates.Full(due.LastDay)}前公开解读"
        : $"{Dates.Full(one.PublishedOn)}公开，还没有解读；之后有的年份没有放假安排，无法计算三个工作日的期限";

    /// <summary>五公开: what a public decision promised.</summary>
    private async Task<IEnumerable<DueThing>> Follow() => May(Permission.DraftDocuments, Me.Body)
        ? (await followUps.Overdue(_own, Cancel)).Take(Most).Select(one => new DueThing($"{one.Stage.Name}公开", one.Title, $"/office/documents/{one.Decision.Value}", $"决策的{one.Stage.Name}情况应当在{Dates.Full(one.Due)}前公开") { IsLate = true })
        : [];

    /// <summary>到期提醒: what lapses by itself unless somebody decides otherwise before.</summary>
    private async Task<IEnumerable<DueThing>> Expire() => May(Permission.DraftDocuments, Me.Body)
        ? (await expiries.Soon(_own, Visit.Today.AddDays(DaysAhead), Most, Cancel)).Select(one => new DueThing("有效期", one.Title, $"/office/documents/{one.Id.Value}", $"有效期至{Dates.Full(one.Until)}，次日起自动标明失效；需要继续施行的，应当在此之前修订或者重新制发"))
        : [];

    /// <summary>定期评估 (article 18).</summary>
    private async Task<IEnumerable<DueThing>> Assess()
    {
        if (!May(Permission.DraftDocuments, Me.Body))
            return [];
        var until = Visit.Today.AddDays(DaysAhead);
        var withheld = await Db.Documents.Where(document => _own.Contains(document.Body) && document.AssessAgainOn <= until).OrderBy(document => document.AssessAgainOn).Select(document => new { document.Id, document.Title, document.AssessAgainOn }).Take(Most).ToListAsync(Cancel);
        return withheld.Select(one => new DueThing("评估", one.Title, $"/office/documents/{one.Id.Value}", $"不主动公开的信息应当在{Dates.Full(one.AssessAgainOn!.Value)}前评估") { IsLate = one.AssessAgainOn < Visit.Today });
    }

    private string ReachOf(Permission permission) => Visit.Rules.BodiesFor(Me, permission, Visit.Today) switch
    {
        null => "全部机关",
        { Count: 1 } => "本机关",
        var some => $"本机关和所指导、主管的机关，共{some.Count}个",
    };

    private static string? AddressOf(string permission) => permission switch
    {
        "bodies.read" or "bodies.manage" => "/office/bodies",
        "officers.read" or "officers.manage" or "sections.manage" or "roles.grant" or "accounts.manage" or "deputies.name" => "/office/officers",
        "ledger.read" or "ledger.export" => "/office/ledger",
        "documents.read" or "documents.draft" or "documents.publish" => "/office/documents",
        "documents.settle_findings" => "/office/findings",
        "documents.review" or "documents.review_secrecy" => "/office/reviews",
        _ => null,
    };
}

/// <summary>待办: one thing that waits.</summary>
/// <param name="Verb">What is to be done.</param>
/// <param name="Title">With what.</param>
/// <param name="Address">Where.</param>
/// <param name="Why">Since when, by whom, until when.</param>
public sealed record DueThing(string Verb, string Title, string Address, string Why)
{
    public bool IsLate { get; init; }
}
