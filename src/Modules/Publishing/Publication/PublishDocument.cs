using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>公开, on the completed review of exactly this text; with the first publication the document gets its 索引号.</summary>
public sealed class PublishDocument(DocumentDesk desk, PublicWords words, IEnumerable<IWhenPublished> listeners)
{
    private const int Attempts = 8;

    public async Task<Document> Run(DocumentId id, string? reason, IActor by, uint? seen, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(id, reason, by, seen, cancel);
            }
            catch (Exception taken) when (attempt < Attempts && seen is null && taken is ChangedMeanwhileException or DbUpdateException)
            {
                // Somebody else of this body took the same 索引号 a moment earlier: the next one is ours.
                desk.Db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Document> Once(DocumentId id, string? reason, IActor by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen, cancel);
        var proof = await desk.Db.ProofFor(document, cancel);
        await words.Demand(document.Body, "修改的内容和原因", reason, "reason", cancel);
        await desk.DemandPolicy(document, by: null, cancel);
        document.Publish(proof, document.IndexNumber ?? await Number(document.Body, cancel), reason, by, desk.Now);
        await listeners.Tell(document, cancel);
        await desk.Close(document, Act.Publish, by, cancel, new { review = proof.Review.Value, digest = proof.Digest.Value, index_number = document.IndexNumber });
        return document;
    }

    private async Task<string> Number(BodyId body, CancellationToken cancel)
    {
        var rule = await desk.Db.RuleOf(body, cancel);
        return rule.Next(desk.Clock.Today());
    }
}

internal static class PublicationRows
{
    extension(GongkaiDb db)
    {
        /// <summary>The review that was completed for this very content, else the latest, which the document then refuses.</summary>
        /// <exception cref="NotLawfulException">No review was completed.</exception>
        public async Task<ReviewProof> ProofFor(Document document, CancellationToken cancel)
        {
            var key = $"{document.Id.Value}";
            var completed = await db.Reviews.AsSplitQuery().Where(review => review.SubjectKind == Document.RecordKind && review.SubjectKey == key && review.State == ReviewState.Completed).ToListAsync(cancel);
            var digest = document.DigestOf(document.Working);
            return completed.Select(review => review.Proof()).OrderByDescending(proof => proof.Digest == digest).ThenByDescending(proof => proof.CompletedAt).FirstOrDefault() ?? throw new NotLawfulException("没有完成审查，不得公开", new Article(17, 2));
        }

        /// <summary>The body's rule; the standard one with 统一社会信用代码, or its key while that is not known, where it has none yet.</summary>
        /// <exception cref="RefusedException">Its numbers could be those of another body.</exception>
        public async Task<IndexRule> RuleOf(BodyId body, CancellationToken cancel)
        {
            if (await db.IndexRules.SingleOrDefaultAsync(rule => rule.Body == body, cancel) is { } known)
                return known;
            var rule = new IndexRule(body) { Code = await db.Bodies.Where(one => one.Id == body).Select(one => one.CreditCode ?? one.Key).SingleAsync(cancel) };
            await db.MustDiffer(rule, cancel);
            db.Add(rule);
            return rule;
        }

        /// <summary>Of every body, whether it has a rule yet or will begin with the standard one.</summary>
        /// <exception cref="RefusedException">Two bodies could give the same number.</exception>
        public async Task MustDiffer(IndexRule rule, CancellationToken cancel)
        {
            var others = await (from body in db.Bodies
                                where body.Id != rule.Body
                                join own in db.IndexRules on body.Id equals own.Body into rules
                                from own in rules.DefaultIfEmpty()
                                select new { body.Name, Pattern = own == null ? IndexRule.Standard : own.Pattern, Code = own == null ? body.CreditCode ?? body.Key : own.Code }).ToListAsync(cancel);
            if (others.Find(other => rule.MayMeet(other.Pattern, other.Code)) is { } same)
                throw new RefusedException($"{same.Name}使用同样的机构代码或者写法，索引号会重复，请在设置中换一个。", "code");
        }
    }
}
