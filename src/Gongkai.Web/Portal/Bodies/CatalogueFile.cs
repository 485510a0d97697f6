using System.Text;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>主动公开基本目录的下载: a published version as the table it was.</summary>
public static class CatalogueFile
{
    public static void MapCatalogueFile(this IEndpointRouteBuilder app) => app.MapGet("/{body:body}/catalogue/{version:int}.csv", Send).ExcludeFromDescription();

    private static async Task<IResult> Send(string body, int version, PortalVisit visit, GongkaiDb db, HttpContext http)
    {
        if (!await visit.Enter(body, http.RequestAborted))
            return Results.NotFound();
        var (id, name) = (visit.Body!.Id, visit.Body.Name);
        var sheet = (await db.Catalogues.AsNoTracking().SingleOrDefaultAsync(catalogue => catalogue.Body == id, http.RequestAborted))?.Versions.FirstOrDefault(one => one.Number == version)?.Sheet;
        // The mark at the beginning is by what spreadsheets know the encoding.
        return sheet is null ? Results.NotFound() : Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(sheet)], "text/csv; charset=utf-8", FileNames.ForDownload($"{name}主动公开基本目录（第{version}版）", ".csv"));
    }
}
