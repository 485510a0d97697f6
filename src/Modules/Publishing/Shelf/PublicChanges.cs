using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>变更流: what has changed in what everybody may read, in the order of the ledger; whoever keeps a copy asks from the number he has reached.</summary>
public sealed class PublicChanges(GongkaiDb db)
{
    public const int Most = 1000;

    /// <summary>A document that changed several times stands once, at its last change. What was never public does not stand here at all.</summary>
    public async Task<PublicChangePage> After(long after, int size, CancellationToken cancel)
    {
        size = Math.Clamp(size, 1, Most);
        var inside = DocumentActs.Inside.ToList();
        var head = await db.LedgerEntries.MaxAsync(entry => (long?)entry.Number, cancel) ?? 0;
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Number > after && entry.Kind == Document.RecordKind && !inside.Contains(entry.Act))
            .OrderBy(entry => entry.Number).Take(size).Select(entry => new { entry.Number, entry.At, entry.Key }).ToListAsync(cancel);
        var ids = entries.Select(entry => new DocumentId(Guid.Parse(entry.Key))).Distinct().ToList();
        var shown = await db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id) && document.PublishedOn != null && (DocumentStates.Gone.Contains(document.State) || DocumentStates.Readable.Contains(document.State)))
            .Select(document => new { document.Id, document.State }).ToDictionaryAsync(document => document.Id, document => document.State, cancel);
        var changes = entries.GroupBy(entry => entry.Key, (_, same) => same.Last()).OrderBy(entry => entry.Number)
            .Select(entry => (Entry: entry, Id: new DocumentId(Guid.Parse(entry.Key)))).Where(change => shown.ContainsKey(change.Id))
            .Select(change => new ChangedDocument(change.Entry.Number, change.Entry.At, change.Id, IsWithdrawn: shown[change.Id].IsGone)).ToList();
        return new PublicChangePage(changes, entries.Count < size ? Math.Max(head, after) : entries[^1].Number, IsLast: entries.Count < size);
    }
}

/// <summary>一项变更.</summary>
public sealed record ChangedDocument(long Number, DateTimeOffset At, DocumentId Id, bool IsWithdrawn);

/// <param name="Changes">Oldest first.</param>
/// <param name="Next">From where to ask next time.</param>
/// <param name="IsLast">Nothing further has happened yet.</param>
public sealed record PublicChangePage(IReadOnlyList<ChangedDocument> Changes, long Next, bool IsLast);
