using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Reading.Pages;

/// <summary>图片: a photograph or scan of one page; every word of it is recognised.</summary>
internal static class PictureReader
{
    public static void Read(byte[] content, BlockBuilder blocks)
    {
        using var scratch = new Scratch();
        var words = Recognition.OfPicture(scratch.Write("picture", content), blocks.Limits);
        if (words.Count == 0)
            throw new UnreadableFileException("图片中没有识别出文字；请提供更清晰的图片，或 Word、PDF 原件");
        blocks.Note(Recognition.Remark);
        PageLines.Write([new PageWords(1, words.Max(word => word.Bottom) * 1.05, words)], blocks);
    }
}
