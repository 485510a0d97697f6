namespace Gongkai.Formats.Reading.Books;

/// <summary>书内图片: bytes that are one of the four kinds of picture that every browser shows and none runs, told by themselves and not by their name.</summary>
/// <param name="Type">`image/png` …</param>
/// <param name="Content">The picture.</param>
public sealed record EpubPicture(string Type, byte[] Content)
{
    private static readonly (string Type, byte[] Start)[] s_kinds =
    [
        ("image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        ("image/jpeg", [0xff, 0xd8, 0xff]),
        ("image/gif", [0x47, 0x49, 0x46, 0x38]),
    ];

    internal static EpubPicture? Of(byte[] content)
    {
        foreach (var (type, start) in s_kinds)
        {
            if (content.AsSpan().StartsWith(start))
                return new EpubPicture(type, content);
        }

        return content.AsSpan().StartsWith("RIFF"u8) && content.Length > 12 && content.AsSpan(8, 4).SequenceEqual("WEBP"u8) ? new EpubPicture("image/webp", content) : null;
    }

    /// <summary>What the package file may call a picture; null for everything else, SVG too.</summary>
    internal static string? TypeOf(string mediaType) => mediaType is "image/png" or "image/jpeg" or "image/jpg" or "image/gif" or "image/webp" ? mediaType : null;
}
