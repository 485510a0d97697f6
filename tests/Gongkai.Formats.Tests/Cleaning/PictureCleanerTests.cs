using System.Text;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>图片属性的去除: the picture is the same, what was beside it is gone.</summary>
public sealed class PictureCleanerTests
{
    private const string Secret = "GPS 36.5N 张三的相机";

    public static TheoryData<string> Kinds => ["jpeg", "png", "webp", "gif"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Takes_out_what_was_beside_the_picture_and_copies_the_rest(string kind)
    {
        var plain = Picture(kind, said: null);

        var clean = PictureCleaner.Clean(Picture(kind, Encoding.UTF8.GetBytes(Secret)));

        Assert.Equal(plain, clean);
        Assert.Equal(plain, PictureCleaner.Clean(plain));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Keeps_which_side_is_up(string kind)
    {
        var turned = PictureCleaner.Clean(Picture(kind, Exif(side: 6, Secret)))!;

        Assert.True(turned.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) > 0);
        Assert.True(turned.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0);
        Assert.Equal(turned, PictureCleaner.Clean(turned));
        Assert.Equal(Picture(kind, said: null), PictureCleaner.Clean(Picture(kind, Exif(side: 1, Secret))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_cut_short_anywhere_is_left_alone_or_cleaned_and_never_told(string kind)
    {
        var whole = Picture(kind, Encoding.UTF8.GetBytes(Secret));

        for (var length = 0; length < whole.Length; length++)
            Assert.True(PictureCleaner.Clean(whole[..length]) is not { } clean || clean.AsSpan().IndexOf("张三"u8) < 0, $"{kind}, {length} bytes");
    }

    [Fact]
    public void What_follows_the_end_is_left_behind()
    {
        var motion = (byte[])[.. Picture("jpeg", said: null), .. Encoding.UTF8.GetBytes(Secret)];

        Assert.Equal(Picture("jpeg", said: null), PictureCleaner.Clean(motion));
    }

    [Fact]
    public void A_photograph_that_breaks_off_is_cleaned_as_far_as_it_goes()
    {
        var broken = Picture("jpeg", Encoding.UTF8.GetBytes(Secret))[..^2];

        Assert.Equal(Picture("jpeg", said: null)[..^2], PictureCleaner.Clean(broken));
    }

    [Fact]
    public void Other_files_are_none_of_its_business() => Assert.Null(PictureCleaner.Clean("正文"u8.ToArray()));

    /// <summary>The smallest file of each kind with all its parts in place, with something said beside the picture wherever the kind lets one.</summary>
    private static byte[] Picture(string kind, byte[]? said) => kind switch
    {
        "jpeg" => [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]), .. Said(said, bytes => [.. Segment(0xE1, [.. "Exif\0\0"u8, .. bytes]), .. Segment(0xED, bytes), .. Segment(0xFE, bytes), .. Segment(0xE2, [.. "MPF\0"u8, .. bytes])]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1]), .. Segment(0xDB, [0, 1, 2]), .. Segment(0xDA, [1, 1, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, .. Segment(0xDA, [1, 2, 0]), 0x78, 0xFF, 0xD9],
        "png" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Said(said, bytes => [.. Chunk("eXIf", bytes), .. Chunk("tEXt", bytes), .. Chunk("iTXt", bytes), .. Chunk("zTXt", bytes), .. Chunk("tIME", bytes), .. Chunk("caBX", bytes)]),
            .. Chunk("iCCP", [1, 2]), .. Chunk("IDAT", [3, 4, 5]), .. Chunk("IEND", []), .. said is null ? [] : said],
        "webp" => Riff([.. Block("VP8X", [(byte)(said is null ? 0x20 : 0x2C), 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Block("ICCP", [1]), .. Block("VP8L", [1, 2, 3]), .. Said(said, bytes => [.. Block("EXIF", bytes), .. Block("XMP ", bytes)])]),
        _ => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
            .. Said(said, bytes => [0x21, 0xFE, (byte)bytes.Length, .. bytes, 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)bytes.Length, .. bytes, 0]),
            0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B],
    };

    private static byte[] Said(byte[]? said, Func<byte[], byte[]> parts) => said is null ? [] : parts(said);

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Chunk(string type, byte[] data) => [0, 0, (byte)(data.Length >> 8), (byte)data.Length, .. Encoding.ASCII.GetBytes(type), .. data, 1, 2, 3, 4];

    private static byte[] Block(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), (byte)data.Length, (byte)(data.Length >> 8), 0, 0, .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Riff(byte[] blocks) => [.. "RIFF"u8, (byte)(blocks.Length + 4), (byte)((blocks.Length + 4) >> 8), 0, 0, .. "WEBP"u8, .. blocks];

    private static byte[] Exif(byte side, string said) => [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, 1, 0, 0, 0, 65, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, side, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(said)];
}
