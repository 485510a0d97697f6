using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Web.Office.Documents;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api.Documents;

/// <summary>附件和导入接口: files come as multipart/form-data, or as the body with `name` in the address.</summary>
internal static class DocumentFilesApi
{
    public static void MapDocumentFiles(this IEndpointRouteBuilder api)
    {
        api.MapPost("/documents/import", Import).Requires(Permission.DraftDocuments).WithName("importDocument").WithSummary("导入文件：Word 文件或者网页成为草稿，要素自动识别").Produces<Made>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/documents/import-table", ImportTable).Requires(Permission.DraftDocuments).WithName("importDrafts").WithSummary("批量起草：表单里 table 是CSV表格，files 是附件和正文文件的zip；再次提交时接着做").Produces<ImportedTable>().ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/documents/{id:guid}/attachments", Attach).Requires(Permission.DraftDocuments).WithName("attachFile").WithSummary("上传附件").Produces<AttachmentDetails>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapDelete("/documents/{id:guid}/attachments/{number:int}", Detach).Requires(Permission.DraftDocuments).WithName("detachFile").WithSummary("删除草稿的附件");
        api.MapGet("/documents/{id:guid}/attachments/{number:int}", Download).Requires(Permission.ReadDocuments).WithName("downloadAttachment").WithSummary("下载附件；version 缺省为最新版本，original=true 为上传时的原件（带有属性，下载记入台账）")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
    }

    private static async Task<IResult> Attach(HttpContext http, GongkaiDb db, AttachFile attach, Guid id, string? name = null)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        var sent = await SentFile.Of(http.Request, name, AttachFile.AtMost);
        var attachment = await attach.Run(document, sent.Name, sent.Content, http.Visit.Officer, http.Seen, http.Cancel);
        await http.Stepped(db, document);
        var version = await db.Documents.AsNoTracking().Where(one => one.Id == document).SelectMany(one => one.Versions).MaxAsync(one => one.Number, http.Cancel);
        var shown = AttachmentDetails.Of(document, version, attachment);
        return Results.Created(shown.Url, shown);
    }

    private static async Task<IResult> Detach(HttpContext http, GongkaiDb db, DetachFile detach, Guid id, int number)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await detach.Run(document, number, http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Download(HttpContext http, GongkaiDb db, IFileStore files, Ledger ledger, Guid id, int number, int? version = null, bool original = false)
    {
        var document = await http.Document(db, id, Permission.ReadDocuments);
        var versions = await db.Documents.AsNoTracking().Where(one => one.Id == document).SelectMany(one => one.Versions).ToListAsync(http.Cancel);
        var attachment = versions.Where(one => version is null || one.Number == version).OrderByDescending(one => one.Number).FirstOrDefault()?.Attachments.FirstOrDefault(one => one.Number == number)
            ?? throw new NotThereException("没有这个附件。");
        var file = original ? attachment.Original : attachment.Shown;
        if (original)
        {
            // It says who wrote it, where and when: what the public copy has lost.
            ledger.Record(Act.ReadOriginal, http.Visit.Officer, new Thing(Document.RecordKind, $"{id}"), new { attachment = number, name = attachment.Name, file = file.Value });
            await db.SaveChangesAsync(http.Cancel);
        }

        // Never shown in a browser, whatever it is: what somebody uploaded must not run on this site.
        return Results.File(files.Open(file), "application/octet-stream", attachment.Name, lastModified: null, new EntityTagHeaderValue($"\"{file.Value}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> ImportTable(HttpContext http, DraftUpload upload)
    {
        if (!http.Request.HasFormContentType)
            throw new RefusedException("请用表单（multipart/form-data）提交 table 和 files。", "table");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = DraftUpload.AtMost;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = DraftUpload.AtMost }));
        var form = await http.Request.ReadFormAsync(http.Cancel);
        var result = await upload.Run(http.Visit.Officer, form.Files["table"], form.Files["files"], http.Cancel);
        return Results.Ok(new ImportedTable(result.Tally.Lines, result.Tally.Drafted, result.Tally.AlreadyThere, result.Tally.Errors, [.. result.Lines.Select(line => new ImportedRow(line.Line, line.What, line.Message))]));
    }

    private static async Task<IResult> Import(
        HttpContext http, ImportDocument import, IOptions<SiteOptions> site, string? body = null, string? kind = null, string? attribute = "proactive", string? ground = null, string? basis = null, string? reason = null, string? name = null)
    {
        var owner = http.BodyNamed(body, "body") ?? http.Visit.Officer.Body;
        http.Demand(Permission.DraftDocuments, owner);
        var what = new NewDocument(owner, WordOrNull<DocumentKind>(kind, "kind") ?? DocumentKind.Information);
        var sent = await SentFile.Of(http.Request, name, site.Value.FileBytes);
        if (sent.Name.Length == 0)
            throw new RefusedException("请用 name 给出文件名。", "name");
        var content = await Upload.Keep(sent.Content, site.Value.FileBytes, http.Cancel) ?? throw new BadHttpRequestException(Upload.TooLarge(site.Value), StatusCodes.Status413PayloadTooLarge);
        return Made.Of(http, await import.Run(what, new AttributeData(attribute, ground, basis, reason).ToDecision(), content, FileNames.Clean(sent.Name), http.Visit.Officer, http.Cancel));
    }

    private sealed record ImportedTable(int Lines, int Drafted, int AlreadyThere, int Errors, IReadOnlyList<ImportedRow> Rows);

    private sealed record ImportedRow(int Line, string What, string Message);
}
