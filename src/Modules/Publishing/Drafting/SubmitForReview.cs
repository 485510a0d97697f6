using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>提交审查: the version is frozen, checked, and handed to the body's chain; a returned one goes on in its next round.</summary>
public sealed class SubmitForReview(DocumentDesk desk, DocumentChecks checks, PublicWords words, ReviewChains chains)
{
    public Task<Review> Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel) => Run(id, changes: null, by, seen, cancel);

    /// <param name="id">Which document.</param>
    /// <param name="changes">Of a revision: what is changed and why, so that the chain signs it with the text.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The version the person saw.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<Review> Run(DocumentId id, string? changes, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        var digest = document.Submit(changes, by, desk.Now);
        await words.Demand(document.Body, "修改的内容和原因", document.Working.ChangeReason, "reason", cancel);
        var findings = await checks.Run(document, cancel);
        var submission = new Submission(
            Document.RecordKind, $"{id.Value}", document.Working.Number, digest, document.Attribute == DisclosureAttribute.Proactive, document.Body, document.Section, by,
            [.. document.Editors.Select(editor => editor.Officer).Distinct()], findings);
        var review = await Hand(submission, document.Kind.Word, cancel);
        await desk.Close(document, Act.SubmitForReview, by, cancel, new { review = review.Id.Value, findings = findings.Count });
        return review;
    }

    private async Task<Review> Hand(Submission submission, string kind, CancellationToken cancel)
    {
        var returned = await desk.Db.Reviews.AsSplitQuery().SingleOrDefaultAsync(review => review.SubjectKind == submission.Kind && review.SubjectKey == submission.Key && review.State == ReviewState.Returned && review.EvidenceSource == null, cancel);
        if (returned is not null)
        {
            returned.Resubmit(submission, desk.Now);
            return returned;
        }

        var started = Review.Start(new ReviewId(desk.Clock.NewGuid()), submission, await chains.For(await desk.HeirOf(submission.Body, cancel), kind, cancel), desk.Now);
        desk.Db.Add(started);
        return started;
    }
}

/// <summary>撤回修改: out of review, or out of the queue for publication, back to the author; the review counts no more.</summary>
public sealed class RecallDocument(DocumentDesk desk)
{
    public async Task Run(DocumentId id, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen, cancel);
        document.Recall(by, desk.Now);
        var key = $"{id.Value}";
        foreach (var review in await desk.Db.Reviews.AsSplitQuery().Where(review => review.SubjectKind == Document.RecordKind && review.SubjectKey == key && review.State == ReviewState.Open).ToListAsync(cancel))
            review.Cancel(desk.Now);
        await desk.Close(document, Act.Recall, by, cancel);
    }
}

/// <summary>审查之后: what the end of a review means for its document.</summary>
internal sealed class DocumentReviewed(GongkaiDb db, TimeProvider clock) : IWhenReviewed
{
    public string SubjectKind => Document.RecordKind;

    public async Task Completed(ReviewProof proof, IActor by, CancellationToken cancel) => (await Of(proof.SubjectKey, cancel)).PassReview(proof, by, clock.GetUtcNow());

    public async Task Returned(Review review, string reason, IActor by, CancellationToken cancel) => (await Of(review.SubjectKey, cancel)).ReturnToAuthor(reason, review.Id, by, clock.GetUtcNow());

    private Task<Document> Of(string key, CancellationToken cancel)
    {
        var id = new DocumentId(Guid.Parse(key));
        return db.Documents.AsSplitQuery().SingleAsync(document => document.Id == id, cancel);
    }
}
