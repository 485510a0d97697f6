using System.Buffers.Text;

namespace Gongkai.Data;

/// <summary>密文: a personal field as it is stored: whose it is, nonce, AES-256-GCM cipher text and tag. Only <see cref="FieldProtection"/> makes and reads it.</summary>
public readonly record struct Sealed(string Value) : ITypedText
{
    private const string Version = "gk1.";
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;
    private const int IdBytes = 16;

    /// <summary>Whose it is; with the key of that person gone, so is the text.</summary>
    public SubjectId Subject => new(new Guid(Bytes().AsSpan(0, IdBytes), bigEndian: true));

    internal static Sealed Of(SubjectId subject, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag) =>
        new(Version + Base64Url.EncodeToString([.. subject.Bytes(), .. nonce, .. cipher, .. tag]));

    internal (byte[] Nonce, byte[] Cipher, byte[] Tag) Parts()
    {
        var bytes = Bytes();
        return (bytes[IdBytes..(IdBytes + NonceBytes)], bytes[(IdBytes + NonceBytes)..^TagBytes], bytes[^TagBytes..]);
    }

    public override string ToString() => "密文";

    private byte[] Bytes()
    {
        if (Value is null || !Value.StartsWith(Version, StringComparison.Ordinal))
            throw new FormatException("这不是密文");
        var bytes = Base64Url.DecodeFromChars(Value.AsSpan(Version.Length));
        return bytes.Length >= IdBytes + NonceBytes + TagBytes ? bytes : throw new FormatException("密文不完整");
    }
}

/// <summary>个人: whose fields a key protects: an applicant, a visitor of the desk.</summary>
public readonly record struct SubjectId(Guid Value) : ITypedId
{
    internal byte[] Bytes() => Value.ToByteArray(bigEndian: true);
}
