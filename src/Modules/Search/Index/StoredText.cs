using System.IO.Compression;
using System.Text;

namespace Gongkai.Search.Index;

/// <summary>存文: a text as it lies in the index, small ones as they are, others compressed, each with a checksum, for a wrong snippet is worse than none.</summary>
internal static class StoredText
{
    private const int WorthPacking = 1 << 10;
    private const int Head = 5;

    public static byte[] Pack(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var packed = plain.Length < WorthPacking ? plain : Compressed(plain);
        var stored = new byte[packed.Length + Head];
        stored[0] = ReferenceEquals(packed, plain) ? (byte)0 : (byte)1;
        packed.CopyTo(stored, Head);
        BitConverter.TryWriteBytes(stored.AsSpan(1), Sum.Of(packed));
        return stored;
    }

    /// <exception cref="InvalidDataException">It is not what was stored.</exception>
    public static string Unpack(byte[] stored)
    {
        if (stored.Length < Head || BitConverter.ToUInt32(stored, 1) != Sum.Of(stored.AsSpan(Head)))
            throw new InvalidDataException("A stored text of the search index is damaged.");
        if (stored[0] == 0)
            return Encoding.UTF8.GetString(stored, Head, stored.Length - Head);
        using var unpacked = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(stored, Head, stored.Length - Head), CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return Encoding.UTF8.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
    }

    private static byte[] Compressed(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, quality: 4, window: 18) ? packed[..length] : plain;
    }
}
