using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>账号编号.</summary>
public readonly record struct AccountId(Guid Value) : ITypedId;

/// <summary>账号: by which an officer signs in; its secrets stand in no entry of the ledger, every use and change of it does.</summary>
public sealed partial class Account(AccountId id) : IRecordable
{
    /// <summary>Wrong attempts in a row until the account is locked.</summary>
    public const int AttemptsBeforeLock = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public AccountId Id { get; } = id;
    public required OfficerId Officer { get; init; }

    /// <summary>登录名, in small letters.</summary>
    public required string Login { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Salted and stretched; none until the officer has chosen a password by a one-time link.</summary>
    public string? PasswordHash { get; private set; }
    public DateTimeOffset? PasswordSetAt { get; private set; }

    /// <summary>Changes with every change of a secret; what was begun before it is worth nothing after it.</summary>
    public string Stamp { get; private set; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    public int FailedAttempts { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <summary>动态口令密钥, sealed by the site; set and confirmed when <see cref="HasAuthenticator"/>.</summary>
    public string? AuthenticatorKey { get; private set; }
    public bool HasAuthenticator { get; private set; }

    /// <summary>The step of the last code that was taken: none is taken twice.</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>Digests of the recovery codes that are left, a line each.</summary>
    public string RecoveryCodes { get; private set; } = "";

    /// <summary>Who this is at the city's single sign-on.</summary>
    public string? CitySubject { get; private set; }
    public uint Version { get; private set; }

    public int RecoveryCodesLeft => RecoveryCodes.Length == 0 ? 0 : RecoveryCodes.Count('\n') + 1;

    string IRecordable.Kind => "account";
    string IRecordable.Key => $"{Id.Value}";

    /// <exception cref="RefusedException">It cannot be a login.</exception>
    public static string DemandLogin(string? typed)
    {
        var login = typed?.Trim().ToLowerInvariant() ?? "";
        return LoginShape().IsMatch(login) ? login : throw new RefusedException("登录名应当是2到40个小写字母、数字、点、下划线或连字符，以字母开头。", "login");
    }

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    /// <summary>A wrong password or code; true when this one locks the account.</summary>
    public bool Fail(DateTimeOffset now)
    {
        if (++FailedAttempts < AttemptsBeforeLock)
            return false;
        (FailedAttempts, LockedUntil) = (0, now + LockedFor);
        return true;
    }

    public void SignedIn(DateTimeOffset now) => (FailedAttempts, LockedUntil, LastSignInAt) = (0, null, now);

    public void Unlock() => (FailedAttempts, LockedUntil) = (0, null);

    public void SetPassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, PasswordSetAt) = (hash, now);
        Renew();
    }

    /// <summary>The same password under a stronger hash.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void ProposeAuthenticator(string sealedKey) => (AuthenticatorKey, HasAuthenticator, LastCodeStep) = (sealedKey, false, 0);

    public void ConfirmAuthenticator()
    {
        HasAuthenticator = true;
        Renew();
    }

    public void RemoveAuthenticator()
    {
        (AuthenticatorKey, HasAuthenticator, RecoveryCodes) = (null, false, "");
        Renew();
    }

    /// <summary>Whether a right code is new; remembers it.</summary>
    public bool TakeCode(long step)
    {
        if (step <= LastCodeStep)
            return false;
        LastCodeStep = step;
        return true;
    }

    /// <summary>备用码: ten, shown once.</summary>
    public IReadOnlyList<string> MakeRecoveryCodes()
    {
        const string letters = "23456789abcdefghjkmnpqrstuvwxyz";
        string[] codes = [.. Enumerable.Range(0, 10).Select(_ => string.Concat(RandomNumberGenerator.GetString(letters, 5), "-", RandomNumberGenerator.GetString(letters, 5)))];
        RecoveryCodes = string.Join('\n', codes.Select(Digest));
        return codes;
    }

    public bool RedeemRecoveryCode(string typed)
    {
        var left = RecoveryCodes.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(Digest(typed.Trim().ToLowerInvariant())))
            return false;
        RecoveryCodes = string.Join('\n', left);
        return true;
    }

    public void BindCity(string subject)
    {
        if (CitySubject is not null && CitySubject != subject)
            throw new RefusedException("这个账号已经与另一个统一身份绑定，请联系安全管理员。");
        CitySubject = subject;
    }

    private string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id.Value:N}:{code}")));

    private void Renew() => Stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,39}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoginShape();
}
