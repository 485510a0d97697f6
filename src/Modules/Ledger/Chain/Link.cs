using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Gongkai.Ledgers.Chain;

/// <summary>
/// 链节: the bytes an entry's hash is made of, so that anybody can recompute it (docs/ledger.md). Each field is its length (4 bytes, big
/// endian) and its bytes; numbers are 8 bytes, big endian; texts are UTF-8; the instant counts microseconds since 1970 in UTC.
/// </summary>
public static class Link
{
    /// <summary>Stands first, so that no other hash of ours can be taken for an entry's.</summary>
    private const string Entry = "gongkai.ledger.entry/1";
    private const string Details = "gongkai.ledger.details/1";

    /// <summary>The hash the first entry names as the one before.</summary>
    public static byte[] Beginning => new byte[ChainHash.Size];

    public static byte[] HashOf(LedgerEntry entry, ReadOnlySpan<byte> previous)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(256 + entry.DetailsDigest.Length + Encoding.UTF8.GetMaxByteCount(
            entry.ActorId.Length + entry.ActorName.Length + entry.BodyId.Length + entry.BodyName.Length + entry.Act.Length + entry.Kind.Length + entry.Key.Length));
        var writer = new Fields(bytes);
        writer.Add(Entry);
        writer.Add(Gongkai.Data.Words.Of(entry.Algorithm));
        writer.Add(entry.Number);
        writer.Add((entry.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        writer.Add(entry.ActorId);
        writer.Add(entry.ActorName);
        writer.Add(entry.BodyId);
        writer.Add(entry.BodyName);
        writer.Add(entry.Act);
        writer.Add(entry.Kind);
        writer.Add(entry.Key);
        writer.Add(entry.DetailsDigest);
        writer.Add(previous);
        var hash = ChainHash.Of(entry.Algorithm, writer.Written);
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>The commitment to a body: with the salt gone, it tells nothing of what the body was.</summary>
    public static byte[] DigestOf(HashKind kind, ReadOnlySpan<byte> salt, string body)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(128 + salt.Length + Encoding.UTF8.GetMaxByteCount(body.Length));
        var writer = new Fields(bytes);
        writer.Add(Details);
        writer.Add(salt);
        writer.Add(body);
        var digest = ChainHash.Of(kind, writer.Written);
        ArrayPool<byte>.Shared.Return(bytes);
        return digest;
    }

    private ref struct Fields(Span<byte> bytes)
    {
        private readonly Span<byte> _bytes = bytes;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

        public void Add(string text)
        {
            var count = Encoding.UTF8.GetBytes(text, _bytes[(_length + 4)..]);
            BinaryPrimitives.WriteInt32BigEndian(_bytes[_length..], count);
            _length += 4 + count;
        }

        public void Add(long number)
        {
            BinaryPrimitives.WriteInt32BigEndian(_bytes[_length..], sizeof(long));
            BinaryPrimitives.WriteInt64BigEndian(_bytes[(_length + 4)..], number);
            _length += 4 + sizeof(long);
        }

        public void Add(ReadOnlySpan<byte> field)
        {
            BinaryPrimitives.WriteInt32BigEndian(_bytes[_length..], field.Length);
            field.CopyTo(_bytes[(_length + 4)..]);
            _length += 4 + field.Length;
        }
    }
}
