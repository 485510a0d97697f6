using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Publishing;

/// <summary>添加事件推送.</summary>
public sealed class AddWebhook(DocumentDesk desk, FieldProtection protection, IOptions<WebhookOptions> options)
{
    private const int AtMost = 20;
    private const int LongestUrl = 500;

    /// <returns>The webhook and its secret, which is told once.</returns>
    public async Task<(Webhook Webhook, string Secret)> Run(BodyId body, string? url, IReadOnlyCollection<DocumentEvent> events, IActor by, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.ManageWebhooks, body, cancel);
        var address = Demand(url);
        if (events.Count == 0)
            throw new RefusedException("请至少选择一种事件。", "events");
        if (await desk.Db.Webhooks.CountAsync(other => other.Body == body, cancel) >= AtMost)
            throw new RefusedException($"每个机关最多{AtMost}个推送地址，请先删除不用的。");
        var (id, secret) = (new WebhookId(desk.Clock.NewGuid()), $"whs_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");
        var webhook = new Webhook(id)
        {
            Body = body,
            Url = address.AbsoluteUri,
            Events = [.. events],
            Secret = await protection.Seal(new SubjectId(id.Value), secret, cancel),
            CreatedAt = desk.Now,
        };
        desk.Db.Add(webhook);
        desk.Record(Act.AddWebhook, by, webhook);
        await desk.Db.SaveChangesAsync(cancel);
        return (webhook, secret);
    }

    private Uri Demand(string? typed)
    {
        var inside = options.Value.AllowPrivate;
        if (typed is not { Length: <= LongestUrl } || !Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (inside && url.Scheme == Uri.UriSchemeHttp)) || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.Host.Length == 0)
            throw new RefusedException($"推送地址应当是{(inside ? "http 或 https" : "https")} 开头的完整网址，最多{LongestUrl}个字符，不含用户名、口令和#。", "url");
        // A first word to whoever types it; what a name resolves to is judged with each connection.
        if (!inside && (url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && !PublicAddresses.IsPublic(address))))
            throw new RefusedException("推送地址属于内部网络，不能使用。确需推送到内网的，请系统管理员设置 Gongkai:Webhooks:AllowPrivate。", "url");
        return url;
    }
}

/// <summary>删除事件推送: what still waits is not delivered any more, and the secret is gone.</summary>
public sealed class RemoveWebhook(DocumentDesk desk, FieldProtection protection)
{
    public async Task Run(WebhookId id, IActor by, CancellationToken cancel)
    {
        var webhook = await desk.Db.Webhooks.SingleOrDefaultAsync(webhook => webhook.Id == id, cancel) ?? throw new RefusedException("没有这个推送地址，可能已被他人删除。");
        await desk.Demand(by, Permission.ManageWebhooks, webhook.Body, cancel);
        await protection.Erase(webhook.Subject, cancel);
        desk.Db.Remove(webhook);
        desk.Record(Act.RemoveWebhook, by, webhook);
        await desk.Db.SaveChangesAsync(cancel);
    }
}
