using Gongkai.Web.Portal.Frame;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>依申请公开 (articles 27 to 30): how one asks this body, by which ways, and what the law gives.</summary>
public sealed class ApplyModel(PortalVisit visit) : BodyPage(visit)
{
    protected override string Column => PortalColumns.Requests;
}
