using Gongkai.Bodies;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Reports;
using Gongkai.Web.Portal.Topics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

/// <summary>统一平台首页: all bodies on one platform: find something, see what is new, go to a body.</summary>
public sealed class HomeModel(PortalVisit visit, PublicShelf shelf, ReportLibrary library, TopicReader topics) : PageModel
{
    private const int Newest = 8;

    public string Name => visit.SiteName;

    public BodyTree Tree { get; private set; } = null!;

    /// <summary>Governments in order, each with its own bodies.</summary>
    public IReadOnlyList<(BodyNode Body, IReadOnlyList<BodyNode> Below)> Levels { get; private set; } = [];

    public IReadOnlyList<ShelfItem> Latest { get; private set; } = [];

    public IReadOnlyList<ShelfItem> Policies { get; private set; } = [];

    public IReadOnlyList<ShelfItem> Explanations { get; private set; } = [];

    public IReadOnlyList<(ShelvedReport Report, BodyNode Body)> Reports { get; private set; } = [];

    /// <summary>专题 that run now, of every body.</summary>
    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    /// <summary>飘窗: of the government on top, whose platform it is.</summary>
    public TopicLink? Announced { get; private set; }

    public string NameOf(BodyId body) => Tree.Find(body)?.ShortName ?? "";

    public async Task OnGet()
    {
        var cancel = HttpContext.RequestAborted;
        Tree = await visit.Tree(cancel);
        Levels = [.. Grouped()];
        Latest = await shelf.Newest(new ShelfQuestion(), Newest, cancel);
        Policies = await shelf.Newest(new ShelfQuestion { InForce = true }, 5, cancel);
        Explanations = await shelf.Newest(new ShelfQuestion { Kind = DocumentKind.Interpretation }, 5, cancel);
        var running = TopicLink.Of((await topics.List(body: null, cancel)).Where(topic => !topic.IsEnded), Tree, named: true);
        Topics = [.. running.Take(6)];
        Announced = running.FirstOrDefault(one => one.Topic.IsAnnounced && one.Body is { Kind: BodyKind.Government, Parent: null });
        Reports = [.. (await library.List(body: null, cancel)).Take(6).Select(report => (report, Tree.Find(report.Body)!))];
    }

    /// <summary>块: a government with the bodies right below it; a body of no government stands for itself.</summary>
    private IEnumerable<(BodyNode, IReadOnlyList<BodyNode>)> Grouped()
    {
        var waiting = new Queue<BodyNode>(Tree.Roots.Where(IsShown));
        while (waiting.TryDequeue(out var body))
        {
            var below = Tree.Below(body.Id).Where(IsShown).ToList();
            yield return (body, [.. below.Where(one => one.Kind != BodyKind.Government)]);
            foreach (var government in below.Where(one => one.Kind == BodyKind.Government))
                waiting.Enqueue(government);
        }
    }

    private static bool IsShown(BodyNode body) => body is { Kind: not BodyKind.Operator, IsActive: true };
}
