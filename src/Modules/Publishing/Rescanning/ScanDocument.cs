using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>复查一件: looks through what the public reads of one document with the checks as they are now; what no reviewer has seen becomes a task.</summary>
public sealed class ScanDocument(GongkaiDb db, DocumentChecks checks, Ledger ledger, TimeProvider clock)
{
    private static readonly Actor s_scan = Actor.System("rescan", "自动复查");

    /// <returns>How many new findings there are.</returns>
    public async Task<int> Run(DocumentId id, ReadyChecks ready, CancellationToken cancel)
    {
        var document = await db.Documents.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (document?.Shown is not { } shown)
            return 0;
        var found = ready.Run(await checks.Inspected(document, shown, cancel, askOutside: false), c => c.ConcernsPublic).Where(finding => finding.Severity != FindingSeverity.Hint);
        var unseen = Unseen(found, await Reviewed(id, cancel)).ToDictionary(one => one.Mark, one => one.Finding, StringComparer.Ordinal);
        var known = await db.PublicFindings.Where(finding => finding.Document == id).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var (opened, left) = (0, 0);
        foreach (var finding in known)
        {
            var isThere = unseen.Remove(finding.Mark);
            if (isThere && finding.State == PublicFindingState.Gone)
            {
                finding.Return();
                opened++;
            }
            else if (!isThere && finding.State == PublicFindingState.Open)
            {
                finding.Leave(now);
                left++;
            }
        }

        foreach (var (mark, finding) in unseen)
            db.Add(Found(document, mark, finding, now));
        opened += unseen.Count;
        await Note(document, ready.FingerprintOf(document.Body), trouble: null, cancel);
        if (opened + left > 0)
            ledger.Record(Act.FindInPublic, s_scan, document, new { found = opened, gone = left });
        await db.SaveChangesAsync(cancel);
        return opened;
    }

    /// <summary>It could not be looked through; people are told, and the machine goes on.</summary>
    internal async Task GiveUp(DocumentId id, ReadyChecks ready, string trouble, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await db.Documents.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { ShownVersion: not null } document)
            return;
        await Note(document, ready.FingerprintOf(document.Body), trouble, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task Note(Document document, string fingerprint, string? trouble, CancellationToken cancel)
    {
        var scan = await db.DocumentScans.SingleOrDefaultAsync(one => one.Document == document.Id, cancel);
        if (scan is null)
            db.Add(scan = new DocumentScan { Document = document.Id, Checks = fingerprint, ShownVersion = document.ShownVersion!.Value, At = clock.GetUtcNow() });
        (scan.Checks, scan.ShownVersion, scan.At, scan.Trouble) = (fingerprint, document.ShownVersion!.Value, clock.GetUtcNow(), trouble);
    }

    /// <summary>What reviewers had before them, and how often in one round.</summary>
    private async Task<Dictionary<(string, string, string), int>> Reviewed(DocumentId id, CancellationToken cancel)
    {
        var key = $"{id.Value}";
        var seen = await db.Reviews.AsNoTracking().Where(review => review.SubjectKind == Document.RecordKind && review.SubjectKey == key && review.State == ReviewState.Completed)
            .SelectMany(review => review.Findings, (review, finding) => new { review.Id, finding.Round, finding.Check, finding.Where, finding.Words }).ToListAsync(cancel);
        return seen.GroupBy(finding => (finding.Check, finding.Where, finding.Words)).ToDictionary(same => same.Key, same => same.GroupBy(finding => (finding.Id, finding.Round)).Max(round => round.Count()));
    }

    private static IEnumerable<(string Mark, Finding Finding)> Unseen(IEnumerable<Finding> found, Dictionary<(string, string, string), int> reviewed)
    {
        foreach (var one in PublicFinding.Marked(found))
        {
            var key = PublicFinding.KeyOf(one.Finding);
            if (reviewed.GetValueOrDefault(key) is var times and > 0)
                reviewed[key] = times - 1;
            else
                yield return one;
        }
    }

    private PublicFinding Found(Document document, string mark, Finding finding, DateTimeOffset at) => new(new PublicFindingId(clock.NewGuid()))
    {
        Document = document.Id,
        Body = document.Body,
        Mark = mark,
        Check = finding.Check,
        Severity = finding.Severity,
        Where = finding.Where,
        Offset = finding.Offset,
        Words = finding.Words,
        Advice = finding.Advice,
        FoundAt = at,
    };
}
