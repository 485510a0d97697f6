using Gongkai.Bodies;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Reports;

/// <summary>年报库: the reports of all bodies, by year.</summary>
public sealed class AllReportsModel(PortalVisit visit, ReportLibrary library) : PageModel
{
    public IReadOnlyList<int> Years { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public IReadOnlyList<(ShelvedReport Report, BodyNode Body)> Reports { get; private set; } = [];

    public async Task OnGet()
    {
        var tree = await visit.Tree(HttpContext.RequestAborted);
        var all = await library.List(body: null, HttpContext.RequestAborted);
        Years = [.. all.Select(report => report.Year).Distinct()];
        Reports = [.. all.Where(report => Year is null || report.Year == Year).Select(report => (report, tree.Find(report.Body)!))];
    }
}
