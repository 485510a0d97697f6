using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Documents;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Reviews;

/// <summary>审查: the text beside what the checks found and what others said; one signature, with its gates answered.</summary>
[Requires("documents.read")]
public sealed class ReviewPageModel(GongkaiDb db, GiveOpinion approve, ReturnToAuthor back, RecordSecrecyReview secrecy, ReplyToRemark reply, SettleRemark settle) : OfficePage(db)
{
    public Review Shown { get; private set; } = null!;

    public Document Document { get; private set; } = null!;

    /// <summary>Exactly what was submitted in this round.</summary>
    public DocumentVersion Text { get; private set; } = null!;

    /// <summary>Of the decision it reports on.</summary>
    public string? DecisionTitle { get; private set; }

    /// <summary>Against the round before; null in the first.</summary>
    public VersionComparison? Changes { get; private set; }

    [BindProperty]
    public uint? Seen { get; set; }

    [BindProperty]
    public List<Gate> Gates { get; set; } = [];

    [BindProperty]
    public string? Opinion { get; set; }

    [BindProperty]
    public string? FindingsAccepted { get; set; }

    [BindProperty]
    public List<RemarkForm> Remarks { get; set; } = [];

    [BindProperty]
    public SecrecyConclusion? Conclusion { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? ReferredTo { get; set; }

    public uint Version => Seen ?? Shown.Version;

    public IReadOnlyList<Finding> Findings =>
        [.. Shown.Findings.Where(found => found.Round == Shown.Round.Number).Select(found => new Finding(found.Check, found.Severity, found.Where, found.Offset, found.Words, found.Advice))];

    public Signatory? By => Shown.Stage is { } stage ? Signatory.In(stage.Role, Me, Visit.Rules.Tree, Shown.Body, Shown.Section, Visit.Today) : null;

    public bool MaySign => Shown.WaitsForSignatureOf(Me, Visit.Rules.Tree, Visit.Today);

    private bool IsAlive => Shown.State is ReviewState.Open or ReviewState.Returned;

    /// <summary>The author's side: replies, as long as the review lives.</summary>
    public bool MayReply => IsAlive && May(Permission.DraftDocuments, Shown.Body) && !Shown.Opinions.Any(opinion => opinion.Officer == Me.Id);

    /// <summary>The side of the stage that remarked.</summary>
    public bool MaySettle(ReviewComment comment) =>
        IsAlive && May(Permission.SettleRemarks, Shown.Body) && Shown.MaySettle(comment, Me, Visit.Today);

    public string Home => $"/office/reviews/{Shown.Id.Value}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new ReviewId(Guid.Parse((string)context.RouteData.Values["id"]!));
        if (await Db.Reviews.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(review => review.Id == id, Cancel) is not { } review || review.SubjectKind != Document.RecordKind)
        {
            context.Result = NotFound();
            return;
        }

        Demand(Permission.ReadDocuments, review.Body);
        Shown = review;
        var subject = new DocumentId(Guid.Parse(review.SubjectKey));
        Document = await Db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(document => document.Id == subject, Cancel);
        Text = VersionOf(review.Round);
        if (Text.Follows is { } decision)
            DecisionTitle = await Db.Documents.Where(document => document.Id == decision).Select(document => document.Title).SingleOrDefaultAsync(Cancel);
        if (Text.Column is { } column)
            ColumnName = (await Db.ColumnsOf(Document.Body, Cancel)).FirstOrDefault(one => one.Key == column)?.Name ?? column;
        if (review.Rounds.Count > 1)
            Changes = new VersionComparison(VersionOf(review.Rounds[^2]), Text);
        await next();
    }

    /// <summary>栏目 it is to be put into.</summary>
    public string? ColumnName { get; private set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostApprove() => Sign(() => approve.Run(Shown.Id, Gates, Opinion, Placed(), FindingsAccepted, Me, Version, Cancel), "已签署同意。");

    public Task<IActionResult> OnPostReturn() => Sign(() => back.Run(Shown.Id, Opinion, Placed(), Me, Version, Cancel), "已退回修改。");

    public Task<IActionResult> OnPostSecrecy() => Sign(
        () => secrecy.Run(Shown.Id, Conclusion ?? throw new RefusedException("请选择保密审查结论。", "conclusion"), Basis ?? "", ReferredTo, Placed(), FindingsAccepted, Me, Version, Cancel),
        "保密审查已记录。");

    public Task<IActionResult> OnPostReply(int number, string? answer) => Sign(() => reply.Run(Shown.Id, number, answer, Me, Cancel), "已答复。");

    public Task<IActionResult> OnPostSettle(int number) => Sign(() => settle.Run(Shown.Id, number, Me, Cancel), "批注已标为处理。");

    /// <summary>Whether what a remark speaks of still stands: in this round, or while it is returned in the draft as it is now.</summary>
    public RemarkedPlace? PlaceOf(ReviewComment comment) =>
        RemarkedPlace.Of(comment, VersionOf(Shown.RoundOf(comment)).Text, (Shown.State == ReviewState.Returned ? Document.Working : Text).Text);

    private async Task<IActionResult> Sign(Func<Task> operation, string said) => await Attempt(operation) ? Then(Home, said) : Page();

    private IReadOnlyList<Remark> Placed() =>
    [
        .. from remark in Remarks
           let words = remark.Text?.Trim() ?? ""
           where words.Length > 0
           let quote = remark.Quote?.Trim() ?? ""
           select new Remark(quote, Math.Max(0, Text.Text.IndexOf(quote, StringComparison.Ordinal)), words),
    ];

    private DocumentVersion VersionOf(ReviewRound round) => Document.Versions.First(version => version.Number == round.SubjectVersion);
}

/// <summary>One remark as it is typed.</summary>
public sealed class RemarkForm
{
    public string? Quote { get; set; }
    public string? Text { get; set; }
}
