using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>
/// 机关树的保存: the tree is read again only when a body was added or changed, on whichever node that happened. Bodies are never deleted and
/// versions only rise, so their number and sum tell.
/// </summary>
public sealed class BodyTrees
{
    private sealed record Read(int Count, long Versions, BodyTree Tree);

    private Read? _last;

    public async Task<BodyTree> Now(GongkaiDb db, CancellationToken cancel)
    {
        var count = await db.Bodies.CountAsync(cancel);
        var versions = await db.Bodies.SumAsync(body => (long)body.Version, cancel);
        if (_last is { } last && last.Count == count && last.Versions == versions)
            return last.Tree;

        // What is read may be newer than what was counted; then the next look reads once more.
        var nodes = await db.Bodies.AsNoTracking()
            .Select(body => new BodyNode(body.Id, body.Key, body.Name, body.ShortName, body.Kind, body.Level, body.State, body.Parent, body.GuidedBy, body.CompetentOffice, body.Successor))
            .ToListAsync(cancel);
        var tree = new BodyTree(nodes);
        _last = new Read(count, versions, tree);
        return tree;
    }
}
