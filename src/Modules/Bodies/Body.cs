using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>机关编号.</summary>
public readonly record struct BodyId(Guid Value) : ITypedId;

/// <summary>机关: a body with the duty to disclose, through its names, mergers and end; what happened to it is the truth, its present name follows.</summary>
public sealed class Body(BodyId id) : IRecordable
{
    private readonly List<BodyEvent> _events = [];

    public BodyId Id { get; } = id;

    /// <summary>网址名 (<see cref="BodyKey"/>): its part of every public address; never changes and is never given to another body.</summary>
    public required string Key { get; init; }
    public required BodyKind Kind { get; set; }
    public required Level Level { get; set; }

    /// <summary>名称 of today; of another day see <see cref="NameOn"/>.</summary>
    public string Name { get; private set; } = "";
    public string ShortName { get; private set; } = "";
    public BodyState State { get; private set; }

    /// <summary>行政区划代码 (GB/T 2260): six digits, or nine for a township.</summary>
    public string? RegionCode { get; set; }

    /// <summary>统一社会信用代码 (GB 32100).</summary>
    public string? CreditCode { get; set; }

    /// <summary>所属（块）: the government it belongs to; of a government the one above.</summary>
    public BodyId? Parent { get; private set; }

    /// <summary>业务指导（条）: the body that guides its line of work.</summary>
    public BodyId? GuidedBy { get; private set; }

    /// <summary>政府信息公开工作主管部门 (article 3): who supervises its disclosure.</summary>
    public BodyId? CompetentOffice { get; private set; }

    public IReadOnlyList<BodyEvent> Events => _events;
    public DateOnly FoundedOn => _events[0].On;
    public bool IsActive => State == BodyState.Active;

    /// <summary>承继机关: who took over when it ended.</summary>
    public BodyId? Successor { get; private set; }

    /// <summary>Goes up with every change of the row or what belongs to it.</summary>
    public uint Version { get; private set; }

    string IRecordable.Kind => "body";
    string IRecordable.Key => $"{Id.Value}";

    /// <exception cref="RefusedException">Key, name or day cannot be used.</exception>
    public static Body Found(BodyId id, string key, BodyKind kind, Level level, string name, string shortName, DateOnly on, string? basis = null)
    {
        BodyKey.Demand(key);
        var body = new Body(id) { Key = key, Kind = kind, Level = level };
        body.TakeName(BodyEventKind.Founded, name, shortName, on, basis);
        return body;
    }

    /// <summary>更名.</summary>
    public void Rename(string name, string shortName, DateOnly on, string? basis)
    {
        if (name.Trim() == Name && shortName.Trim() == ShortName)
            throw new RefusedException("新名称与现在的名称相同，没有可更改的内容。", "name");
        TakeName(BodyEventKind.Renamed, name, shortName, on, basis);
    }

    /// <summary>合并: this body ends and <paramref name="into"/> carries on.</summary>
    public void MergeInto(Body into, DateOnly on, string? basis)
    {
        if (into.Id == Id)
            throw new RefusedException("机关不能并入自己，请另选承继机关。", "into");
        into.MustBeActive();
        into.MustFollow(on);
        Happen(new BodyEvent(_events.Count + 1, BodyEventKind.Merged, on) { Other = into.Id, Basis = Text.OrNull(basis) });
        into.Happen(new BodyEvent(into._events.Count + 1, BodyEventKind.TookOver, on) { Other = Id, Basis = Text.OrNull(basis) });
        (State, Successor) = (BodyState.Merged, into.Id);
    }

    /// <summary>撤销.</summary>
    public void Abolish(DateOnly on, string? basis, Body? successor = null)
    {
        if (successor?.Id == Id)
            throw new RefusedException("承继机关不能是被撤销的机关自己。", "successor");
        successor?.MustBeActive();
        successor?.MustFollow(on);
        Happen(new BodyEvent(_events.Count + 1, BodyEventKind.Abolished, on) { Other = successor?.Id, Basis = Text.OrNull(basis) });
        successor?.Happen(new BodyEvent(successor._events.Count + 1, BodyEventKind.TookOver, on) { Other = Id, Basis = Text.OrNull(basis) });
        (State, Successor) = (BodyState.Abolished, successor?.Id);
    }

    /// <summary>隶属关系. That it makes no circle is for the <see cref="BodyTree"/> to say.</summary>
    public void Place(BodyId? parent, BodyId? guidedBy, BodyId? competentOffice)
    {
        if (parent == Id || guidedBy == Id)
            throw new RefusedException("机关不能隶属于自己，也不能指导自己。", parent == Id ? "parent" : "guided_by");
        (Parent, GuidedBy, CompetentOffice) = (parent, guidedBy, competentOffice);
    }

    /// <summary>当时的名称: what it was called on a day; null before it was founded. After its end, the last name.</summary>
    public string? NameOn(DateOnly day) => Naming(day)?.Name;

    public string? ShortNameOn(DateOnly day) => Naming(day)?.ShortName;

    internal void MustBeActive()
    {
        if (!IsActive)
            throw new RefusedException($"{Name}已经{(State == BodyState.Merged ? "合并" : "撤销")}，不能再办理这一事项。");
    }

    private BodyEvent? Naming(DateOnly day) => _events.LastOrDefault(happened => happened.Name is not null && happened.On <= day);

    private void TakeName(BodyEventKind what, string name, string shortName, DateOnly on, string? basis)
    {
        name = Text.Demand(name, 100, "name", "机关名称");
        shortName = shortName.Trim().Length == 0 ? name : Text.Demand(shortName, 40, "short_name", "机关简称");
        Happen(new BodyEvent(_events.Count + 1, what, on) { Name = name, ShortName = shortName, Basis = Text.OrNull(basis) });
        (Name, ShortName) = (name, shortName);
    }

    private void Happen(BodyEvent happened)
    {
        MustBeActive();
        MustFollow(happened.On);
        _events.Add(happened);
    }

    private void MustFollow(DateOnly on)
    {
        if (_events is [.., var last] && on < last.On)
            throw new RefusedException($"日期不能早于{Name}上一次变动的日期（{last.On:yyyy年M月d日}{last.What.Name}）。", "on");
    }
}
