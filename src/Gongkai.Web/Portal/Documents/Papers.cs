using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Documents;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Documents;

/// <summary>公开文件的下载: attachments, Word, PDF, the code of the address, bundles. Each asks anew whether everybody may read it now.</summary>
public static class Papers
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string LongestTitleOfBundle = "政府信息汇编";

    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/documents").ExcludeFromDescription();
        documents.MapGet("/{id:guid}/attachments/{number:int}", SendAttachment);
        documents.MapGet("/{id:guid}/download.docx", SendWord);
        documents.MapGet("/{id:guid}/download.pdf", SendPdf).WithRequestTimeout(Gates.Work).RequireRateLimiting(Gates.Print);
        documents.MapGet("/{id:guid}/qr.svg", SendCode);
        documents.MapGet("/bundle.pdf", SendBundle).WithRequestTimeout(Gates.Work).RequireRateLimiting(Gates.Print);
    }

    private static async Task<IResult> SendAttachment(HttpContext http, GongkaiDb db, IFileStore files, Guid id, int number) =>
        await Find(db, id, http) is { Shown: { } shown } && shown.Attachments.FirstOrDefault(attachment => attachment.Number == number) is { } found
            ? AttachmentEndpoint.File(files, found)
            : Results.NotFound();

    private static async Task<IResult> SendWord(HttpContext http, GongkaiDb db, PaperDesk desk, Guid id)
    {
        if (await Find(db, id, http) is not { } document)
            return Results.NotFound();
        var paper = await desk.Lay(document, Addresses.Of(http.Request), http.RequestAborted);
        return Results.File(PaperDesk.Word(paper), Word, FileNames.ForDownload(paper.Title, ".docx"));
    }

    private static async Task<IResult> SendPdf(HttpContext http, GongkaiDb db, PaperDesk desk, Guid id)
    {
        if (await Find(db, id, http) is not { } document)
            return Results.NotFound();
        var paper = await desk.Lay(document, Addresses.Of(http.Request), http.RequestAborted);
        return Results.File(await desk.Pdf(paper, http.RequestAborted), "application/pdf", FileNames.ForDownload(paper.Title, ".pdf"));
    }

    private static async Task<IResult> SendCode(HttpContext http, GongkaiDb db, Guid id) => await Find(db, id, http) is { } document
        ? Results.Content(PaperHtml.QrCode($"{Addresses.Of(http.Request)}/documents/{document.Id.Value}"), "image/svg+xml")
        : Results.NotFound();

    /// <summary>汇编: `?id=…&amp;id=…&amp;title=…`, in that order.</summary>
    private static async Task<IResult> SendBundle(HttpContext http, GongkaiDb db, PaperDesk desk, Guid[] id, string? title)
    {
        if (id.Length is 0 or > PaperDesk.MostInBundle)
            return Results.BadRequest($"一份汇编可以有1到{PaperDesk.MostInBundle}件，请重新选择。");
        List<Paper> papers = [];
        foreach (var one in id.Distinct())
        {
            if (await Find(db, one, http) is not { } document)
                return Results.NotFound();
            papers.Add(await desk.Lay(document, Addresses.Of(http.Request), http.RequestAborted));
        }

        var name = string.IsNullOrWhiteSpace(title) ? LongestTitleOfBundle : FileNames.Clean(title);
        return Results.File(await desk.Bundle(name, papers, http.RequestAborted), "application/pdf", FileNames.ForDownload(name, ".pdf"));
    }

    private static Task<Document?> Find(GongkaiDb db, Guid id, HttpContext http)
    {
        var wanted = new DocumentId(id);
        return db.Documents.AsNoTracking().AsSplitQuery().Readable.SingleOrDefaultAsync(document => document.Id == wanted, http.RequestAborted);
    }
}
