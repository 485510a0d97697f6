using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>市科技局的公开工作: the people of one bureau and what they do with a document.</summary>
internal static class Desk
{
    public const string Bureau = "kjj";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static DocumentContent Content(string title = "云泽市科技创新券管理办法", string html = "<p>第一条 为规范科技创新券管理，制定本办法。</p>") => new()
    {
        Title = title,
        Summary = "科技创新券的申领和使用",
        DocumentNumber = "云科发〔2026〕8号",
        Issuer = "云泽市科学技术局",
        CreatedOn = new(2026, 2, 10),
        EffectiveOn = new(2026, 3, 1),
        ExpiresOn = new(2031, 2, 28),
        Topic = "科技、教育\\科技",
        Article20Item = "a20_01",
        Html = html,
    };

    extension(World world)
    {
        public Task<Document> Drafted(DocumentKind kind = DocumentKind.NormativeDocument, AttributeDecision? attribute = null, DocumentContent? content = null) => world.In(async services =>
        {
            var clerk = await world.Officer(Bureau, Role.CaseOfficer);
            return await services.Op<DraftDocument>().Run(new NewDocument(clerk.Body, kind), attribute ?? AttributeDecision.Proactive, content ?? Content(), clerk, Cancel);
        });

        public async Task<ReviewId> Submitted(DocumentId document, string? changes = "更正第一条")
        {
            var clerk = await world.Officer(Bureau, Role.CaseOfficer);
            return (await world.Do<SubmitForReview, Review>(submit => submit.Run(document, changes, clerk, null, Cancel))).Id;
        }

        /// <summary>Signs the next stages in the roles they ask for.</summary>
        public async Task Signed(ReviewId id, int stages = int.MaxValue)
        {
            for (var signed = 0; signed < stages && (await world.Review(id)).Stage is { } stage; signed++)
            {
                var officer = await world.Officer(Bureau, stage.Role);
                if (stage.IsSecrecy)
                    await world.Do<RecordSecrecyReview>(record => record.Run(id, SecrecyConclusion.MayBePublished, "不涉及国家秘密和工作秘密", null, [], null, officer, null, Cancel));
                else
                    await world.Do<GiveOpinion>(give => give.Run(id, stage.Gates, "同意", [], null, officer, null, Cancel));
            }
        }

        public async Task<Document> Approved(DocumentKind kind = DocumentKind.NormativeDocument, AttributeDecision? attribute = null, DocumentContent? content = null)
        {
            var document = await world.Drafted(kind, attribute, content);
            await world.Signed(await world.Submitted(document.Id));
            return await world.Document(document.Id);
        }

        public async Task<Document> Published(DocumentKind kind = DocumentKind.NormativeDocument, DocumentContent? content = null)
        {
            var document = await world.Approved(kind, content: content);
            await world.Publish(document.Id);
            return await world.Document(document.Id);
        }

        public async Task Publish(DocumentId id, string? reason = null)
        {
            var publisher = await world.Officer(Bureau, Role.Publisher);
            await world.Do<PublishDocument>(publish => publish.Run(id, reason, publisher, null, Cancel));
        }

        /// <summary>One asks for it, another confirms it.</summary>
        public async Task Repeal(DocumentId id, DateOnly effective, string reason, string? byDocument = null)
        {
            var (clerk, publisher) = (await world.Officer(Bureau, Role.CaseOfficer), await world.Officer(Bureau, Role.Publisher));
            await world.Do<ProposeEnding>(propose => propose.Repeal(id, effective, reason, byDocument, clerk, null, Cancel));
            await world.Do<RepealDocument>(repeal => repeal.Run(id, publisher, null, Cancel));
        }

        public Task<Review> Review(ReviewId id) => world.Db(db => db.Reviews.AsNoTracking().AsSplitQuery().SingleAsync(review => review.Id == id, Cancel));

        public Task<Document> Document(DocumentId id) => world.Db(db => db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(document => document.Id == id, Cancel));

        public Task<int> ReadableCount() => world.Db(db => db.Documents.Readable.CountAsync(Cancel));
    }

    private static T Op<T>(this IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;
}
