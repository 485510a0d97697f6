using System.Numerics;
using System.Runtime.InteropServices;

namespace Gongkai.Search.Index;

/// <summary>校验和: CRC-32C, which processors compute themselves; it finds every single flipped bit.</summary>
internal static class Sum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }
}
