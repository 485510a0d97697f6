using System.Security.Cryptography;
using System.Text;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>会话: one sign-in on one device, kept by the server, so that it can be seen and ended.</summary>
public sealed class Session(Guid id) : IRecordable
{
    public Guid Id { get; } = id;
    public required AccountId Account { get; init; }

    /// <summary>Digest of the key in the visitor's cookie.</summary>
    public required string Digest { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The end, however busy the session is.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>By what: `password`, `authenticator`, `recovery_code`, `passkey`, `city`, `link`.</summary>
    public required string Method { get; init; }
    public required string Address { get; init; }
    public required string Device { get; init; }

    string IRecordable.Kind => "session";
    string IRecordable.Key => $"{Id}";

    public static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
