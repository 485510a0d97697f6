using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Portal.Topics;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Feeds;

/// <summary>站点地图里的专题和栏目, archived ones too: addresses that come and go with what bodies decide.</summary>
public sealed class MapOfTopics(GongkaiDb db, PortalVisit visit, TopicReader reader)
{
    public async Task<IReadOnlyList<string>> Addresses(CancellationToken cancel)
    {
        var tree = await visit.Tree(cancel);
        var topics = TopicLink.Of(await reader.List(body: null, cancel), tree, named: false);
        var columns = await db.ColumnsOfAll(cancel);
        return
        [
            .. topics.Select(topic => $"/{topic.Body.Key}/topics").Distinct().Order(StringComparer.Ordinal),
            .. topics.Select(topic => topic.Address),
            .. from body in tree.All
               where body.Kind != BodyKind.Operator
               orderby body.Key
               let open = columns(body.Id).Open
               from column in open.Where(one => one.Content == ColumnContent.Documents || one.Parent is null).Concat(columns(body.Id).Where(one => one.ArchivedOn is not null))
               where PortalColumns.Fixed.All(one => one.Key != column.Key)
               select PortalColumns.AddressOf(body.Key, column),
        ];
    }
}
