using Gongkai.Formats;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Portal.Documents.Books;

/// <summary>书内图片 by number: only what the book lists as a picture and what is one by its bytes; no other part of the archive has an address.</summary>
public static class BookPictures
{
    public static void MapBookPictures(this IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{id:guid}/attachments/{number:int}/pictures/{picture:int}", Send).ExcludeFromDescription();

    private static async Task<IResult> Send(HttpContext http, PublicBooks books, Guid id, int number, int picture)
    {
        using var open = await books.Open(id, number, http.RequestAborted);
        try
        {
            if (open?.Book?.Picture(picture) is not { } found)
                return Results.NotFound();
            // Withdrawn is withdrawn: who has the picture asks again, and is spared only its bytes.
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(found.Content, found.Type, entityTag: new EntityTagHeaderValue($"\"{open.File.Shown.Value[..24]}-{picture}\""));
        }
        catch (UnreadableFileException)
        {
            return Results.NotFound();
        }
    }
}
