using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Webhooks;

/// <summary>事件推送: whom this body tells what happens to its documents, and how the last messages fared.</summary>
[Requires("webhooks.manage")]
public sealed class WebhooksModel(GongkaiDb db, AddWebhook add, RemoveWebhook remove, RetryDelivery retry, WebhookLog log) : OfficePage(db)
{
    private const int Shown = 20;

    public IReadOnlyList<(Webhook Webhook, IReadOnlyList<WebhookAttempt> Attempts)> Rows { get; private set; } = [];

    /// <summary>The secret of an address just added; shown this once.</summary>
    public string? Secret { get; private set; }

    /// <summary>The events ticked in a form that was refused.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public static string StateOf(WebhookAttempt attempt) => attempt.State switch
    {
        OutboxState.Delivered => "已送达",
        OutboxState.Dead => "已放弃",
        _ => attempt.Attempts == 0 ? "等待推送" : $"等待重试（已试{attempt.Attempts}次）",
    };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? url, string[] events)
    {
        Chosen = events;
        if (await Attempt(async () => (_, Secret) = await add.Run(Me.Body, url, [.. events.Select(DocumentEvents.Parse)], Me, Cancel)))
        {
            // The next one begins with an empty form.
            ModelState.Clear();
            Chosen = [];
            await Read();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemove(Guid webhook) =>
        await Attempt(() => remove.Run(new WebhookId(webhook), Me, Cancel)) ? Then("/office/webhooks", "已删除推送地址。") : Page();

    /// <summary>A message that was given up.</summary>
    public async Task<IActionResult> OnPostRetry(Guid webhook, long number) =>
        await Attempt(() => retry.Run(new WebhookId(webhook), number, Me, Cancel)) ? Then("/office/webhooks", "已重新推送，结果稍后显示在这里。") : Page();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await Read();
        await next();
    }

    private async Task Read()
    {
        List<(Webhook, IReadOnlyList<WebhookAttempt>)> rows = [];
        foreach (var webhook in await Db.Webhooks.AsNoTracking().Where(webhook => webhook.Body == Me.Body).OrderBy(webhook => webhook.Id).ToListAsync(Cancel))
            rows.Add((webhook, await log.Of(webhook.Id, Shown, Cancel)));
        Rows = rows;
    }
}
