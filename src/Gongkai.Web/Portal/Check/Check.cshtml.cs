using Gongkai.AnnualReports.Checking;
using Gongkai.Formats;
using Gongkai.Web.Portal.Check.Result;
using Gongkai.Web.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Portal.Check;

/// <summary>年报体检: takes reports in, shows what the rules say. Nothing is stored, so there is nothing a forged form could change.</summary>
[IgnoreAntiforgeryToken]
[ReadsItsOwnForm]
[EnableRateLimiting(Gates.Work)]
[RequestTimeout(Gates.Work)]
public sealed class CheckModel(IOptions<SiteOptions> options, Samples samples, Carried carried, Workbench workbench) : PageModel
{
    public SiteOptions Limits => options.Value;

    public IReadOnlyList<Sample> Samples => [.. samples.OfBodies, .. samples.OfLayouts.Where(IsFaulty)];

    /// <summary>One report in many layouts.</summary>
    public IReadOnlyList<Sample> Layouts => [.. samples.OfLayouts.Where(sample => !IsFaulty(sample))];

    public ResultView? Shown { get; private set; }

    /// <summary>What must be put right before anything can be checked: field and sentence.</summary>
    public List<(string Field, string Message)> Faults { get; } = [];

    /// <summary>What was typed, so that it is not lost.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string TypedText { get; private set; } = "";

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field).Message;

    public string Field(string name) => Typed.GetValueOrDefault(name, "");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetSample(string name)
    {
        if (samples.Find(name) is not { } sample)
            return NotFound();

        var results = await workbench.Run(cancel => Clinic.Check([new SourceFile(sample.Name, () => sample.Content)], ClinicOptions.Default, cancel: cancel), HttpContext.RequestAborted);
        Shown = new ResultView(results, carried) { Sample = sample.Name };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var upload = await Upload.Read(Request, Limits, HttpContext.RequestAborted);
        Typed = upload.Fields;
        var reports = upload.Files.Where(file => file.Field != "previous").ToList();
        if (reports.Count == 0 && upload.Refused.Count == 0)
            Faults.Add(("files", "请选择要检查的文件，或者在下面粘贴报告文字。"));
        if (!FactsFields.TryRead(upload, out var facts, out var faults))
            Faults.AddRange(faults);
        if (Faults.Count > 0)
        {
            TypedText = upload.Files.FirstOrDefault(file => file.Field == "text") is { } text ? System.Text.Encoding.UTF8.GetString(text.Content) : "";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var clinic = new ClinicOptions
        {
            Previous = upload.Files.FirstOrDefault(file => file.Field == "previous")?.AsSource(),
            Facts = facts,
            Limits = WebLimits.Of(Limits),
        };
        try
        {
            var results = await workbench.Run(cancel => Clinic.Check([.. reports.Select(file => file.AsSource())], clinic, cancel: cancel), HttpContext.RequestAborted);
            Shown = new ResultView([.. results, .. upload.Refused], carried);
        }
        catch (UnreadableFileException unread)
        {
            Faults.Add(("previous", unread.Message));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (Shown.Reports.Count == 0)
            Response.StatusCode = reports.Count == 0 ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static bool IsFaulty(Sample sample) => sample.Name.Contains("有错", StringComparison.Ordinal);
}
