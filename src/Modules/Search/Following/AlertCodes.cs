using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>确认和退订, by the code of a letter: whoever has it read the letter, and nothing else is asked.</summary>
public sealed class AlertCodes(GongkaiDb db, Ledger ledger, FieldProtection protection, TimeProvider clock)
{
    /// <summary>After it a request that nobody confirmed is forgotten.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>Null where there is none, or it waited too long.</summary>
    public async Task<Alert?> Find(string? code, CancellationToken cancel)
    {
        if (code is not { Length: > 20 and < 100 })
            return null;
        var (hash, since) = (AskAlert.Hash(code), clock.GetUtcNow() - Waits);
        return await db.Alerts.SingleOrDefaultAsync(alert => alert.CodeHash == hash && (alert.ConfirmedAt != null || alert.AskedAt > since), cancel);
    }

    /// <summary>确认: from today on. Twice is as good as once.</summary>
    /// <returns>Null where the code is none.</returns>
    public async Task<Alert?> Confirm(string? code, CancellationToken cancel)
    {
        if (await Find(code, cancel) is not { } alert || alert.ConfirmedAt is not null)
            return await Find(code, cancel);
        alert.ConfirmedAt = clock.GetUtcNow();
        db.Add(new AlertRound(alert.Id) { From = clock.Today() });
        ledger.Record(Act.ConfirmAlert, AlertActs.s_public, alert);
        await db.SaveChangesAsync(cancel);
        return alert;
    }

    /// <summary>退订: the row goes, and the key of the address with it.</summary>
    public async Task End(string? code, CancellationToken cancel)
    {
        if (await Find(code, cancel) is { } alert)
            await Erase(alert, Act.EndAlert, AlertActs.s_public, cancel);
    }

    /// <summary>Those that nobody confirmed in time.</summary>
    public async Task Forget(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Waits;
        foreach (var alert in await db.Alerts.Where(alert => alert.ConfirmedAt == null && alert.AskedAt <= before).OrderBy(alert => alert.AskedAt).Take(200).ToListAsync(cancel))
            await Erase(alert, Act.DropAlert, AlertActs.s_clock, cancel);
    }

    private async Task Erase(Alert alert, Act act, IActor by, CancellationToken cancel)
    {
        await protection.Erase(alert.Subject, cancel);
        db.Remove(alert);
        ledger.Record(act, by, alert);
        ledger.Record(Act.ErasePerson, by, alert);
        await db.SaveChangesAsync(cancel);
    }
}
