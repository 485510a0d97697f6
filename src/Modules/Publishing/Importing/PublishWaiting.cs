using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>公开留待核对的: what came in before and waits for a person is vouched for now, with the reason why what was found may stay.</summary>
public sealed class PublishWaiting(GongkaiDb db, Ledger ledger, IEnumerable<IWhenPublished> listeners, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <returns>How many became public.</returns>
    internal async Task<int> Run(Migration what, IReadOnlyList<(int Line, string ExternalId)> lines, ImportReport report, CancellationToken cancel)
    {
        var published = 0;
        foreach (var some in lines.Chunk(AtOnce))
        {
            List<string> keys = [.. some.Select(one => one.ExternalId)];
            var waiting = await (from item in db.ImportedItems
                                 join document in db.Documents on item.Document equals document.Id
                                 where item.Body == what.Body && keys.Contains(item.ExternalId) && document.State == DocumentState.InReview
                                 select new { item.Document, item.ExternalId, item.Validity }).AsNoTracking().ToListAsync(cancel);
            foreach (var one in waiting)
            {
                db.ChangeTracker.Clear();
                try
                {
                    published += await Publish(what, one.Document, one.Validity, cancel) ? 1 : 0;
                }
                catch (Exception refused) when (refused is RefusedException or Law.NotLawfulException or ChangedMeanwhileException)
                {
                    report.Error(some.First(line => line.ExternalId == one.ExternalId).Line, one.ExternalId, refused.Message);
                }
            }
        }

        return published;
    }

    private async Task<bool> Publish(Migration what, DocumentId id, string? validity, CancellationToken cancel)
    {
        var key = $"{id.Value}";
        var review = await db.Reviews.AsSplitQuery().SingleOrDefaultAsync(review => review.SubjectKind == Document.RecordKind && review.SubjectKey == key && review.State == ReviewState.Open && review.EvidenceSource != null, cancel);
        if (review is null)
            return false;
        var document = await db.Documents.AsSplitQuery().SingleAsync(document => document.Id == id, cancel);
        var (voucher, now) = (new Signatory(what.Voucher, null), clock.GetUtcNow());
        review.Sign(voucher, Verdict.Approve, review.Stage!.Gates, "已在原网站公开，核对无误", [], what.AcceptFindings, now);
        ledger.Record(Act.VouchForMigration, what.Voucher, review, new { document = id.Value, findings_accepted = what.AcceptFindings });
        if (review.State == ReviewState.Completed)
        {
            var proof = review.Proof();
            document.PassReview(proof, voucher, now);
            var numbers = await IndexNumbers.Of(db, what.Body, [], clock.Today(), cancel);
            document.Publish(proof, document.IndexNumber ?? numbers.Next(), reason: null, voucher, now);
            MovedValidity.Apply(document, validity, voucher, now);
            await listeners.Tell(document, cancel);
            ledger.Record(Act.Publish, what.Voucher, document, new { review = proof.Review.Value, digest = proof.Digest.Value, index_number = document.IndexNumber });
        }

        await db.SaveUnlessChanged(document, cancel);
        return document.State.IsReadable;
    }
}
