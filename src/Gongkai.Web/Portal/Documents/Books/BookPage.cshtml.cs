using Gongkai.Formats;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Documents.Books;

/// <summary>在线阅读: the contents of an e-book, and each chapter on a page of its own; gone with the document it stands beside.</summary>
public sealed class BookPageModel(PublicBooks books, PortalVisit visit) : PageModel
{
    public PublicDocument Document { get; private set; } = null!;

    public Attachment Attached { get; private set; } = null!;

    /// <summary>书名.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Authors { get; private set; } = [];

    /// <summary>目录, each line with its address; none for a heading over others.</summary>
    public IReadOnlyList<BookLine> Lines { get; private set; } = [];

    public int Chapters { get; private set; }

    /// <summary>The chapter that is shown; null on the page of the contents.</summary>
    public int? Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Html { get; private set; } = "";

    public string Here { get; private set; } = "";

    public string Download { get; private set; } = "";

    public string Body => visit.Body?.Name ?? "";

    public string? BodyKey => visit.Body?.Key;

    public ArticleTags Tags => new(Number is null ? Name : $"{Title}（{Name}）", ArticleTags.Minute(Document.PublishedOn!.Value, Document.History.First(taken => taken.Step == Procedure.Publish.Id).At), Document.LastShown.Issuer ?? Body) { Keywords = Document.LastShown.Keywords, Address = $"{Addresses.Of(Request)}{(Number is { } chapter ? $"{Here}/{chapter}" : Here)}" };

    public async Task<IActionResult> OnGet(Guid id, int number, int? chapter)
    {
        var cancel = HttpContext.RequestAborted;
        using var open = await books.Open(id, number, cancel);
        if (open is null)
            return NotFound();
        (Document, Attached, Name, Here, Download) = (open.Document, open.File, open.Name, open.Here, open.Download);
        await visit.Enter(Document.Body, cancel);
        if (open.Book is { } book)
        {
            (Authors, Chapters) = (book.Authors, book.Chapters.Count);
            Lines = book.Contents.Any(entry => entry.Chapter is not null)
                ? [.. book.Contents.Select(entry => new BookLine(entry.Title, entry.Level, entry.Chapter is null ? null : open.AddressOf(entry), entry.Place is null && entry.Chapter == chapter))]
                : [.. book.Chapters.Select(one => new BookLine(one.Title, 1, open.AddressOf(one.Number), one.Number == chapter))];
        }

        return chapter is not { } wanted || Take(open, wanted) ? Page() : NotFound();
    }

    private bool Take(PublicBook open, int wanted)
    {
        try
        {
            if (open.Chapter(wanted) is not { } chapter)
                return false;
            (Number, Title, Html) = (wanted, chapter.Title, ChapterHeadings.Under(chapter.Html, chapter.Title));
        }
        catch (UnreadableFileException)
        {
            (Number, Title, Html) = (wanted, open.Book!.Chapters[wanted - 1].Title, "<p>这一章不能在线阅读，请下载电子书。</p>");
        }

        return true;
    }
}

/// <summary>目录一行.</summary>
public sealed record BookLine(string Title, int Level, string? Address, bool IsHere);
