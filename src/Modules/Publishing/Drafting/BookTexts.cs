using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading.Books;

namespace Gongkai.Publishing;

/// <summary>电子书的文字: chapter by chapter as the public reads them, each under the name of its place.</summary>
internal static class BookTexts
{
    /// <exception cref="Gongkai.Formats.UnreadableFileException">It is no e-book, encrypted or broken.</exception>
    public static IReadOnlyList<BookText> Of(byte[] content, string name)
    {
        using var book = Epub.Open(content);
        string?[] front = [book.Title, .. book.Authors, .. book.Contents.Select(entry => entry.Title)];
        return
        [
            new BookText($"{name} 书名和目录", new CleanHtml("", string.Join('\n', front.OfType<string>()))),
            .. book.Chapters.Select(chapter => new BookText($"{name} 第{chapter.Number}章 {Short(chapter.Title)}", book.Chapter(chapter.Number, _ => "#", picture => $"/{picture}"))),
        ];
    }

    private static string Short(string title) => title.Length > 40 ? $"{title[..40]}…" : title;
}

/// <summary>A piece of a book.</summary>
internal sealed record BookText(string Where, CleanHtml Content);
