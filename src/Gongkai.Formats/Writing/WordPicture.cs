using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Gongkai.Formats.Writing;

/// <summary>Word 图片: a picture that a text carries as data, put into the file as wide as it is or as its place allows.</summary>
internal static class WordPicture
{
    // 96 points of a screen to an inch, 1440 twentieths of a printer's point.
    private const long EmuPerPixel = 9525;
    private const long EmuPerTwentieth = 635;
    private const long Highest = 200 * 36_000;

    /// <summary>Null for what is no PNG, JPEG or GIF, or none whose size can be read.</summary>
    /// <param name="main">The file.</param>
    /// <param name="source">The picture as data.</param>
    /// <param name="name">What it is, in words.</param>
    /// <param name="widest">Of the column or cell, in twentieths of a point.</param>
    public static Drawing? Of(MainDocumentPart main, string? source, string name, int widest)
    {
        const string mark = ";base64,";
        var at = source?.StartsWith("data:image/", StringComparison.Ordinal) == true ? source.IndexOf(mark, StringComparison.Ordinal) : -1;
        if (at < 0)
            return null;
        var content = new byte[source!.Length];
        if (!Convert.TryFromBase64Chars(source.AsSpan(at + mark.Length), content, out var length))
            return null;
        content = content[..length];
        var (width, height) = SizeOf(content);
        if (KindOf(content) is not { } kind || width <= 0 || height <= 0)
            return null;

        var number = (uint)main.ImageParts.Count() + 1;
        var part = main.AddImagePart(kind, $"picture{number}");
        using (var stream = new MemoryStream(content))
            part.FeedData(stream);
        var shrink = Math.Min(1, Math.Min(widest * EmuPerTwentieth / (double)(width * EmuPerPixel), Highest / (double)(height * EmuPerPixel)));
        return Inline(number, main.GetIdOfPart(part), name, (long)(width * EmuPerPixel * shrink), (long)(height * EmuPerPixel * shrink));
    }

    private static Drawing Inline(uint number, string part, string name, long width, long height) => new(new Wp.Inline(
        new Wp.Extent { Cx = width, Cy = height },
        new Wp.DocProperties { Id = number, Name = $"图片{number}", Description = name },
        new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
        new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = $"图片{number}" }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });

    private static string? KindOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith("GIF8"u8) ? "image/gif"
        : null;

    /// <summary>Width and height in pixels, from the head of the file.</summary>
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> content)
    {
        if (content.Length < 10)
            return default;
        if (content[0] == 0x89)
            return content.Length < 24 ? default : (BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]));
        if (content[0] == 'G')
            return (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), BinaryPrimitives.ReadUInt16LittleEndian(content[8..]));

        // JPEG: segment after segment until the one that begins the frame.
        for (var at = 2; at + 9 < content.Length && content[at] == 0xFF;)
        {
            var marker = content[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
                return (BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            at += 2 + (marker == 0xFF ? -1 : BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]));
        }

        return default;
    }
}
