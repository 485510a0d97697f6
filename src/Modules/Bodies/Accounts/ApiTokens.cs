using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>签发接口令牌: by the officer in person, for himself; no token makes another.</summary>
public sealed class IssueToken(GongkaiDb db, Ledger ledger, PermissionMatrix matrix, TimeProvider clock)
{
    private const int AtMost = 20;

    /// <returns>The token and its secret, which is told once.</returns>
    public async Task<(ApiToken Token, string Secret)> Run(string? name, IReadOnlyCollection<string> scopes, DateOnly? expiresOn, Officer by, CancellationToken cancel)
    {
        if (by.Through is not null)
            throw new NotAllowedException("接口令牌不能用来签发接口令牌，请本人登录后办理。");
        var (today, latest) = (clock.Today(), clock.Today().AddDays(ApiToken.LongestDays));
        if (scopes.Count == 0 || scopes.Any(scope => !matrix.Rows.Any(row => row.Key == scope)))
            throw new RefusedException("请至少选择一项权限，权限应当是权限表中的。", "scopes");
        if (expiresOn is not { } last || last < today || last > latest)
            throw new RefusedException($"有效期应当在今天和{latest:yyyy年M月d日}之间。", "expires_on");
        if (await db.ApiTokens.CountAsync(other => other.Officer == by.Id && other.RevokedAt == null && other.ExpiresOn >= today, cancel) >= AtMost)
            throw new RefusedException($"每人同时最多{AtMost}个有效的令牌，请先撤销不用的。");
        var secret = ApiToken.NewSecret();
        var token = new ApiToken(new ApiTokenId(clock.NewGuid()))
        {
            Officer = by.Id,
            Name = Text.Demand(name, 40, "name", "令牌名称"),
            Digest = ApiToken.DigestOf(secret),
            CreatedAt = clock.GetUtcNow(),
            ExpiresOn = last,
            Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
        };
        db.Add(token);
        db.Add(new ApiTokenUse(token.Id));
        ledger.Record(Act.IssueToken, by, token);
        await db.SaveChangesAsync(cancel);
        return (token, secret);
    }
}

/// <summary>撤销接口令牌: by its officer, or by whoever manages his account.</summary>
public sealed class RevokeToken(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(ApiTokenId id, Officer by, CancellationToken cancel)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(token => token.Id == id, cancel) ?? throw new RefusedException("没有这个令牌。");
        if (token.Officer != by.Id)
            await authority.Demand(by, Permission.ManageAccounts, (await db.Officer(token.Officer, seen: null, cancel)).Body, cancel);
        token.Revoke(clock.GetUtcNow());
        ledger.Record(Act.RevokeToken, by, token);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>凭令牌: the officer a secret speaks for today, narrowed to its scopes.</summary>
public sealed class TokenDoor(GongkaiDb db, TimeProvider clock)
{
    /// <summary>Null where the secret is wrong, revoked or past its last day, or its officer works here no more.</summary>
    public async Task<Officer?> Open(string secret, CancellationToken cancel)
    {
        var (digest, today) = (ApiToken.DigestOf(secret), clock.Today());
        if (await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(token => token.Digest == digest, cancel) is not { } token || !token.IsGoodOn(today))
            return null;
        if (await db.FindOfficer(token.Officer, today, cancel) is not { } officer || !officer.WorksOn(today))
            return null;
        var use = await db.ApiTokenUses.SingleAsync(use => use.Token == token.Id, cancel);
        if (use.LastOn != today)
        {
            use.LastOn = today;
            await db.SaveChangesAsync(cancel);
        }

        officer.ActThrough(token);
        return officer;
    }
}
