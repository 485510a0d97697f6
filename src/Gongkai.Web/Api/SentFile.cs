using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Api;

/// <summary>提交的一个文件: the first file of a form, or the body itself under the name in the address; read as it arrives.</summary>
internal sealed record SentFile(string Name, Stream Content)
{
    private const long RoomForForm = 1 << 20;

    /// <exception cref="BadHttpRequestException">There is no file in it.</exception>
    public static async Task<SentFile> Of(HttpRequest request, string? name, long atMost)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = atMost + RoomForForm;
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
            return new SentFile(name ?? "", request.Body);

        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        if (HeaderUtilities.RemoveQuotes(type?.Boundary ?? default).Value is not { Length: > 0 and <= 200 } boundary)
            throw new BadHttpRequestException("表单没有分隔符。");
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition())
                    return new SentFile(name ?? FileNames.Clean(disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value), section.Body);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("表单不完整。", StatusCodes.Status400BadRequest, broken);
        }

        throw new BadHttpRequestException("表单里没有文件。");
    }
}
