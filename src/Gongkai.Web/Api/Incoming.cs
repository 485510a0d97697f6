using System.Text;
using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Api;

/// <summary>接口收到的报告: a form with files, one file as the body, or JSON with name and text.</summary>
internal sealed record IncomingReports(IReadOnlyList<UploadedFile> Reports, UploadedFile? Previous, IReadOnlyList<CheckedFile> Refused, Upload Form);

/// <summary>Reads what a program sends.</summary>
internal static class Incoming
{
    /// <exception cref="BadHttpRequestException">Nothing came, or not in a form that can be read.</exception>
    public static async Task<IncomingReports> Read(HttpRequest request, string? name, SiteOptions site)
    {
        var upload = IsForm(request) ? await Upload.Read(request, site, request.HttpContext.RequestAborted) : await ReadBody(request, name, site);
        var reports = upload.Files.Where(file => file.Field != "previous").ToList();
        if (reports.Count == 0 && upload.Refused.Count == 0)
            throw new BadHttpRequestException("没有收到内容。请以 multipart/form-data 提交文件，或者把一个文件作为请求正文，或者提交 {\"name\",\"text\"}。");
        return new IncomingReports(reports, upload.Files.FirstOrDefault(file => file.Field == "previous"), upload.Refused, upload);
    }

    private static bool IsForm(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<Upload> ReadBody(HttpRequest request, string? name, SiteOptions site)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Upload.RequestBytesReadPast;

        var nothing = new Upload([], [], new Dictionary<string, string>(StringComparer.Ordinal));
        var content = await Upload.Keep(request.Body, site.FileBytes, request.HttpContext.RequestAborted);
        var file = FileNames.Clean(name ?? NameOf(request));
        if (content is null)
            return nothing with { Refused = [new CheckedFile(file, [], Upload.TooLarge(site))] };
        if (content.Length == 0)
            return nothing;
        return nothing with { Files = [NamedText(request, content) ?? new UploadedFile("files", file, content)] };
    }

    /// <summary>{"name","text"}, or null when the body is something else, such as a report of our own.</summary>
    private static UploadedFile? NamedText(HttpRequest request, byte[] content)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return null;

        try
        {
            using var json = JsonDocument.Parse(content);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? new UploadedFile("text", FileNames.Clean(json.RootElement.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : "text.txt"), Encoding.UTF8.GetBytes(text.GetString()!))
                : null;
        }
        catch (JsonException broken)
        {
            throw new BadHttpRequestException("请求正文不是有效的 JSON。", broken);
        }
    }

    /// <summary>The name the sender gives, else one with the extension that the content type means; readers look at the content first.</summary>
    private static string NameOf(HttpRequest request)
    {
        if (ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            && (disposition.FileNameStar.HasValue || disposition.FileName.HasValue))
            return disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";

        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        return "report" + type?.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
            "application/msword" => ".doc",
            "application/pdf" => ".pdf",
            "text/html" => ".html",
            "text/markdown" => ".md",
            "text/plain" => ".txt",
            "application/json" => ".json",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/tiff" => ".tiff",
            _ => "",
        };
    }
}
