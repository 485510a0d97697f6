using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Data;

namespace Gongkai.Reviews;

/// <summary>内容摘要: names exactly one content; what was reviewed and what is published must have the same.</summary>
public readonly record struct ContentDigest : ITypedText
{
    private const int Digits = 64;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    public ContentDigest(string value)
    {
        if (value is not { Length: Digits } || value.AsSpan().ContainsAnyExcept(s_digits))
            throw new FormatException("内容摘要应当是64位小写十六进制数");
        Value = value;
    }

    public string Value { get; }

    /// <summary>Of parts in order; each with its length before it, so that no two lists of parts run together to the same.</summary>
    public static ContentDigest Of(IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return new ContentDigest(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() => Value;
}
