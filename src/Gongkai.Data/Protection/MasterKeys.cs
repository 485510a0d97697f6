using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Gongkai.Data;

/// <summary>
/// 主密钥: what wraps the keys of persons. Given by a setting, or kept in keys/master.keys of the data folder, a line `id base64` each, the
/// last one current; the file is made on first use and readable by nobody else.
/// </summary>
public sealed class MasterKeys(IOptions<ProtectionOptions> options, DataFolder folder, TimeProvider clock)
{
    public const int KeyBytes = 32;

    private readonly Lock _lock = new();
    private List<MasterKey>? _keys;

    internal MasterKey Current => All()[^1];

    private string Path => options.Value.KeyFile ?? folder.At("keys", "master.keys");

    /// <exception cref="CryptographicException">The key is not here: the key file is not the one this database was written with.</exception>
    internal MasterKey Find(string id) =>
        All().Find(key => key.Id == id) ?? throw new CryptographicException($"缺少主密钥 {id}：密钥文件不是这个数据库的，或者没有随备份恢复");

    /// <summary>更换: a new current key. Keys of persons move to it by <see cref="FieldProtection.Rewrap"/>; the old one stays until they have.</summary>
    public string Rotate()
    {
        if (options.Value.MasterKeys.Count > 0)
            throw new InvalidOperationException($"主密钥由设置给出，请在 {ProtectionOptions.Section}:MasterKeys 末尾加一个");
        lock (_lock)
        {
            _ = All();
            var key = Fresh();
            WriteOwnerOnly(Path, [.. _keys!, key], replace: true);
            _keys = null;
            return key.Id;
        }
    }

    private List<MasterKey> All()
    {
        lock (_lock)
            return _keys ??= options.Value.MasterKeys.Count > 0 ? [.. options.Value.MasterKeys.Select(line => Parse(line, ':'))] : Read();
    }

    private List<MasterKey> Read()
    {
        if (!File.Exists(Path))
            WriteOwnerOnly(Path, [Fresh()], replace: false);
        return [.. File.ReadAllLines(Path).Where(line => line.Length > 0).Select(line => Parse(line, ' '))];
    }

    private MasterKey Fresh() => new($"{clock.Today():yyyyMMdd}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}", RandomNumberGenerator.GetBytes(KeyBytes));

    private static MasterKey Parse(string line, char separator)
    {
        var parts = line.Split(separator, 2);
        var key = new byte[KeyBytes];
        return parts.Length == 2 && Convert.TryFromBase64String(parts[1], key, out var count) && count == KeyBytes
            ? new MasterKey(parts[0], key)
            : throw new CryptographicException($"主密钥应当是“编号{separator}32字节的base64”");
    }

    /// <summary>Whole or not at all; of two processes that start together, one makes the file and both read it.</summary>
    private static void WriteOwnerOnly(string path, IEnumerable<MasterKey> keys, bool replace)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!).FullName;
        var fresh = System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}");
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(fresh, how))
        {
            using var writer = new StreamWriter(file);
            foreach (var key in keys)
                writer.WriteLine($"{key.Id} {Convert.ToBase64String(key.Secret)}");
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(fresh, path, replace);
            Disk.Flush(folder);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}

internal sealed record MasterKey(string Id, byte[] Secret);
