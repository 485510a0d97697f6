using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>事件推送接口.</summary>
public static class WebhooksApi
{
    private const int Shown = 50;

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies/{key}/webhooks", List).Requires(Permission.ManageWebhooks).WithName("listWebhooks").WithSummary("推送地址").Produces<IReadOnlyList<WebhookDetails>>();
        api.MapPost("/bodies/{key}/webhooks", Add).Requires(Permission.ManageWebhooks).WithName("addWebhook").WithSummary("添加推送地址；答复中的 secret 只出现这一次").Produces<NewWebhook>(StatusCodes.Status201Created);
        api.MapDelete("/webhooks/{id:guid}", Remove).Requires(Permission.ManageWebhooks).WithName("removeWebhook").WithSummary("删除推送地址");
        api.MapGet("/webhooks/{id:guid}/deliveries", Deliveries).Requires(Permission.ManageWebhooks).WithName("listDeliveries").WithSummary("最近的推送记录").Produces<IReadOnlyList<DeliveryDetails>>();
        api.MapPost("/webhooks/{id:guid}/deliveries/{number:long}/retry", Retry).Requires(Permission.ManageWebhooks).WithName("retryDelivery").WithSummary("重新推送一条已放弃的（state 为 dead）");
    }

    private static async Task<IResult> Retry(HttpContext http, GongkaiDb db, RetryDelivery retry, Guid id, long number)
    {
        await retry.Run(await Find(http, db, id), number, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ManageWebhooks);
        return Results.Ok((await db.Webhooks.AsNoTracking().Where(webhook => webhook.Body == body.Id).OrderBy(webhook => webhook.Id).ToListAsync(http.Cancel)).Select(WebhookDetails.Of));
    }

    private static async Task<IResult> Add(HttpContext http, GongkaiDb db, AddWebhook add, string key, WebhookInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageWebhooks);
        var (webhook, secret) = await add.Run(body.Id, asked.Url, [.. (asked.Events ?? []).Select(DocumentEvents.Parse)], http.Visit.Officer, http.Cancel);
        return Results.Created($"/api/v1/webhooks/{webhook.Id.Value}", new NewWebhook(webhook.Id.Value, webhook.Url, [.. webhook.Events.Select(happened => happened.Word)], secret));
    }

    private static async Task<IResult> Remove(HttpContext http, GongkaiDb db, RemoveWebhook remove, Guid id)
    {
        await remove.Run(await Find(http, db, id), http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Deliveries(HttpContext http, GongkaiDb db, WebhookLog log, Guid id) =>
        Results.Ok((await log.Of(await Find(http, db, id), Shown, http.Cancel))
            .Select(one => new DeliveryDetails(one.Number, one.Id, one.Event, one.Document, one.At, Words.Of(one.State), one.Attempts, one.State == OutboxState.Waiting ? one.DueAt : null, one.Error)));

    private static async Task<WebhookId> Find(HttpContext http, GongkaiDb db, Guid id)
    {
        var wanted = new WebhookId(id);
        var body = await db.Webhooks.Where(webhook => webhook.Id == wanted).Select(webhook => (BodyId?)webhook.Body).SingleOrDefaultAsync(http.Cancel) ?? throw new NotThereException("没有这个推送地址。");
        http.Demand(Permission.ManageWebhooks, body);
        return wanted;
    }

    private sealed record WebhookDetails(Guid Id, string Url, IReadOnlyList<string> Events, DateTimeOffset CreatedAt)
    {
        public static WebhookDetails Of(Webhook webhook) => new(webhook.Id.Value, webhook.Url, [.. webhook.Events.Select(happened => happened.Word)], webhook.CreatedAt);
    }

    private sealed record NewWebhook(Guid Id, string Url, IReadOnlyList<string> Events, string Secret);

    private sealed record DeliveryDetails(long Number, Guid Id, string Event, Guid Document, DateTimeOffset At, string State, int Attempts, DateTimeOffset? NextAt, string? Error);

    internal sealed record WebhookInput(string? Url, IReadOnlyList<string>? Events);
}
