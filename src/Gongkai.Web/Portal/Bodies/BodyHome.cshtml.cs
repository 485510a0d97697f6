using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Topics;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>机关首页: what is new, what explains it, and the columns.</summary>
public sealed class BodyHomeModel(PortalVisit visit, PublicShelf shelf, TopicReader topics) : BodyPage(visit)
{
    private const int Newest = 10;

    public IReadOnlyList<ShelfItem> Latest { get; private set; } = [];

    public IReadOnlyList<ShelfItem> Policies { get; private set; } = [];

    public IReadOnlyList<ShelfItem> Explanations { get; private set; } = [];

    public IReadOnlyList<ShelfItem> Reports { get; private set; } = [];

    /// <summary>专题 that run now.</summary>
    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    /// <summary>飘窗.</summary>
    public TopicLink? Announced => Topics.FirstOrDefault(one => one.Topic.IsAnnounced);

    public Gongkai.Bodies.BodyNode? Successor { get; private set; }

    public async Task OnGet()
    {
        Latest = await shelf.Newest(new ShelfQuestion { Bodies = [Body.Id] }, Newest, Cancel);
        Policies = await shelf.Newest(new ShelfQuestion { Bodies = [Body.Id], InForce = true }, 5, Cancel);
        Explanations = await shelf.Newest(new ShelfQuestion { Bodies = [Body.Id], Kind = DocumentKind.Interpretation }, 5, Cancel);
        Reports = await shelf.Newest(new ShelfQuestion { Bodies = [Body.Id], Kind = DocumentKind.AnnualReport }, 3, Cancel);
        Topics = TopicLink.Of((await topics.List(Body.Id, Cancel)).Where(topic => !topic.IsEnded), await Visit.Tree(Cancel), named: false);
        if (Body.Successor is { } successor)
            Successor = (await Visit.Tree(Cancel)).Find(successor);
    }
}
