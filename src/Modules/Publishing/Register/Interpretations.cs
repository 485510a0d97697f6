using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>政策解读 (P3): policy and interpretation, linked both ways, and what is overdue.</summary>
public sealed class Interpretations(GongkaiDb db, PublicShelf shelf, TimeProvider clock)
{
    /// <summary>The interpretations of a policy that everybody may read.</summary>
    public Task<List<LinkedDocument>> Of(DocumentId policy, CancellationToken cancel) =>
        db.Documents.Readable.Where(document => document.Explains == policy).OrderBy(document => document.PublishedOn)
            .Select(document => new LinkedDocument(document.Id, document.Title, document.Form, document.PublishedOn)).ToListAsync(cancel);

    /// <summary>The policy an interpretation explains, where everybody may read it.</summary>
    public Task<LinkedDocument?> PolicyOf(DocumentId interpretation, CancellationToken cancel) =>
        db.Documents.Readable.Where(policy => db.Set<Document>().Any(document => document.Id == interpretation && document.Explains == policy.Id))
            .Select(policy => new LinkedDocument(policy.Id, policy.Title, policy.Form, policy.PublishedOn)).SingleOrDefaultAsync(cancel);

    /// <summary>
    /// 解读报警: policies without interpretation after three working days, oldest first. What was public elsewhere before, what is no longer in force and what is
    /// archived is not waited for.
    /// </summary>
    public async Task<IReadOnlyList<OverdueInterpretation>> Overdue(IReadOnlyCollection<BodyId> bodies, CancellationToken cancel)
    {
        var today = clock.Today();
        var moveIn = Procedure.MoveIn.Id;
        var policies = await shelf.In(new ShelfQuestion { Bodies = bodies, InForce = true })
            .Where(document => document.State != DocumentState.Archived && !document.History.Any(taken => taken.Step == moveIn)
                && !db.Set<Document>().Any(other => other.Explains == document.Id && other.PublishedOn != null && DocumentStates.Readable.Contains(other.State)))
            .OrderBy(document => document.PublishedOn).Select(document => new { document.Id, document.Title, document.Kind, document.PublishedOn }).ToListAsync(cancel);
        return
        [
            .. from policy in policies
               let duty = InterpretationDuty.Of(policy.Kind, policy.PublishedOn, [], Calendars.Latest)
               where duty is not null && duty.IsOverdueOn(today) is not false
               select new OverdueInterpretation(policy.Id, policy.Title, duty.PublishedOn, duty.Due),
        ];
    }
}

/// <summary>One end of a link.</summary>
public sealed record LinkedDocument(DocumentId Id, string Title, InterpretationForm? Form, DateOnly? PublishedOn);

/// <summary>A policy whose interpretation is late, and by which days; without them it cannot be told, for a year has no calendar.</summary>
public sealed record OverdueInterpretation(DocumentId Id, string Title, DateOnly PublishedOn, Deadline? Due);
