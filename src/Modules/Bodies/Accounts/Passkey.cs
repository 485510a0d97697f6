namespace Gongkai.Bodies;

/// <summary>通行密钥: the public half of a key that never leaves the officer's device.</summary>
public sealed class Passkey(string credentialId)
{
    /// <summary>Base64url.</summary>
    public string CredentialId { get; } = credentialId;
    public required AccountId Account { get; init; }
    public required string Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the site's WebAuthn library wants to know again, as JSON.</summary>
    public required string Data { get; set; }
}
