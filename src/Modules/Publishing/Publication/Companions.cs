using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>
/// 同步解读 (P3): policy and interpretation are prepared, reviewed and published together, so what is done with a policy can be done with its interpretations in the same
/// breath. The policy goes first; each is a step of its own with its own entry, and one that is refused holds back no other.
/// </summary>
public sealed class Companions(DocumentDesk desk, SubmitForReview submit, PublishDocument publish, SchedulePublication schedule, WithdrawDocument withdraw)
{
    /// <summary>The interpretations of a policy with which the same step can be taken now.</summary>
    public static async Task<IReadOnlyList<LinkedDocument>> OpenTo(GongkaiDb db, DocumentId policy, LawfulStep step, CancellationToken cancel)
    {
        var states = step.Moves.Select(move => move.From).ToList();
        return await db.Documents.Where(document => document.Explains == policy && states.Contains(document.State)).OrderBy(document => document.Id)
            .Select(document => new LinkedDocument(document.Id, document.Title, document.Form, document.PublishedOn)).ToListAsync(cancel);
    }

    public Task<CompanionsDone> Submit(DocumentId policy, string? changes, Officer by, CancellationToken cancel) => Each(policy, Procedure.Submit, id => submit.Run(id, changes, by, seen: null, cancel), cancel);

    public Task<CompanionsDone> Publish(DocumentId policy, string? reason, Officer by, CancellationToken cancel) => Each(policy, Procedure.Publish, async id => await publish.Run(id, await ReasonFor(id, reason, cancel), by, seen: null, cancel), cancel);

    public Task<CompanionsDone> Schedule(DocumentId policy, DateTimeOffset due, string? reason, Officer by, CancellationToken cancel) => Each(policy, Procedure.Schedule, async id => await schedule.Run(id, due, await ReasonFor(id, reason, cancel), by, seen: null, cancel), cancel);

    public Task<CompanionsDone> Withdraw(DocumentId policy, string reason, Officer by, CancellationToken cancel) => Each(policy, Procedure.Withdraw, id => withdraw.Run(id, reason, by, seen: null, cancel), cancel);

    private async Task<CompanionsDone> Each(DocumentId policy, LawfulStep step, Func<DocumentId, Task> take, CancellationToken cancel)
    {
        var done = new CompanionsDone([], []);
        foreach (var one in await OpenTo(desk.Db, policy, step, cancel))
        {
            try
            {
                await take(one.Id);
                done.Done.Add(one);
            }
            catch (Exception refused) when (refused is RefusedException or NotLawfulException or ChangedMeanwhileException)
            {
                done.Refused.Add((one, refused.Message));
            }

            desk.Db.ChangeTracker.Clear();
        }

        return done;
    }

    // What its own chain signed goes with it; the policy's reason is not the interpretation's.
    private async Task<string?> ReasonFor(DocumentId id, string? reason, CancellationToken cancel) => await desk.Db.Documents.AsNoTracking().Where(document => document.Id == id).SelectMany(document => document.Versions).OrderByDescending(version => version.Number).Select(version => version.ChangeReason).FirstOrDefaultAsync(cancel) ?? reason;
}

/// <summary>What was done with the interpretations, and what was refused and why.</summary>
public sealed record CompanionsDone(List<LinkedDocument> Done, List<(LinkedDocument Document, string Because)> Refused);
