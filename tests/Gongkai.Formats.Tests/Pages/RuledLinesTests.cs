using System.Text;
using Gongkai.Formats.Reading.Pages;

namespace Gongkai.Formats.Tests.Pages;

public sealed class RuledLinesTests
{
    private const int Width = 400;
    private const int Height = 600;

    [Fact]
    public void Lines_go_and_characters_stay()
    {
        var picture = Blank();
        Draw(picture, left: 20, top: 100, width: 350, height: 2);
        Draw(picture, left: 20, top: 100, width: 2, height: 300);
        Draw(picture, left: 60, top: 150, width: 12, height: 2);
        Draw(picture, left: 65, top: 145, width: 2, height: 14);

        RuledLines.Erase(picture);

        Assert.Equal((12 * 2) + (14 * 2) - 4, picture.AsSpan(^(Width * Height)..).Count((byte)0));
    }

    [Theory]
    [InlineData("P6\n400 600\n255\n"), InlineData("P5\n400 601\n255\n"), InlineData("P5\n"), InlineData("P5\n99999999999 1\n255\n"), InlineData("")]
    public void Another_picture_stays_as_it_is(string header)
    {
        byte[] picture = [.. Encoding.ASCII.GetBytes(header), .. new byte[Width * Height]];
        byte[] before = [.. picture];

        RuledLines.Erase(picture);

        Assert.Equal(before, picture);
    }

    private static byte[] Blank()
    {
        byte[] picture = [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. new byte[Width * Height]];
        picture.AsSpan(^(Width * Height)..).Fill(255);
        return picture;
    }

    private static void Draw(byte[] picture, int left, int top, int width, int height)
    {
        var pixels = picture.AsSpan(^(Width * Height)..);
        for (var row = top; row < top + height; row++)
            pixels.Slice((row * Width) + left, width).Clear();
    }
}
