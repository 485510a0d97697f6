using System.Globalization;
using System.Text;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>确认信.</summary>
internal sealed class AlertConfirmation(GongkaiDb db, FieldProtection protection, Mailer mailer) : IDelivers
{
    public string Topic => AlertMessage.Confirm;

    public async Task Deliver(Delivery message, CancellationToken cancel)
    {
        var id = new AlertId(message.Read<AlertMessage>().Alert);
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(alert => alert.Id == id, cancel) is not { ConfirmedAt: null } alert)
            return;
        var (email, code) = (await protection.Reveal(alert.Email, cancel), await protection.Reveal(alert.Code, cancel));
        var text = $"""
            有人用这个邮箱在{mailer.SiteName}申请订阅：{alert.Name}。

            如果是您本人，请打开下面的网址确认，以后有新公开、修订、废止或者失效的信息，每天最多一封邮件告诉您：
            {mailer.SiteAddress}/alerts/confirm?code={code}

            如果不是您，不需要做什么：七天内没有确认的，申请和邮箱地址自动删除。
            """;
        await mailer.Send(new Letter(email, $"请确认订阅：{alert.Name}", text), cancel);
    }
}

/// <summary>每日摘要: what is new of a search, or was revised, repealed or expired, between two days, as far as it is public when the letter is written; nothing new, no letter.</summary>
internal sealed class AlertDigest(GongkaiDb db, ISearch search, FieldProtection protection, Mailer mailer) : IDelivers
{
    private const int Most = 30;

    public string Topic => AlertMessage.Digest;

    public async Task Deliver(Delivery message, CancellationToken cancel)
    {
        var asked = message.Read<AlertMessage>();
        var id = new AlertId(asked.Alert);
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(alert => alert.Id == id, cancel) is not { ConfirmedAt: not null } alert)
            return;
        var question = alert.Question;
        var answer = await search.Find(
            question with
            {
                ChangedFrom = asked.From,
                ChangedTo = asked.Until,
                ByChange = true,
                Size = Most,
                IsRoutine = true,
            },
            cancel);
        if (answer.IsRebuilding)
            throw new IndexMissingException();

        // What only comes near is worth a look to somebody who searches, not a letter every day.
        if (answer.Total == 0 || answer.Relaxed is not null)
            return;
        var (email, end) = (await protection.Reveal(alert.Email, cancel), $"{mailer.SiteAddress}/alerts/end?code={await protection.Reveal(alert.Code, cancel)}");
        await mailer.Send(new Letter(email, $"{alert.Name}：{Counted(answer)}", Text(alert, answer, end), end), cancel);
    }

    /// <summary>新公开 where that is all there is; else 有变化, for some of it was public before.</summary>
    private static string Counted(SearchAnswer answer) =>
        answer.Total == answer.Items.Count && answer.Items.All(item => item.Changes.Any(change => change.What == FoundChange.New)) ? $"新公开{answer.Total}件" : $"新公开和有变化{answer.Total}件";

    private string Text(Alert alert, SearchAnswer answer, string end)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"您订阅的“{alert.Name}”，{Counted(answer)}：\n\n");
        foreach (var item in answer.Items)
            text.Append(CultureInfo.InvariantCulture, $"{item.Title}\n{item.BodyName}，{string.Join("；", item.Changes.Select(change => change.Told))}\n{mailer.SiteAddress}{item.Url}\n\n");
        if (answer.Total > answer.Items.Count)
            text.Append(CultureInfo.InvariantCulture, $"其余{answer.Total - answer.Items.Count}件见：{mailer.SiteAddress}{alert.Address}{(alert.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}sort=date\n\n");
        return text.Append(CultureInfo.InvariantCulture, $"不想再收到：{end}\n（退订后您的邮箱地址即行删除。）\n").ToString();
    }
}
