using Gongkai.AnnualReports.Checking;
using Gongkai.Web.Portal.Bodies;
using Gongkai.Web.Portal.Check.Result;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Portal.Reports;

/// <summary>一份年报: drawn as the official form, with its files and the years beside it.</summary>
public sealed class ReportPageModel(PortalVisit visit, ReportLibrary library) : BodyPage(visit)
{
    protected override string Column => PortalColumns.Reports;

    public ShelvedReport Shelved { get; private set; } = null!;

    /// <summary>Null where none of its files could be read as a report of the form.</summary>
    public ReportView? Drawn { get; private set; }

    public IReadOnlyList<ShelvedReport> Years { get; private set; } = [];

    public async Task<IActionResult> OnGet(int year)
    {
        Years = await library.List(Body.Id, Cancel);
        if (Years.FirstOrDefault(report => report.Year == year) is not { } shelved)
            return NotFound();
        Shelved = shelved;
        if (await library.Read(shelved.Id, Cancel) is { } report)
            Drawn = new ReportView(1, shelved.Title, new CheckedReport(report, [], [], []));
        return Page();
    }
}
