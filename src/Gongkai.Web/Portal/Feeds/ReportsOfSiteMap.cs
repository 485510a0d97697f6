using Gongkai.Bodies;
using Gongkai.Web.Portal.Reports;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>站点地图里的年报: which years of which body have a page.</summary>
public sealed class ReportsOfSiteMap(ReportLibrary library)
{
    public async Task<ILookup<BodyId, int>> Years(CancellationToken cancel) => (await library.List(body: null, cancel)).ToLookup(report => report.Body, report => report.Year);
}
