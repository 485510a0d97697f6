using Gongkai.Publishing;
using Gongkai.Web.Portal.Bodies;
using Gongkai.Web.Portal.Frame;

namespace Gongkai.Web.Portal.Topics;

/// <summary>机关的专题.</summary>
public sealed class BodyTopicsModel(PortalVisit visit, TopicReader reader) : BodyPage(visit)
{
    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    public async Task OnGet() => Topics = TopicLink.Of(await reader.List(Body.Id, Cancel), await Visit.Tree(Cancel), named: false);
}
