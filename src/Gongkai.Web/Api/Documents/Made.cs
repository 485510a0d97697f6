using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api.Documents;

/// <summary>已建: what a program needs of a document it has just made.</summary>
internal sealed record Made(Guid Id, string Title, uint Version)
{
    public static IResult Of(HttpContext http, Document document)
    {
        http.Response.Headers.ETag = $"\"{document.Version}\"";
        return Results.Created($"/api/v1/documents/{document.Id.Value}", new Made(document.Id.Value, document.Title, document.Version));
    }
}

internal static class StepAnswers
{
    extension(HttpContext http)
    {
        /// <summary>Done: nothing to say but the version now, so that the next step can be asked for on top of it.</summary>
        public async Task<IResult> Stepped(GongkaiDb db, DocumentId id)
        {
            var version = await db.Documents.AsNoTracking().Where(document => document.Id == id).Select(document => document.Version).SingleAsync(http.Cancel);
            http.Response.Headers.ETag = $"\"{version}\"";
            return Results.NoContent();
        }
    }
}

/// <summary>检查发现 as it is answered.</summary>
internal sealed record FindingDetails(int? Round, string Check, string Severity, string Where, int Offset, string Words, string Advice)
{
    public static FindingDetails Of(Finding found) => new(null, found.Check, Data.Words.Of(found.Severity), found.Where, found.Offset, found.Words, found.Advice);

    public static FindingDetails Of(RoundFinding found) => new(found.Round, found.Check, Data.Words.Of(found.Severity), found.Where, found.Offset, found.Words, found.Advice);
}
