using System.Globalization;
using System.Text;
using Gongkai.AnnualReports.Checking;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Shell.Uploads;

/// <summary>提交的内容: files and fields of one request, read as they arrive and kept in memory only.</summary>
/// <param name="Files">What arrived whole, in order.</param>
/// <param name="Refused">What was refused while it arrived, with the reason.</param>
/// <param name="Fields">The other fields of the form.</param>
public sealed record Upload(IReadOnlyList<UploadedFile> Files, IReadOnlyList<CheckedFile> Refused, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The whole request may be this long; what is above the site's limits is read past, so that the visitor gets a sentence and not a broken line.</summary>
    public const long RequestBytesReadPast = 1L << 30;

    private const int FieldBytes = 16 << 10;
    private const int FieldCount = 64;

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>Reads a posted form of either kind.</summary>
    /// <exception cref="BadHttpRequestException">The body is no form.</exception>
    public static async Task<Upload> Read(HttpRequest request, SiteOptions limits, CancellationToken cancel)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = RequestBytesReadPast;

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("not a form", StatusCodes.Status415UnsupportedMediaType);

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
            throw new BadHttpRequestException("no boundary");

        try
        {
            return await ReadSections(new MultipartReader(boundary, request.Body), limits, cancel);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("broken form", StatusCodes.Status400BadRequest, broken);
        }
    }

    private static async Task<Upload> ReadSections(MultipartReader reader, SiteOptions limits, CancellationToken cancel)
    {
        List<UploadedFile> files = [];
        List<CheckedFile> refused = [];
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        var budget = limits.RequestBytes;
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;

            var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (disposition.IsFileDisposition() || field == "text")
            {
                var name = field == "text" ? "粘贴的文字.txt" : FileNames.Clean(disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value);
                var left = field == "text" ? Math.Min(limits.FileBytes, budget) : budget;
                var content = await Keep(section.Body, Math.Min(limits.FileBytes, left), cancel);
                // A browser sends an empty, nameless part for a file field left empty, and an empty text for an empty box.
                if (content is [] && (field == "text" || name == FileNames.Nameless))
                    continue;

                if (files.Count + refused.Count >= limits.Files)
                    refused.Add(new CheckedFile(name, [], $"一次最多提交 {limits.Files} 个文件，这个文件没有检查，请分批提交。"));
                else if (content is null)
                    refused.Add(new CheckedFile(name, [], TooLarge(limits, wholeRequest: left < limits.FileBytes)));
                else
                    files.Add(new UploadedFile(field, name, content));
                budget -= content?.Length ?? 0;
            }
            else if (fields.Count < FieldCount)
            {
                fields[field] = await Keep(section.Body, FieldBytes, cancel) is { } value ? Encoding.UTF8.GetString(value).Trim() : "";
            }
            else
            {
                throw new BadHttpRequestException("too many fields");
            }
        }

        return new Upload(files, refused, fields);
    }

    internal static string TooLarge(SiteOptions limits, bool wholeRequest = false) => wholeRequest
        ? $"这一次提交的文件合计超过 {limits.RequestMegabytes.ToString(CultureInfo.InvariantCulture)} MB，这个文件没有检查，请分批提交。"
        : $"文件超过 {limits.FileMegabytes.ToString(CultureInfo.InvariantCulture)} MB，没有检查。年度报告通常不到 2 MB，请确认没有选错；扫描件请降低分辨率，或者另存为带文字的 Word、PDF。";

    /// <summary>The bytes, or null when there are more than the limit; the rest is read past without being kept.</summary>
    internal static async Task<byte[]?> Keep(Stream body, long limit, CancellationToken cancel)
    {
        var buffer = new byte[16 << 10];
        using var kept = new MemoryStream();
        var total = 0L;
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            total += read;
            if (total <= limit)
                kept.Write(buffer, 0, read);
            else if (kept.Length > 0)
                kept.SetLength(0);
        }

        return total > limit ? null : kept.ToArray();
    }
}

/// <summary>提交的文件.</summary>
/// <param name="Field">The form's field: `files`, `text` or `previous`.</param>
/// <param name="Name">Cleaned name, fit to be shown.</param>
/// <param name="Content">Its bytes.</param>
public sealed record UploadedFile(string Field, string Name, byte[] Content)
{
    public SourceFile AsSource() => new(Name, () => Content);
}
