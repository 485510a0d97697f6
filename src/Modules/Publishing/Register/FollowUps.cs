using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>决策的落实公开 (五公开): decisions and what was made public of their execution and result, linked both ways, and what is overdue.</summary>
public sealed class FollowUps(GongkaiDb db, TimeProvider clock)
{
    private static readonly OpennessStage[] s_asked = [OpennessStage.Execution, OpennessStage.Result];

    /// <summary>What reports on a decision, oldest first; for the office what is not public yet too.</summary>
    public Task<List<FollowUp>> Of(DocumentId decision, bool readableOnly, CancellationToken cancel) =>
        (readableOnly ? db.Documents.Readable : db.Documents.Where(document => document.State != DocumentState.Discarded)).Where(document => document.Follows == decision)
            .OrderBy(document => document.PublishedOn).ThenBy(document => document.Id).Select(document => new FollowUp(document.Id, document.Title, document.Stage!.Value, document.PublishedOn)).ToListAsync(cancel);

    /// <summary>Decisions of bodies that drafts may report on, newest first.</summary>
    public Task<List<FollowUp>> Decisions(IReadOnlyCollection<BodyId> bodies, int atMost, CancellationToken cancel) =>
        db.Documents.Readable.Where(document => bodies.Contains(document.Body) && document.Stage == OpennessStage.Decision)
            .OrderByDescending(document => document.PublishedOn).Take(atMost).Select(document => new FollowUp(document.Id, document.Title, document.Stage!.Value, document.PublishedOn)).ToListAsync(cancel);

    /// <summary>到期未公开: what a public decision promised by a day that has passed, the longest overdue first.</summary>
    public async Task<IReadOnlyList<MissingFollowUp>> Overdue(IReadOnlyCollection<BodyId> bodies, CancellationToken cancel)
    {
        var today = clock.Today();
        var decisions = await db.Documents.Readable
            .Where(document => bodies.Contains(document.Body) && document.Stage == OpennessStage.Decision && (document.ExecutionDue < today || document.ResultDue < today))
            .Select(document => new { document.Id, document.Title, document.ExecutionDue, document.ResultDue }).ToListAsync(cancel);
        List<DocumentId?> asking = [.. decisions.Select(decision => decision.Id)];
        var shown = (await db.Documents.Readable.Where(document => asking.Contains(document.Follows)).Select(document => new { document.Follows, document.Stage }).ToListAsync(cancel)).ToHashSet();
        return
        [
            .. from decision in decisions
               from stage in s_asked
               let due = stage == OpennessStage.Execution ? decision.ExecutionDue : decision.ResultDue
               where due < today && !shown.Contains(new { Follows = (DocumentId?)decision.Id, Stage = (OpennessStage?)stage })
               orderby due
               select new MissingFollowUp(decision.Id, decision.Title, stage, due.Value),
        ];
    }
}

/// <summary>One end of a link between a decision and what came of it.</summary>
public sealed record FollowUp(DocumentId Id, string Title, OpennessStage Stage, DateOnly? PublishedOn);

/// <summary>What a decision still owes the public, and since when.</summary>
public sealed record MissingFollowUp(DocumentId Decision, string Title, OpennessStage Stage, DateOnly Due);
