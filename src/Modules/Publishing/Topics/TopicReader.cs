using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>专题的读取: what everybody may read of topics now; each document is asked for anew, so what was withdrawn is gone at once.</summary>
public sealed class TopicReader(GongkaiDb db, PublicShelf shelf, BodyTrees trees, TimeProvider clock)
{
    /// <summary>A section shows no more by its rule; how many there are is said.</summary>
    public const int MostByRule = 50;

    /// <summary>The public ones of a body or of all: running ones first, the newest before older ones.</summary>
    public async Task<IReadOnlyList<PublicTopic>> List(BodyId? body, CancellationToken cancel)
    {
        var today = clock.Today();
        var topics = await db.TopicPages.AsNoTracking().Where(topic => (body == null || topic.Body == body) && topic.WithdrawnOn == null).ToListAsync(cancel);
        return
        [
            .. topics.Where(topic => topic.Published is { } shown && shown.StartsOn <= today).Select(topic => PublicTopic.Of(topic, today))
                .OrderBy(topic => topic.IsEnded).ThenByDescending(topic => topic.Shown.StartsOn).ThenBy(topic => topic.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where there is none, or it was never published or has not begun. One that was withdrawn is there, without sections, for its reason.</summary>
    public async Task<OpenTopic?> Read(BodyId body, string key, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.TopicPages.AsNoTracking().SingleOrDefaultAsync(topic => topic.Body == body && topic.Key == key, cancel) is not { } topic)
            return null;
        if (topic is { WithdrawnOn: not null, LastPublished: not null })
            return new OpenTopic(topic, null, []);
        if (topic.Published is not { } shown || shown.StartsOn > today)
            return null;
        var tree = await trees.Now(db, cancel);
        var columns = (await db.ColumnsOf(body, cancel)).ToDictionary(column => column.Key);
        var bodies = tree.Reach(body, shown.TakesInBelow);
        List<OpenSection> sections = [];
        foreach (var part in shown.Parts)
            sections.Add(await Open(part, part.Column is { } column ? columns.GetValueOrDefault(column) : null, bodies, cancel));
        return new OpenTopic(topic, PublicTopic.Of(topic, today), sections);
    }

    private async Task<OpenSection> Open(TopicSection part, CatalogueColumn? column, IReadOnlyCollection<BodyId> bodies, CancellationToken cancel)
    {
        var chosen = part.Documents.Count == 0 ? [] : await shelf.Newest(new ShelfQuestion { Bodies = bodies, Among = [.. part.Documents.Select(id => new DocumentId(id))] }, part.Documents.Count, cancel);
        var items = part.Documents.Select(id => chosen.FirstOrDefault(item => item.Id.Value == id)).OfType<ShelfItem>().ToList();
        var total = items.Count;
        if (part.RulesWith(column) is { } rules)
        {
            var taken = await shelf.Page(new ShelfQuestion { Bodies = bodies, Rules = rules, Size = MostByRule }, cancel);
            var twice = items.Count == 0 ? 0 : await shelf.In(new ShelfQuestion { Bodies = bodies, Rules = rules, Among = [.. items.Select(item => item.Id)] }).CountAsync(cancel);
            items.AddRange(taken.Items.ExceptBy(items.Select(item => item.Id).ToList(), item => item.Id));
            total += taken.Total - twice;
        }

        return new OpenSection(part, items, total);
    }
}

/// <summary>公开的专题.</summary>
public sealed record PublicTopic(TopicPageId Id, BodyId Body, string Key, TopicVersion Shown, bool IsEnded)
{
    /// <summary>By which a panel that was closed is known; a new version is told again.</summary>
    public string Mark => $"{Id.Value:N}-{Shown.Number}";

    /// <summary>Whether home pages tell of it.</summary>
    public bool IsAnnounced => !IsEnded && Shown.IsAnnounced;

    internal static PublicTopic Of(TopicPage topic, DateOnly today) => new(topic.Id, topic.Body, topic.Key, topic.Published!, topic.Published!.EndsOn < today);
}

/// <param name="Topic">With its history.</param>
/// <param name="Shown">Null where it was withdrawn.</param>
/// <param name="Sections">With what is public of each now.</param>
public sealed record OpenTopic(TopicPage Topic, PublicTopic? Shown, IReadOnlyList<OpenSection> Sections)
{
    /// <summary>What is or was last read of it by everybody; never a draft.</summary>
    public TopicVersion Text => Topic.LastPublished!;

    /// <summary>Every document once, in the order of the page: what the booklet (汇编) holds.</summary>
    public IReadOnlyList<ShelfItem> Documents => [.. Sections.SelectMany(one => one.Items).DistinctBy(item => item.Id)];
}

/// <param name="Part">As it was written.</param>
/// <param name="Items">Chosen ones in their order, then those by rule, the newest first.</param>
/// <param name="Total">With those the rule takes in beyond what is listed.</param>
public sealed record OpenSection(TopicSection Part, IReadOnlyList<ShelfItem> Items, int Total);

/// <summary>收录范围: whose documents a topic may show.</summary>
internal static class TopicReach
{
    extension(BodyTree tree)
    {
        public IReadOnlyCollection<BodyId> Reach(BodyId body, bool below) => below ? [.. AllBelow(tree, body)] : [body];
    }

    private static IEnumerable<BodyId> AllBelow(BodyTree tree, BodyId body) => tree.Below(body).SelectMany(one => AllBelow(tree, one.Id)).Prepend(body);
}
