using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Formats.Reading.Books;
using Gongkai.Publishing;

namespace Gongkai.Web.Portal.Documents.Books;

/// <summary>公开的电子书: an e-book beside a document that everybody may read now; each page and picture asks anew.</summary>
public sealed class PublicBooks(PublicReader reader, IFileStore files, ILogger<PublicBooks> log)
{
    /// <summary>What was withdrawn has no books, nor has a document whose file is something else.</summary>
    public async Task<PublicBook?> Open(Guid id, int number, CancellationToken cancel) =>
        await reader.Read(new DocumentId(id), cancel) is { Tombstone: null } document && document.LastShown.Attachments.FirstOrDefault(file => file.Number == number) is { IsBook: true } file
            ? new PublicBook(document, file, Opened(document, file))
            : null;

    /// <summary>Null for one that came in before books were read, and cannot be.</summary>
    private Epub? Opened(PublicDocument document, Attachment file)
    {
        try
        {
            return Epub.Open(files.Open(file.Shown));
        }
        catch (UnreadableFileException strange)
        {
            log.LogInformation("电子书 {Document}/{Number} 不能在线阅读：{Why}", document.Id.Value, file.Number, strange.Message);
            return null;
        }
    }
}

/// <summary>一本电子书, open.</summary>
/// <param name="Document">Whose attachment it is.</param>
/// <param name="File">As it is downloaded.</param>
/// <param name="Book">Null where it can only be downloaded.</param>
public sealed record PublicBook(PublicDocument Document, Attachment File, Epub? Book) : IDisposable
{
    public string Name => Book?.Title ?? Path.GetFileNameWithoutExtension(File.Name);

    /// <summary>下载.</summary>
    public string Download => $"/documents/{Document.Id.Value}/attachments/{File.Number}";

    /// <summary>目录.</summary>
    public string Here => $"{Download}/read";

    public string AddressOf(int chapter) => $"{Here}/{chapter}";

    public string PictureOf(int picture) => $"{Download}/pictures/{picture}";

    public string AddressOf(EpubEntry entry) => $"{AddressOf(entry.Chapter!.Value)}{(entry.Place is null ? "" : $"#{entry.Place}")}";

    /// <summary>Null where there is no such chapter.</summary>
    /// <exception cref="UnreadableFileException">It is broken.</exception>
    public CleanChapter? Chapter(int number)
    {
        if (Book is null || number < 1 || number > Book.Chapters.Count)
            return null;
        var clean = Book.Chapter(number, AddressOf, PictureOf);
        return new CleanChapter(Book.Chapters[number - 1].Title, clean.Html, clean.Text);
    }

    public void Dispose() => Book?.Dispose();
}

/// <summary>一章的内容.</summary>
public sealed record CleanChapter(string Title, string Html, string Text);
