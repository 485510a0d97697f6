using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Topics;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>站点地图里的专题和归档栏目: addresses that come and go with what bodies decide.</summary>
public sealed class MapOfTopics(GongkaiDb db, PortalVisit visit, TopicReader reader)
{
    public async Task<IReadOnlyList<string>> Addresses(CancellationToken cancel)
    {
        var tree = await visit.Tree(cancel);
        var topics = TopicLink.Of(await reader.List(body: null, cancel), tree, named: false);
        var archived = await db.CatalogueColumns.AsNoTracking().Where(column => column.ArchivedOn != null).ToListAsync(cancel);
        return
        [
            .. topics.Select(topic => $"/{topic.Body.Key}/topics").Distinct().Order(StringComparer.Ordinal),
            .. topics.Select(topic => topic.Address),
            .. from column in archived let body = tree.Find(column.Body) where body is not null select PortalColumns.AddressOf(body.Key, column),
        ];
    }
}
