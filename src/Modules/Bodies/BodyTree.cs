using System.Collections.Frozen;

namespace Gongkai.Bodies;

/// <summary>机关树: all bodies as they stand now: 块 (parent) and 条 (guided by), who supervises whom, who took over from whom.</summary>
public sealed class BodyTree
{
    private readonly FrozenDictionary<BodyId, BodyNode> _byId;
    private readonly FrozenDictionary<string, BodyNode> _byKey;
    private readonly ILookup<BodyId, BodyNode> _below;

    public BodyTree(IEnumerable<BodyNode> bodies)
    {
        _byId = bodies.ToFrozenDictionary(body => body.Id);
        _byKey = _byId.Values.ToFrozenDictionary(body => body.Key, StringComparer.Ordinal);
        _below = _byId.Values.Where(body => body.Parent is not null).OrderBy(body => body.Kind).ThenBy(body => body.Key, StringComparer.Ordinal).ToLookup(body => body.Parent!.Value);
    }

    public IEnumerable<BodyNode> All => _byId.Values;

    /// <summary>Those that belong to none, in order.</summary>
    public IEnumerable<BodyNode> Roots => All.Where(body => body.Parent is not { } parent || !_byId.ContainsKey(parent)).OrderBy(body => body.Level).ThenBy(body => body.Kind).ThenBy(body => body.Key, StringComparer.Ordinal);

    public BodyNode? Find(BodyId id) => _byId.GetValueOrDefault(id);

    public BodyNode? Find(string key) => _byKey.GetValueOrDefault(key);

    public IEnumerable<BodyNode> Below(BodyId parent) => _below[parent];

    /// <summary>Whether one is the other's own: itself, or a body it took over from.</summary>
    public bool IsOwn(BodyId of, BodyId body) => Reaches(body, of, node => [node.Successor]);

    /// <summary>A body and those it took over from.</summary>
    public IReadOnlyList<BodyId> OwnedBy(BodyId body) => [.. All.Select(other => other.Id).Where(other => IsOwn(body, other))];

    /// <summary>承继机关: who carries on for a body today; itself while it is active, or where nobody took over.</summary>
    public BodyId HeirOf(BodyId body)
    {
        // No body takes over from one that ended, so that there is no circle.
        while (Find(body) is { IsActive: false, Successor: { } successor })
            body = successor;
        return body;
    }

    /// <summary>Whether a body is guided or supervised by another, directly or over bodies between.</summary>
    public bool IsGuidedBy(BodyId body, BodyId by) => Find(body) is { } node && Above(node).Any(next => next is { } above && Reaches(above, by, Above));

    /// <exception cref="RefusedException">The new place would make a circle.</exception>
    public void MustStayTree(BodyId body, BodyId? parent, BodyId? guidedBy, BodyId? competentOffice)
    {
        if (parent is { } above && Reaches(above, body, node => [node.Parent]))
            throw new RefusedException("所选的所属机关在本机关之下，会形成循环，请另选。", "parent");
        if (guidedBy is { } guide && Reaches(guide, body, node => [node.GuidedBy]))
            throw new RefusedException("所选的业务指导机关受本机关指导，会形成循环，请另选。", "guided_by");
        if (competentOffice is { } office && office != body && Reaches(office, body, node => [node.CompetentOffice]))
            throw new RefusedException("所选的公开工作主管部门受本机关主管，会形成循环，请另选。", "competent_office");
    }

    private static IEnumerable<BodyId?> Above(BodyNode node) => [node.GuidedBy, node.CompetentOffice];

    private bool Reaches(BodyId from, BodyId to, Func<BodyNode, IEnumerable<BodyId?>> next)
    {
        var seen = new HashSet<BodyId>();
        var open = new Stack<BodyId>([from]);
        while (open.TryPop(out var id))
        {
            if (id == to)
                return true;
            if (!seen.Add(id) || Find(id) is not { } node)
                continue;
            foreach (var above in next(node))
            {
                if (above is { } one)
                    open.Push(one);
            }
        }

        return false;
    }
}

/// <summary>A body, as far as its place among the others goes.</summary>
public sealed record BodyNode(BodyId Id, string Key, string Name, string ShortName, BodyKind Kind, Level Level, BodyState State, BodyId? Parent, BodyId? GuidedBy, BodyId? CompetentOffice, BodyId? Successor)
{
    public bool IsActive => State == BodyState.Active;
}
