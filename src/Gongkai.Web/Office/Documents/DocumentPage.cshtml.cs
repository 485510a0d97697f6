using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Documents;

/// <summary>一个公开事项: where it stands, what may lawfully be done next, its text, its reviews and its history.</summary>
[Requires("documents.read")]
public sealed class DocumentPageModel(GongkaiDb db, FollowUps followUps) : DocumentForm(db)
{
    public BodyNode Body => Visit.Rules.Tree.Find(Shown.Body)!;

    public string? Section { get; private set; }

    public IReadOnlyList<Review> Reviews { get; private set; } = [];

    public Review? Review => Reviews.Count == 0 ? null : Reviews[0];

    public LinkedDocument? Explained { get; private set; }

    public IReadOnlyList<LinkedDocument> Interpretations { get; private set; } = [];

    /// <summary>The decision it reports on.</summary>
    public LinkedDocument? Decision { get; private set; }

    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];

    public IReadOnlyList<OfferedStep> Open { get; private set; } = [];

    public IReadOnlyList<(OfferedStep Step, string Because)> Closed { get; private set; } = [];

    public bool MayEdit => Shown.State.IsWrittenAt && May(Permission.DraftDocuments, Shown.Body);

    /// <summary>Whether this person's signature is what the review waits for.</summary>
    public bool IsMyTurn => Review?.WaitsForSignatureOf(Me, Visit.Rules.Tree, Visit.Today) == true;

    public Retention? Retention { get; private set; }

    public Validity? Validity => Validities.On(Shown, Visit.Today);

    /// <summary>The text that is looked at: the one people work at.</summary>
    public DocumentVersion Text => Shown.Working;

    /// <summary>栏目 it was put into.</summary>
    public string? ColumnName { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var key = $"{Shown.Id.Value}";
        Reviews = await Db.Reviews.AsNoTracking().AsSplitQuery().Where(review => review.SubjectKind == Document.RecordKind && review.SubjectKey == key).OrderByDescending(review => review.Id).ToListAsync(Cancel);
        Section = Shown.Section is { } section ? await Db.Sections.Where(one => one.Id == section).Select(one => one.Name).SingleOrDefaultAsync(Cancel) : null;
        if (Shown.Explains is { } policy)
            Explained = await Db.Documents.Where(one => one.Id == policy).Select(one => new LinkedDocument(one.Id, one.Title, one.Form, one.PublishedOn)).SingleAsync(Cancel);
        Interpretations = await Db.Documents.Where(one => one.Explains == Shown.Id && one.State != DocumentState.Discarded).OrderBy(one => one.Id).Select(one => new LinkedDocument(one.Id, one.Title, one.Form, one.PublishedOn)).ToListAsync(Cancel);
        if (Text.Follows is { } decision)
            Decision = await Db.Documents.Where(one => one.Id == decision).Select(one => new LinkedDocument(one.Id, one.Title, one.Form, one.PublishedOn)).SingleOrDefaultAsync(Cancel);
        if (Text.Column is { } column)
            ColumnName = (await Db.ColumnsOf(Shown.Body, Cancel)).FirstOrDefault(one => one.Key == column)?.Name ?? column;
        if (Text.Stage == OpennessStage.Decision)
            FollowUps = await followUps.Of(Shown.Id, readableOnly: false, Cancel);
        Retention = (await RetentionRules.Of(Db, Shown.Body, Cancel)).For(Shown);
        bool MayHere(Permission permission) => May(permission, Shown.Body);
        Open = [.. Steps.OpenTo(Shown, Me.Id, MayHere)];
        Closed = [.. Steps.ClosedTo(Shown, Me.Id, MayHere)];
        return Page();
    }
}
