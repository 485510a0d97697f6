using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Topics;

/// <summary>专题汇编: the documents of a topic that are public now as one PDF with contents, in the order of the page.</summary>
public static class TopicBooklet
{
    public static void MapTopicBooklet(this IEndpointRouteBuilder app) => app.MapGet("/{body:body}/topics/{topic}/booklet.pdf", Send).ExcludeFromDescription().WithRequestTimeout(Gates.Work).RequireRateLimiting(Gates.Print);

    private static async Task<IResult> Send(HttpContext http, PortalVisit visit, TopicReader reader, GongkaiDb db, PaperDesk desk, string body, string topic)
    {
        if (!await visit.Enter(body, http.RequestAborted) || await reader.Read(visit.Body!.Id, topic, http.RequestAborted) is not { Shown: { } shown, Documents: { Count: > 0 } items })
            return Results.NotFound();
        var ids = items.Take(PaperDesk.MostInBundle).Select(item => item.Id).ToList();
        var documents = await db.Documents.AsNoTracking().AsSplitQuery().Readable.Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, http.RequestAborted);
        List<Paper> papers = [];
        foreach (var id in ids.Where(documents.ContainsKey))
            papers.Add(await desk.Lay(documents[id], Addresses.Of(http.Request), http.RequestAborted));
        return Results.File(await desk.Bundle(shown.Shown.Title, papers, http.RequestAborted), "application/pdf", FileNames.ForDownload($"{shown.Shown.Title}（汇编）", ".pdf"));
    }
}
