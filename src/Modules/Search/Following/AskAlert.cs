using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>
/// 申请邮件订阅: nothing is sent but one letter that asks whether it was really its reader. Whether an address is already known is never told: the
/// answer is the same, and somebody else's box is not filled by asking again and again.
/// </summary>
public sealed class AskAlert(GongkaiDb db, Ledger ledger, FieldProtection protection, Outbox outbox, Mailer mailer, TimeProvider clock)
{
    /// <summary>Letters one address gets in a day without having confirmed any.</summary>
    public const int MostWaiting = 3;

    /// <summary>Searches one address may follow.</summary>
    public const int MostFollowed = 30;

    /// <summary>Letters to unconfirmed addresses the whole site sends in a day.</summary>
    private const int MostOfSite = 2000;

    /// <exception cref="RefusedException">It is no address, or no letters can be sent now.</exception>
    public async Task Run(string? typed, SearchRequest question, string name, string address, CancellationToken cancel)
    {
        if (!mailer.IsReady)
            throw new RefusedException("本站还不能发送邮件，请使用订阅源。", "email");
        var email = Mailer.AddressOrNull(typed) ?? throw new RefusedException("请填写完整的电子邮箱，例如 name@example.com。", "email");
        var now = clock.GetUtcNow();
        var since = now.AddDays(-1);
        if (await db.Alerts.CountAsync(alert => alert.ConfirmedAt == null && alert.AskedAt > since, cancel) >= MostOfSite)
            throw new RefusedException("今天申请订阅的人太多，请明天再试，或者使用订阅源。", "email");
        var mark = protection.Mark(Alert.RecordKind, email.ToLowerInvariant());
        var known = await db.Alerts.AsNoTracking().Where(alert => alert.EmailMark == mark).Select(alert => new { alert.ConfirmedAt, alert.AskedAt, alert.Address }).ToListAsync(cancel);
        if (known.Count >= MostFollowed || known.Count(alert => alert.ConfirmedAt is null && alert.AskedAt > since) >= MostWaiting || known.Exists(alert => alert.ConfirmedAt is not null && alert.Address == address))
            return;

        var (id, code) = (new AlertId(clock.NewGuid()), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        var subject = new SubjectId(id.Value);
        var alert = new Alert(id)
        {
            Email = await protection.Seal(subject, email, cancel),
            EmailMark = mark,
            Code = await protection.Seal(subject, code, cancel),
            CodeHash = Hash(code),
            Name = name,
            Address = address,
            Question = question with { Page = 1, Size = 10, WithFacets = false },
            AskedAt = now,
        };
        db.Add(alert);
        ledger.Record(Act.AskAlert, AlertActs.s_public, alert);
        outbox.Add(AlertMessage.Confirm, $"{id.Value:N}", new AlertMessage(id.Value));
        await db.SaveChangesAsync(cancel);
    }

    internal static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>What the outbox carries: ids and days, never an address.</summary>
internal sealed record AlertMessage(Guid Alert, DateOnly? From = null, DateOnly? Until = null)
{
    public const string Confirm = "alerts.confirm";
    public const string Digest = "alerts.digest";
}
