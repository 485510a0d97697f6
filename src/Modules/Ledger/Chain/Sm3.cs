using System.Runtime.InteropServices;

namespace Gongkai.Ledgers.Chain;

/// <summary>SM3密码杂凑算法 (GB/T 32905-2016), by libcrypto of OpenSSL 3.</summary>
public static partial class Sm3
{
    private const string Library = "libcrypto";

    private static readonly string[] s_names = ["libcrypto.so.3", "libcrypto.3.dylib", "libcrypto-3-x64.dll", "libcrypto-3.dll"];
    private static readonly Lazy<nint> s_algorithm = new(Fetch);

    static Sm3() => NativeLibrary.SetDllImportResolver(typeof(Sm3).Assembly, (name, _, _) => name == Library ? Load() : 0);

    /// <summary>Whether this machine's OpenSSL has it.</summary>
    public static bool IsAvailable => s_algorithm.Value != 0;

    /// <exception cref="PlatformNotSupportedException">There is no OpenSSL 3 with SM3 here.</exception>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hash.Length, ChainHash.Size, nameof(hash));
        var algorithm = s_algorithm.Value;
        if (algorithm == 0)
            throw new PlatformNotSupportedException("本机没有带SM3的OpenSSL 3（libcrypto），请安装，或者把台账算法改为sha256");
        if (EVP_Digest(data, (nuint)data.Length, hash, out _, algorithm, 0) != 1)
            throw new InvalidOperationException("EVP_Digest failed");
    }

    private static nint Fetch() => Load() == 0 ? 0 : EVP_MD_fetch(0, "SM3", null);

    private static nint Load()
    {
        foreach (var name in s_names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
                return library;
        }

        return 0;
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint EVP_MD_fetch(nint context, string algorithm, string? properties);

    [LibraryImport(Library)]
    private static partial int EVP_Digest(ReadOnlySpan<byte> data, nuint count, Span<byte> digest, out uint size, nint algorithm, nint engine);
}
