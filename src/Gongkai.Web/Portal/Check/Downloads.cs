using System.Text;
using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Portal.Check;

/// <summary>下载: writes the report that the page carries in the format asked for.</summary>
public static class Downloads
{
    /// <summary>Formats offered: value of the button, its label, and whether it holds the report or the findings.</summary>
    public static IReadOnlyList<DownloadFormat> Formats { get; } =
    [
        new("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", OutputFormat.Docx),
        new("pdf", "PDF", "application/pdf", ".pdf", OutputFormat.Pdf),
        new("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", OutputFormat.Xlsx),
        new("html", "网页", "text/html; charset=utf-8", ".html", OutputFormat.Html),
        new("json", "JSON", "application/json; charset=utf-8", ".json", null),
        new("sarif", "SARIF", "application/sarif+json; charset=utf-8", ".sarif", null) { IsFindings = true },
        new("findings", "JSON", "application/json; charset=utf-8", "-体检.json", null) { IsFindings = true },
    ];

    public static void MapDownloads(this IEndpointRouteBuilder app) =>
        app.MapPost("/check/download", Write)
            .ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(Carried.LongestSeal + 4096))
            .RequireRateLimiting(Gates.Work)
            .WithRequestTimeout(Gates.Work);

    private static async Task<IResult> Write(HttpContext http, Carried carried, Workbench workbench)
    {
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { ValueLengthLimit = Carried.LongestSeal, ValueCountLimit = 8 }));
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Formats.FirstOrDefault(one => one.Key == form["to"]) is not { } format)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (carried.Open(form["carried"].ToString()) is not { } kept)
            return Results.StatusCode(StatusCodes.Status410Gone);

        var report = ReportJson.Read(kept.Report);
        var content = format switch
        {
            { Output: { } output } => await workbench.Run(_ => ReportWriter.Write(report, output), http.RequestAborted),
            { Key: "json" } => Encoding.UTF8.GetBytes(kept.Report),
            { Key: "sarif" } => Encoding.UTF8.GetBytes(kept.Sarif),
            _ => Encoding.UTF8.GetBytes(kept.Findings),
        };
        return Results.File(content, format.ContentType, FileNames.ForDownload(NameOf(report, kept.File), format.Extension));
    }

    private static string NameOf(Report report, string file) =>
        report is { Organ: { } organ, Year: { } year } ? $"{organ}{year}年政府信息公开工作年度报告" : Path.GetFileNameWithoutExtension(file);
}

/// <summary>下载格式.</summary>
public sealed record DownloadFormat(string Key, string Label, string ContentType, string Extension, OutputFormat? Output)
{
    /// <summary>True where it holds what the rules found rather than the report.</summary>
    public bool IsFindings { get; init; }
}
