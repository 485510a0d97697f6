using Gongkai.Formats.Reading.Html;

namespace Gongkai.Formats.Reading.Books;

/// <summary>电子书: its chapters one after the other; the page of a place is the number of its chapter.</summary>
internal static class EpubReader
{
    /// <returns>The title of the book.</returns>
    public static string? Read(byte[] content, BlockBuilder blocks)
    {
        using var book = Epub.Open(content, blocks.Limits);
        foreach (var chapter in book.Chapters)
            HtmlReader.ReadFragment(book.Chapter(chapter.Number, _ => "#", picture => $"/{picture}").Html, new SourceLine("", Page: chapter.Number), blocks);
        return book.Title;
    }
}
