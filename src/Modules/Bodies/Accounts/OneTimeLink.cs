using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Bodies;

/// <summary>一次性链接: opens an account once, to choose a password; only a digest of its secret is kept.</summary>
public sealed class OneTimeLink(Guid id)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    public Guid Id { get; } = id;
    public required AccountId Account { get; init; }
    public required string Digest { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A new link and its secret, which is told once.</summary>
    public static (OneTimeLink Link, string Secret) For(AccountId account, TimeProvider clock)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new OneTimeLink(Guid.CreateVersion7(clock.GetUtcNow())) { Account = account, Digest = DigestOf(secret), ExpiresAt = clock.GetUtcNow() + GoodFor }, secret);
    }

    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool IsGoodAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => UsedAt = now;
}
