using System.Text;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;
using Gongkai.AnnualReports.Writing;
using Gongkai.Web.Portal.Check;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Api;

/// <summary>年度报告接口: check, read and convert; what arrives is answered and forgotten.</summary>
public static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("年度报告").RequireRateLimiting(Gates.Work);
        reports.WithRequestTimeout(Gates.Work);
        foreach (var status in (int[])[400, 413, 415, 422, 429, 503])
            reports.ProducesProblem(status);

        reports.MapPost("/check", Check)
            .WithName("checkReports")
            .WithSummary("年报体检")
            .WithDescription("读取一份或多份年度报告并按全部规则检查。`format` 为 json（缺省）、sarif 或 text，与命令行 gongkai check 的输出相同。")
            .Produces<object>(StatusCodes.Status200OK, "application/json", "application/sarif+json", "text/plain");
        reports.MapPost("/read", Read)
            .WithName("readReports")
            .WithSummary("读取年度报告")
            .WithDescription("只读取，不检查；输出 gongkai.report/1 的数组。")
            .Produces<object>(StatusCodes.Status200OK, "application/json");
        reports.MapPost("/convert", Convert)
            .WithName("convertReport")
            .WithSummary("转换年度报告")
            .WithDescription("把一份报告按官方格式写成 `to` 指定的格式：docx、pdf、html、xlsx、json。一个文件含多份报告时用 `report` 指定第几份。")
            .Produces<object>(StatusCodes.Status200OK, "application/octet-stream", [.. Downloads.Formats.Where(format => !format.IsFindings).Select(format => format.ContentType.Split(';')[0])])
            .ProducesProblem(StatusCodes.Status501NotImplemented);
    }

    private static async Task<IResult> Check(HttpContext http, IOptions<SiteOptions> site, Workbench workbench, [FromQuery] string format = "json", [FromQuery] string? name = null)
    {
        if (format is not ("json" or "sarif" or "text"))
            return Results.Problem("format 只能是 json、sarif 或 text。", statusCode: StatusCodes.Status400BadRequest);

        var upload = await Incoming.Read(http.Request, name, site.Value);
        if (!FactsFields.TryRead(upload.Form, out var facts, out var faults))
            return Results.Problem(string.Join(" ", faults.Select(fault => fault.Message)), statusCode: StatusCodes.Status400BadRequest);

        var options = new ClinicOptions { Previous = upload.Previous?.AsSource(), Facts = facts, Limits = WebLimits.Of(site.Value) };
        return await workbench.Run(
            cancel =>
            {
                IReadOnlyList<CheckedFile> results = [.. Clinic.Check([.. upload.Reports.Select(file => file.AsSource())], options, cancel: cancel), .. upload.Refused];
                if (results.All(file => file.Reports.Count == 0))
                    return NothingRead(upload, results);

                using var output = new MemoryStream();
                switch (format)
                {
                    case "json":
                        CheckJson.Write(output, results);
                        return Results.Bytes(output.ToArray(), "application/json; charset=utf-8");
                    case "sarif":
                        CheckSarif.Write(output, results);
                        return Results.Bytes(output.ToArray(), "application/sarif+json; charset=utf-8");
                    default:
                        using (var text = new StringWriter())
                        {
                            CheckText.Write(text, results, messages: text);
                            return Results.Text(text.ToString(), "text/plain; charset=utf-8", Encoding.UTF8);
                        }
                }
            },
            http.RequestAborted);
    }

    private static async Task<IResult> Read(HttpContext http, IOptions<SiteOptions> site, Workbench workbench, [FromQuery] string? name = null)
    {
        var upload = await Incoming.Read(http.Request, name, site.Value);
        return await workbench.Run(
            cancel =>
            {
                var read = Clinic.Read([.. upload.Reports.Select(file => file.AsSource())], new ClinicOptions { Limits = WebLimits.Of(site.Value) }, cancel: cancel).ToList();
                if (read.All(file => file.Reports.Count == 0))
                    return NothingRead(upload, [.. read.Select(file => new CheckedFile(file.File, [], file.Error)), .. upload.Refused]);

                var reports = new JsonArray([.. read.SelectMany(file => file.Reports).Select(report => (JsonNode)ReportJson.ToNode(report))]);
                return Results.Text(reports.ToJsonString(ApiJson.Readable), "application/json; charset=utf-8", Encoding.UTF8);
            },
            http.RequestAborted);
    }

    private static async Task<IResult> Convert(HttpContext http, IOptions<SiteOptions> site, Workbench workbench, [FromQuery] string to, [FromQuery] string? name = null, [FromQuery] int report = 1)
    {
        if (Downloads.Formats.FirstOrDefault(one => one.Key == to && !one.IsFindings) is not { } format)
            return Results.Problem("to 只能是 docx、pdf、html、xlsx 或 json。", statusCode: StatusCodes.Status400BadRequest);

        var upload = await Incoming.Read(http.Request, name, site.Value);
        if (upload.Reports.Count + upload.Refused.Count != 1)
            return Results.Problem("一次只能转换一个文件。", statusCode: StatusCodes.Status400BadRequest);

        return await workbench.Run(
            cancel =>
            {
                var read = Clinic.Read([.. upload.Reports.Select(file => file.AsSource())], new ClinicOptions { Limits = WebLimits.Of(site.Value) }, cancel: cancel).ToList();
                if (read.All(file => file.Reports.Count == 0))
                    return NothingRead(upload, [.. read.Select(file => new CheckedFile(file.File, [], file.Error)), .. upload.Refused]);
                if (report < 1 || report > read[0].Reports.Count)
                    return Results.Problem($"这个文件里有 {read[0].Reports.Count} 份报告，report 应当在 1 到 {read[0].Reports.Count} 之间。", statusCode: StatusCodes.Status400BadRequest);

                var chosen = read[0].Reports[report - 1];
                var content = ReportWriter.Write(chosen, format.Output ?? OutputFormat.Json);
                return Results.File(content, format.ContentType, FileNames.ForDownload(Path.GetFileNameWithoutExtension(read[0].File), format.Extension));
            },
            http.RequestAborted);
    }

    /// <summary>422, or 413 when everything was too large; each file with its reason.</summary>
    private static IResult NothingRead(IncomingReports upload, IReadOnlyList<CheckedFile> results) => Results.Problem(
        detail: string.Join(" ", results.Select(file => $"{file.File}：{file.Error}")),
        statusCode: upload.Reports.Count == 0 ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["files"] = results.Select(file => new { file = file.File, error = file.Error }) });
}
