using System.Buffers.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.MyAccount;

/// <summary>通行密钥的保存: what the framework's WebAuthn asks of a store; it changes rows and never saves, which the operation does with its entry.</summary>
internal sealed class PasskeyStore(GongkaiDb db) : IUserPasskeyStore<Account>
{
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        var data = JsonSerializer.Serialize(Kept.Of(passkey));
        if (await db.Passkeys.SingleOrDefaultAsync(one => one.CredentialId == id, cancellationToken) is { } known)
            known.Data = data;
        else
            db.Add(new Passkey(id) { Account = user.Id, Name = passkey.Name ?? "通行密钥", CreatedAt = passkey.CreatedAt, Data = data });
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(passkey => passkey.Account == user.Id).ToListAsync(cancellationToken)).Select(Read)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await (from passkey in db.Passkeys join account in db.Accounts on passkey.Account equals account.Id where passkey.CredentialId == id select account).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(passkey => passkey.CredentialId == id && passkey.Account == user.Id, cancellationToken) is { } found ? Read(found) : null;
    }

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        if (await db.Passkeys.SingleOrDefaultAsync(passkey => passkey.CredentialId == id && passkey.Account == user.Id, cancellationToken) is { } found)
            db.Remove(found);
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.Value.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Accounts.SingleOrDefaultAsync(account => account.Id == new AccountId(id), cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var login = normalizedUserName.ToLowerInvariant();
        return db.Accounts.SingleOrDefaultAsync(account => account.Login == login, cancellationToken);
    }

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw OurOwn();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw OurOwn();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw OurOwn();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw OurOwn();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw OurOwn();

    public void Dispose()
    {
        // The database is the request's.
    }

    private static UserPasskeyInfo Read(Passkey passkey) => JsonSerializer.Deserialize<Kept>(passkey.Data)!.Info(passkey);

    private static NotSupportedException OurOwn() => new("accounts are opened and changed by the operations of Gongkai.Bodies, each with its entry");

    private sealed record Kept(byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson)
    {
        public static Kept Of(UserPasskeyInfo info) => new(info.PublicKey, info.SignCount, info.Transports, info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp, info.AttestationObject, info.ClientDataJson);

        public UserPasskeyInfo Info(Passkey passkey) => new(
            Base64Url.DecodeFromChars(passkey.CredentialId), PublicKey, passkey.CreatedAt, SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson)
        {
            Name = passkey.Name,
        };
    }
}
