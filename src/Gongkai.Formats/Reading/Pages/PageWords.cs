namespace Gongkai.Formats.Reading.Pages;

/// <summary>页面文字: the words of one page with their places, in points.</summary>
internal sealed record PageWords(int Number, double Height, List<PlacedWord> Words)
{
    public int Characters => Words.Sum(word => word.Text.Length);
}
