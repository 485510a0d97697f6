using System.Buffers;

namespace Gongkai.Data;

/// <summary>文件标识: the SHA-256 of a file's content, which is also its name in the store. A column of this type keeps its file from being cleaned up.</summary>
public readonly record struct FileHash : ITypedText
{
    public const int Length = 64;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    public FileHash(string value)
    {
        if (value is not { Length: Length } || value.AsSpan().ContainsAnyExcept(s_digits))
            throw new FormatException("文件标识应当是64位小写十六进制数");
        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
