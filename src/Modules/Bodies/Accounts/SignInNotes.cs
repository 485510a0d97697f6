using Gongkai.Data;

namespace Gongkai.Bodies;

/// <summary>登录的个人信息 in the ledger: log-in names and addresses, sealed under the key of whose account it is; those of a stranger, or of somebody erased, under one of the month.</summary>
public sealed class SignInNotes(FieldProtection protection, TimeProvider clock)
{
    public async Task<string> Of(OfficerId? officer, string text, CancellationToken cancel)
    {
        if (officer is { } person && await protection.TrySeal(new SubjectId(person.Value), text, cancel) is { } own)
            return own.Value;
        return (await protection.Seal(Strangers(clock.Today()), text, cancel)).Value;
    }

    /// <summary>Nobody knows who it was, so there is no person to keep a key for; a month of them goes together.</summary>
    private static SubjectId Strangers(DateOnly day) => new(new Guid(0x7369676e, (short)day.Year, (short)day.Month, 0, 0, 0, 0, 0, 0, 0, 1));
}
