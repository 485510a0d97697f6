using System.Security.Cryptography;

namespace Gongkai.Ledgers.Chain;

/// <summary>杂凑: 32 bytes by the algorithm asked for.</summary>
public static class ChainHash
{
    public const int Size = 32;

    public static void Of(HashKind kind, ReadOnlySpan<byte> data, Span<byte> hash)
    {
        if (kind == HashKind.Sm3)
            Sm3.Hash(data, hash);
        else
            SHA256.HashData(data, hash);
    }

    public static byte[] Of(HashKind kind, ReadOnlySpan<byte> data)
    {
        var hash = new byte[Size];
        Of(kind, data, hash);
        return hash;
    }
}
