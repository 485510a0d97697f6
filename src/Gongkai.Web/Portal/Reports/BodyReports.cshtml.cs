using Gongkai.Web.Portal.Bodies;
using Gongkai.Web.Portal.Frame;

namespace Gongkai.Web.Portal.Reports;

/// <summary>政府信息公开年报: the body's reports of all years.</summary>
public sealed class BodyReportsModel(PortalVisit visit, ReportLibrary library) : BodyPage(visit)
{
    protected override string Column => PortalColumns.Reports;

    public IReadOnlyList<ShelvedReport> Reports { get; private set; } = [];

    public async Task OnGet() => Reports = await library.List(Body.Id, Cancel);
}
