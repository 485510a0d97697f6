using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>接口令牌编号.</summary>
public readonly record struct ApiTokenId(Guid Value) : ITypedId;

/// <summary>接口令牌: lets a program call the interface as its officer, no further than its scopes, until its last day. Only a digest of the secret is kept.</summary>
public sealed class ApiToken(ApiTokenId id) : IRecordable
{
    /// <summary>What every secret begins with, so that it is known for one when it lies where it should not.</summary>
    public const string Prefix = "gk_";

    /// <summary>A year: long enough to be renewed with the other keys of an office, short enough to be forgotten.</summary>
    public const int LongestDays = 366;

    private const int SecretBytes = 32;

    public ApiTokenId Id { get; } = id;
    public required OfficerId Officer { get; init; }
    public required string Name { get; init; }
    public required string Digest { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last day it is good.</summary>
    public DateOnly ExpiresOn { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Words of data/permissions.json.</summary>
    public IReadOnlyList<string> Scopes { get => ScopeWords.Split(' '); init => ScopeWords = string.Join(' ', value); }

    internal string ScopeWords { get; private set; } = "";

    string IRecordable.Kind => "api_token";
    string IRecordable.Key => $"{Id.Value}";

    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool IsGoodOn(DateOnly today) => RevokedAt is null && today <= ExpiresOn;

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            throw new RefusedException($"令牌“{Name}”已经撤销。");
        RevokedAt = now;
    }
}

/// <summary>令牌的范围, as it narrows an officer for one request.</summary>
public sealed record TokenReach(string Name, IReadOnlySet<string> Scopes);

/// <summary>令牌的使用: the day it was last good for something; nobody's act.</summary>
public sealed class ApiTokenUse(ApiTokenId token)
{
    public ApiTokenId Token { get; } = token;
    public DateOnly? LastOn { get; set; }
}
