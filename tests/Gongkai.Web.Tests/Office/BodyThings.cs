using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Participation;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>一个机关的事项: a draft with an attachment, a review, a section, a webhook, a reported fault and a finding, to ask about.</summary>
internal sealed record BodyThings(Guid Draft, Guid Review, Guid Section, Guid Webhook, Guid Fault, Guid Finding, Guid Synonym, Guid Migration)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<BodyThings>>> s_known = new();

    private static CancellationToken Cancel => CancellationToken.None;

    public static Task<BodyThings> Of(YunzeSite yunze, string body) => s_known.GetOrAdd(body, key => new Lazy<Task<BodyThings>>(() => Make(yunze, key))).Value;

    /// <summary>A route with the things of a body in it.</summary>
    public static async Task<string> Address(YunzeSite yunze, string route, string body)
    {
        var address = route.Replace("{key}", body, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{number:long}", "1", StringComparison.Ordinal)
            .Replace("{step}", "submit", StringComparison.Ordinal).Replace("{kind}", "information", StringComparison.Ordinal).Replace("{topic}", "zhuanti", StringComparison.Ordinal).Replace("{column}", "a20_01", StringComparison.Ordinal)
            .Replace("{wrong}", "%E5%B8%83%E7%BD%B2", StringComparison.Ordinal);
        if (!address.Contains("{id:guid}", StringComparison.Ordinal) && !address.Contains("/topics/", StringComparison.Ordinal))
            return address;
        var things = await Of(yunze, body);
        var id = address.Split('/').TakeWhile(segment => segment != "{id:guid}").Last() switch
        {
            "documents" => things.Draft,
            "reviews" => things.Review,
            "sections" => things.Section,
            "webhooks" => things.Webhook,
            "site-faults" => things.Fault,
            "findings" => things.Finding,
            "synonyms" => things.Synonym,
            "migrations" => things.Migration,
            _ => Guid.CreateVersion7(),
        };
        return address.Replace("{id:guid}", $"{id}", StringComparison.Ordinal);
    }

    public static async Task<Guid> NewWebhook(YunzeSite yunze, string body)
    {
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var head = await Officer(scope.ServiceProvider, $"{body}-office");
        return (await scope.ServiceProvider.GetRequiredService<AddWebhook>().Run(head.Body, "https://receiver.example/hook", [DocumentEvent.Published], head, Cancel)).Webhook.Id.Value;
    }

    /// <summary>Handed in, with a line that can never come in.</summary>
    public static async Task<Guid> NewMigration(YunzeSite yunze, string body)
    {
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var clerk = await Officer(scope.ServiceProvider, $"{body}-case");
        return (await scope.ServiceProvider.GetRequiredService<HandInMigration>().Run(clerk.Body, "没有标题.jsonl", new MemoryStream("{\"external_id\":\"x\"}"u8.ToArray()), null, clerk, Cancel)).Id.Value;
    }

    private static async Task<BodyThings> Make(YunzeSite yunze, string body)
    {
        var draft = await Drafted(yunze, body, $"{body}的草稿");
        var sent = await Drafted(yunze, body, $"{body}的送审稿");
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var clerk = await Officer(scope.ServiceProvider, $"{body}-case");
        var review = await scope.ServiceProvider.GetRequiredService<SubmitForReview>().Run(sent, clerk, null, Cancel);
        var section = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Sections.Where(section => section.Body == clerk.Body).Select(section => section.Id).FirstAsync(Cancel);
        var fault = await scope.ServiceProvider.GetRequiredService<ReportFault>().Run($"/{body}", FaultKind.Wording, "标题里少了一个字", Cancel);
        await scope.ServiceProvider.GetRequiredService<EditTopic>().Run(clerk.Body, "zhuanti", new TopicContent { Title = "一个专题的草稿", Introduction = "还没有写完。", Parts = [new TopicSection("通知", null, [], null, [DocumentKind.Information], [])] }, await Officer(scope.ServiceProvider, $"{body}-office"), null, Cancel);
        var synonym = await scope.ServiceProvider.GetRequiredService<SetSynonym>().Run(null, $"{body}甲、{body}乙", isActive: false, await Officer(scope.ServiceProvider, "system"), null, Cancel);
        return new BodyThings(draft.Value, review.Id.Value, section.Value, await NewWebhook(yunze, body), fault.Id.Value, await NewFinding(yunze, draft, clerk.Body), synonym.Id.Value, await NewMigration(yunze, body));
    }

    /// <summary>Something that everybody can read: moved in from an old site.</summary>
    public static async Task<(DocumentId Id, BodyId Body)> PublicDocument(YunzeSite yunze, string body, string title)
    {
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var (voucher, key) = (await Officer(scope.ServiceProvider, $"{body}-office"), $"old-{Guid.NewGuid():N}");
        var line = JsonSerializer.SerializeToUtf8Bytes(new { external_id = key, title, text = "各有关单位：现予公布。", published_on = "2024-03-05", url = "http://old.example/1.html" });
        await scope.ServiceProvider.GetRequiredService<MoveDocuments>().Run(
            new Migration(voucher.Body, Actor.System("test", "测试"), voucher, $"{key}.jsonl"), new MemoryStream(line), new ImportReport(TextWriter.Null), null, Cancel);
        return (await scope.ServiceProvider.GetRequiredService<GongkaiDb>().ImportedItems.Where(item => item.ExternalId == key).Select(item => item.Document).SingleAsync(Cancel), voucher.Body);
    }

    /// <summary>What a second look would have found.</summary>
    public static async Task<Guid> NewFinding(YunzeSite yunze, DocumentId document, BodyId body)
    {
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<GongkaiDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var finding = new PublicFinding(new PublicFindingId(clock.NewGuid()))
        {
            Document = document,
            Body = body,
            Mark = $"{Guid.NewGuid()}",
            Check = "wrong_word",
            Severity = FindingSeverity.Warning,
            Where = "正文",
            Offset = 0,
            Words = "布署",
            Advice = "疑为“部署”",
            FoundAt = clock.GetUtcNow(),
        };
        db.Add(finding);
        scope.ServiceProvider.GetRequiredService<Ledger>().Record(Act.FindInPublic, Actor.System("test", "测试"), finding);
        await db.SaveChangesAsync(Cancel);
        return finding.Id.Value;
    }

    private static async Task<DocumentId> Drafted(YunzeSite yunze, string body, string title)
    {
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        var clerk = await Officer(scope.ServiceProvider, $"{body}-case");
        var content = new DocumentContent
        {
            Title = title,
            Summary = "为核对权限起草的事项",
            Issuer = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Bodies.Where(one => one.Id == clerk.Body).Select(one => one.Name).SingleAsync(Cancel),
            CreatedOn = new(2026, 11, 2),
            Topic = "综合政务\\政务公开",
            Article20Item = "a20_15",
            Html = "<p>正文。</p>",
        };
        var document = await scope.ServiceProvider.GetRequiredService<DraftDocument>().Run(
            new NewDocument(clerk.Body, DocumentKind.Information), AttributeDecision.Proactive, content, clerk, Cancel);
        await scope.ServiceProvider.GetRequiredService<AttachFile>().Run(document.Id, "附件.txt", new MemoryStream(Encoding.UTF8.GetBytes("附件")), clerk, null, Cancel);
        return document.Id;
    }

    private static async Task<Officer> Officer(IServiceProvider services, string login)
    {
        var (db, today) = (services.GetRequiredService<GongkaiDb>(), services.GetRequiredService<TimeProvider>().Today());
        var id = await db.Accounts.Where(account => account.Login == login).Select(account => account.Officer).SingleAsync(Cancel);
        return (await db.FindOfficer(id, today, Cancel))!;
    }
}
