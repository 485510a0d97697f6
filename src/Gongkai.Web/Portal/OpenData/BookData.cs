using Gongkai.Formats;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Documents.Books;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Portal.OpenData;

/// <summary>电子书的数据: contents and chapters of a public e-book for programs, as its reading pages show them.</summary>
public static class BookData
{
    public static void MapBookData(this IEndpointRouteBuilder data)
    {
        data.MapGet("/documents/{id:guid}/attachments/{number:int}/chapters", List).WithName("publicBook").WithSummary("附件中的电子书（EPUB）：书名、目录、各章的地址；文件已撤下的返回 410").Produces<BookRow>();
        data.MapGet("/documents/{id:guid}/attachments/{number:int}/chapters/{chapter:int}", One).WithName("publicBookChapter").WithSummary("电子书的一章：净化后的 HTML 和纯文本").Produces<ChapterText>();
    }

    private static async Task<IResult> List(HttpContext http, PublicReader reader, PublicBooks books, Guid id, int number)
    {
        using var open = await books.Open(id, number, http.RequestAborted);
        if (open is not { Book: { } book })
            return await Missing(http, reader, id);
        var site = Addresses.Of(http.Request);
        return Results.Ok(new BookRow(
            open.Name, book.Authors, book.Language, book.Identifier, site + open.Download, site + open.Here,
            [.. book.Chapters.Select(chapter => new ChapterRow(chapter.Number, chapter.Title, site + open.AddressOf(chapter.Number), $"{site}{http.Request.Path}/{chapter.Number}"))],
            [.. book.Contents.Select(entry => new ContentsRow(entry.Title, entry.Level, entry.Chapter, entry.Chapter is null ? null : site + open.AddressOf(entry)))]));
    }

    private static async Task<IResult> One(HttpContext http, PublicReader reader, PublicBooks books, Guid id, int number, int chapter)
    {
        using var open = await books.Open(id, number, http.RequestAborted);
        try
        {
            return open?.Chapter(chapter) is { } found
                ? Results.Ok(new ChapterText(chapter, open.Book!.Chapters.Count, found.Title, $"{Addresses.Of(http.Request)}{open.AddressOf(chapter)}", found.Html, found.Text))
                : await Missing(http, reader, id);
        }
        catch (UnreadableFileException)
        {
            return Results.Problem("这一章不能在线阅读，请下载电子书。", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> Missing(HttpContext http, PublicReader reader, Guid id) =>
        (await reader.Read(new DocumentId(id), http.RequestAborted))?.Tombstone is { } gone
            ? Results.Problem($"这份信息已于{gone.On:yyyy年M月d日}撤下：{gone.Reason}", statusCode: StatusCodes.Status410Gone)
            : Results.Problem("没有这本电子书或者这一章。", statusCode: StatusCodes.Status404NotFound);

    /// <param name="Title">书名。</param>
    /// <param name="Authors">署名。</param>
    /// <param name="Language">语言。</param>
    /// <param name="Identifier">书中写明的编号（ISBN 等）。</param>
    /// <param name="DownloadUrl">下载地址。</param>
    /// <param name="Url">在线阅读的地址。</param>
    /// <param name="Chapters">各章，按阅读顺序。</param>
    /// <param name="Contents">目录；书中没有的为空。</param>
    private sealed record BookRow(string Title, IReadOnlyList<string> Authors, string? Language, string? Identifier, string DownloadUrl, string Url, IReadOnlyList<ChapterRow> Chapters, IReadOnlyList<ContentsRow> Contents);

    /// <param name="Number">第几章，从1起。</param>
    /// <param name="Title">章名。</param>
    /// <param name="Url">在线阅读的地址。</param>
    /// <param name="DataUrl">内容的接口地址。</param>
    private sealed record ChapterRow(int Number, string Title, string Url, string DataUrl);

    /// <param name="Title">目录的一行。</param>
    /// <param name="Level">层级，从1起。</param>
    /// <param name="Chapter">所在的章；只是标题的为空。</param>
    /// <param name="Url">在线阅读的地址。</param>
    private sealed record ContentsRow(string Title, int Level, int? Chapter, string? Url);

    /// <param name="Number">第几章。</param>
    /// <param name="Of">共几章。</param>
    /// <param name="Title">章名。</param>
    /// <param name="Url">在线阅读的地址。</param>
    /// <param name="Html">净化后的 HTML，其中的链接和图片是本站地址。</param>
    /// <param name="Text">纯文本。</param>
    private sealed record ChapterText(int Number, int Of, string Title, string Url, string Html, string Text);
}
