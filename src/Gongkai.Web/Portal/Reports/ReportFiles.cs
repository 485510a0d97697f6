using System.Text;
using Gongkai.AnnualReports.Writing;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Check;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;

namespace Gongkai.Web.Portal.Reports;

/// <summary>年报下载: `/{body}/reports/{year}.docx` and the other formats, written in the official form from what the library has read.</summary>
public static class ReportFiles
{
    public static IReadOnlyList<DownloadFormat> Offered { get; } = [.. Downloads.Formats.Where(format => !format.IsFindings && format.Key != "html")];

    public static void MapReportFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/{body:body}/reports/{year:int}.{format:regex(^(docx|pdf|xlsx|json)$)}", Send).ExcludeFromDescription().WithRequestTimeout(Gates.Work).RequireRateLimiting(Gates.OpenData);

    private static async Task<IResult> Send(string body, int year, string format, PortalVisit visit, ReportLibrary library, Workbench workbench, PrintQueue queue, HttpContext http)
    {
        if (!await visit.Enter(body, http.RequestAborted) || await library.Find(visit.Body!.Id, year, http.RequestAborted) is not { } shelved || await library.Read(shelved.Id, http.RequestAborted) is not { } report)
            return Results.NotFound();
        var to = Offered.First(one => one.Key == format);
        var content = to.Output switch
        {
            null => Encoding.UTF8.GetBytes(ReportJson.Write(report) + "\n"),

            // Not on the workbench: who downloads must not keep those waiting who have a report checked.
            OutputFormat.Pdf => await queue.Print(ReportHtml.Write(report), () => ReportWriter.Write(report, OutputFormat.Pdf), http.RequestAborted),
            { } output => await workbench.Run(_ => ReportWriter.Write(report, output), http.RequestAborted),
        };
        return Results.File(content, to.ContentType, FileNames.ForDownload(shelved.Title, to.Extension));
    }
}
