using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Documents;

/// <summary>附件下载 inside the office: pictures, sound and PDF are shown, everything else is only saved, so that no file acts as a page of ours.</summary>
public static class AttachmentEndpoint
{
    private static readonly FileExtensionContentTypeProvider s_types = new();

    public static void MapAttachments(this IEndpointRouteBuilder site) =>
        site.MapGet("/office/documents/{id:guid}/attachments/{number:int}", Send).WithMetadata(new RequiresAttribute("documents.read")).ExcludeFromDescription();

    /// <summary>What a browser may show by itself.</summary>
    public static bool IsShown(string name) => IsSubtitles(name) || TypeOf(name).Split('/')[0] is "image" or "audio" or "video";

    /// <summary>What the browser's own reader opens, at the page that was asked for; its scripts do not reach the site.</summary>
    public static bool IsPdf(string name) => Path.GetExtension(name).Equals(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <summary>字幕 of a recording.</summary>
    public static bool IsSubtitles(string name) => Path.GetExtension(name).Equals(".vtt", StringComparison.OrdinalIgnoreCase);

    /// <summary>By what a text shows it: `img`, `audio`, `video`; null for what is only saved.</summary>
    public static string? ElementOf(string name) => TypeOf(name).Split('/')[0] switch { "image" => "img", "audio" => "audio", "video" => "video", _ => null };

    public static string TypeOf(string name)
    {
        if (IsSubtitles(name))
            return "text/vtt; charset=utf-8";
        if (!s_types.TryGetContentType(name, out var type) || type is "image/svg+xml")
            return "application/octet-stream";
        return type;
    }

    private static async Task<IResult> Send(HttpContext http, GongkaiDb db, IFileStore files, Guid id, int number)
    {
        var wanted = new DocumentId(id);
        if (await db.Documents.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(document => document.Id == wanted, http.RequestAborted) is not { } document)
            return Results.NotFound();
        if (!http.Visit.May(Permission.ReadDocuments, document.Body))
            throw new NotAllowedException("您的权限不及于这个机关。");
        return document.Versions.SelectMany(version => version.Attachments).LastOrDefault(attachment => attachment.Number == number) is { } found
            ? File(files, found)
            : Results.NotFound();
    }

    internal static IResult File(IFileStore files, Attachment attachment) => IsShown(attachment.Name) || IsPdf(attachment.Name)
        ? Results.Stream(files.Open(attachment.Shown), TypeOf(attachment.Name), enableRangeProcessing: true)
        : Results.Stream(files.Open(attachment.Shown), "application/octet-stream", attachment.Name, enableRangeProcessing: true);
}
