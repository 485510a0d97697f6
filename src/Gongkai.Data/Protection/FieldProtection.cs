using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>
/// 个人信息加密: each person's fields under a key of their own. Erasing a person is destroying that key: every copy of their fields, in
/// tables, ledger and backups alike, reads 已删除 from then on.
/// </summary>
public sealed class FieldProtection(GongkaiDb db, MasterKeys masters, TimeProvider clock)
{
    public const string Erased = "已删除";

    private readonly Dictionary<SubjectId, byte[]?> _known = [];

    /// <summary>Keys made here that are not known to be saved.</summary>
    private readonly Dictionary<SubjectId, SubjectKey> _made = [];

    /// <summary>Encrypts a field; a person's key is made with their first field and saved with it.</summary>
    /// <exception cref="InvalidOperationException">The person has been erased.</exception>
    public async Task<Sealed> Seal(SubjectId subject, string text, CancellationToken cancel)
    {
        return await TrySeal(subject, text, cancel) ?? throw new InvalidOperationException("此人的信息已删除，不能再写入");
    }

    /// <summary>The same; null when the person has been erased.</summary>
    public async Task<Sealed?> TrySeal(SubjectId subject, string text, CancellationToken cancel)
    {
        if (await KeyOf(subject, cancel) is not { } key)
            return null;
        var plain = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(Sealed.NonceBytes);
        var (cipher, tag) = Encrypt(key, nonce, plain, subject);
        return Sealed.Of(subject, nonce, cipher, tag);
    }

    /// <summary>The text, or 已删除. Who reads personal data records it.</summary>
    public async Task<string> Reveal(Sealed field, CancellationToken cancel) => (await Reveal([field], cancel))[0];

    /// <summary>Many at once: one look for all keys.</summary>
    public async Task<IReadOnlyList<string>> Reveal(IReadOnlyList<Sealed> fields, CancellationToken cancel)
    {
        var unknown = fields.Select(field => field.Subject).Distinct().Where(subject => !_known.ContainsKey(subject)).ToList();
        if (unknown.Count > 0)
        {
            foreach (var key in await db.Set<SubjectKey>().AsNoTracking().Where(key => unknown.Contains(key.Id)).ToListAsync(cancel))
                _known[key.Id] = Unwrap(key);
            foreach (var subject in unknown.Where(subject => !_known.ContainsKey(subject)))
                throw new CryptographicException($"缺少个人密钥 {subject.Value}：密文不属于这个数据库");
        }

        return [.. fields.Select(Open)];
    }

    /// <summary>A keyed digest by which equal texts are known without being readable; another after the master key was changed.</summary>
    public string Mark(string purpose, string text)
    {
        var key = HMACSHA256.HashData(masters.Current.Secret, Encoding.UTF8.GetBytes($"mark/{purpose}"));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Destroys a person's key with the next save, which must record <c>Act.ErasePerson</c>.</summary>
    public async Task Erase(SubjectId subject, CancellationToken cancel)
    {
        var key = await db.Set<SubjectKey>().SingleOrDefaultAsync(key => key.Id == subject, cancel);
        if (key is null or { Wrapped: null })
            return;
        key.Wrapped = null;
        key.ErasedAt = clock.GetUtcNow();
        _known[subject] = null;
    }

    /// <summary>After an erasure was committed: nothing of the key is left in SQLite's journal either. PostgreSQL forgets with its next vacuum.</summary>
    public async Task Purge(CancellationToken cancel)
    {
        if (db.IsPostgreSql)
            await db.Database.ExecuteSqlAsync($"vacuum subject_keys", cancel);
        else
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    /// <summary>Moves keys from older master keys to the current one, some at a time; the fields themselves stay as they are.</summary>
    /// <returns>How many moved; nought when all stand under the current key.</returns>
    public async Task<int> Rewrap(int atMost, CancellationToken cancel)
    {
        var current = masters.Current;
        var older = await db.Set<SubjectKey>().AsNoTracking().Where(key => key.MasterKey != current.Id && key.Wrapped != null).Take(atMost).ToListAsync(cancel);
        foreach (var key in older)
        {
            var (wrapped, was) = (Wrap(current, Unwrap(key)!, key.Id), key.MasterKey);

            // Not one that was erased or moved meanwhile.
            await db.Set<SubjectKey>().Where(k => k.Id == key.Id && k.MasterKey == was && k.Wrapped != null)
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.Wrapped, wrapped).SetProperty(k => k.MasterKey, current.Id), cancel);
        }

        return older.Count;
    }

    private async Task<byte[]?> KeyOf(SubjectId subject, CancellationToken cancel)
    {
        // A key whose save failed and was given up is none: what it sealed could never be read.
        if (_made.TryGetValue(subject, out var made) && db.Entry(made).State == EntityState.Detached)
        {
            _made.Remove(subject);
            _known.Remove(subject);
        }

        if (_known.TryGetValue(subject, out var known))
            return known;
        if (await db.Set<SubjectKey>().FindAsync([subject], cancel) is { } stored)
            return _known[subject] = Unwrap(stored);

        var fresh = RandomNumberGenerator.GetBytes(MasterKeys.KeyBytes);
        db.Add(_made[subject] = new SubjectKey(subject) { CreatedAt = clock.GetUtcNow(), MasterKey = masters.Current.Id, Wrapped = Wrap(masters.Current, fresh, subject) });
        return _known[subject] = fresh;
    }

    private string Open(Sealed field)
    {
        if (_known[field.Subject] is not { } key)
            return Erased;
        var (nonce, cipher, tag) = field.Parts();
        return Encoding.UTF8.GetString(Decrypt(key, nonce, cipher, tag, field.Subject));
    }

    private byte[]? Unwrap(SubjectKey key) => key.Wrapped is { } wrapped
        ? Decrypt(masters.Find(key.MasterKey).Secret, wrapped.AsSpan(0, Sealed.NonceBytes), wrapped.AsSpan(Sealed.NonceBytes, MasterKeys.KeyBytes), wrapped.AsSpan(Sealed.NonceBytes + MasterKeys.KeyBytes), key.Id)
        : null;

    private static byte[] Wrap(MasterKey master, byte[] key, SubjectId subject)
    {
        var nonce = RandomNumberGenerator.GetBytes(Sealed.NonceBytes);
        var (cipher, tag) = Encrypt(master.Secret, nonce, key, subject);
        return [.. nonce, .. cipher, .. tag];
    }

    /// <summary>The person is authenticated with the text, so that a field cannot be moved to somebody else.</summary>
    private static (byte[] Cipher, byte[] Tag) Encrypt(byte[] key, byte[] nonce, byte[] plain, SubjectId subject)
    {
        var (cipher, tag) = (new byte[plain.Length], new byte[Sealed.TagBytes]);
        using var aes = new AesGcm(key, Sealed.TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, subject.Bytes());
        return (cipher, tag);
    }

    private static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, SubjectId subject)
    {
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, Sealed.TagBytes);
        aes.Decrypt(nonce, cipher, tag, plain, subject.Bytes());
        return plain;
    }
}
