using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>人员编号.</summary>
public readonly record struct OfficerId(Guid Value) : ITypedId;

/// <summary>工作人员: who works for a body, in which section, appointed to what and when, and who stands in for whom.</summary>
public sealed class Officer(OfficerId id) : IRecordable, IActor
{
    private readonly List<RoleGrant> _grants = [];
    private readonly List<Deputy> _deputies = [];
    private IReadOnlyList<StandIn> _standsInFor = [];

    public OfficerId Id { get; } = id;
    public required BodyId Body { get; set; }

    /// <summary>The body's short name on the day the officer was read; not stored with the officer.</summary>
    public string BodyName { get; internal set; } = "";
    public SectionId? Section { get; set; }
    public required string Name { get; set; }

    /// <summary>职务, as on the door.</summary>
    public string? Title { get; set; }

    /// <summary>办公电话, sealed under the officer's own key.</summary>
    public Sealed? Phone { get; set; }

    /// <summary>Whose key it is.</summary>
    public SubjectId Subject => new(Id.Value);
    public DateOnly AppointedOn { get; init; }
    public DateOnly? LeftOn { get; private set; }

    public IReadOnlyList<RoleGrant> Grants => _grants;

    /// <summary>Who acts for this officer in absence.</summary>
    public IReadOnlyList<Deputy> Deputies => _deputies;

    /// <summary>For whom this officer acts in their absence, as far as it was read (<see cref="Officers"/>); stored with the absent ones.</summary>
    public IReadOnlyList<StandIn> StandsInFor => _standsInFor;

    /// <summary>Goes up with every change of the row or what belongs to it.</summary>
    public uint Version { get; private set; }

    /// <summary>The token a program acts through; null for the person. It narrows what the officer may and is named in the ledger.</summary>
    public TokenReach? Through { get; private set; }

    string IRecordable.Kind => "officer";
    string IRecordable.Key => $"{Id.Value}";
    string IActor.ActorId => $"{Id.Value}";
    string IActor.ActorName => Through is { } token ? $"{Name}（接口令牌“{token.Name}”）" : Name;
    string IActor.BodyId => $"{Body.Value}";
    string IActor.BodyName => BodyName;

    public bool WorksOn(DateOnly day) => AppointedOn <= day && (LeftOn is null || day < LeftOn);

    /// <summary>Own roles and those of absent colleagues on a day.</summary>
    public IEnumerable<Role> RolesOn(DateOnly day) => GrantsOn(day).Select(grant => grant.Role).Distinct();

    public bool Is(Role role, DateOnly on) => GrantsOn(on).Any(grant => grant.Role == role);

    /// <summary>Whether the role reaches a section: one granted for the whole body reaches each.</summary>
    public bool Is(Role role, SectionId section, DateOnly on) => GrantsOn(on).Any(grant => grant.Role == role && (grant.Section is null || grant.Section == section));

    /// <summary>授予角色.</summary>
    public RoleGrant Grant(Role role, DateOnly from, DateOnly? until, SectionId? section, OfficerId? by)
    {
        if (until < from)
            throw new RefusedException("截止日期不能早于起始日期。", "until");
        if (from < AppointedOn || LeftOn is not null)
            throw new RefusedException(LeftOn is null ? $"起始日期不能早于到岗日期（{AppointedOn:yyyy年M月d日}）。" : $"{Name}已经离岗，不能再授予角色。", "from");
        if (by == Id)
            throw new RefusedException("不能给自己授予角色，请由另一名有权限的人员办理。");
        var grant = new RoleGrant(_grants.Count + 1, role, from) { Until = until, Section = section };
        if (_grants.Find(other => other.Role == role && other.Section == section && other.Overlaps(grant)) is { } same)
            throw new RefusedException($"{Name}在这段时间已经是{role.Name}（{same.Period}）。", "role");
        if (role.IsAdministrator && _grants.Find(other => other.Role != role && other.Role.IsAdministrator && other.Overlaps(grant)) is { } second)
            throw new RefusedException($"系统管理员、安全管理员、审计管理员不得由一人兼任：{Name}在这段时间是{second.Role.Name}（{second.Period}）。", "role");
        _grants.Add(grant);
        return grant;
    }

    /// <summary>终止角色: the day given is the last one.</summary>
    public void EndGrant(int number, DateOnly lastDay)
    {
        var grant = _grants.Find(one => one.Number == number) ?? throw new RefusedException("没有这项角色，可能已被他人更改，请刷新页面。");
        if (grant.Until is { } ended && ended <= lastDay)
            throw new RefusedException($"这项角色到{ended:yyyy年M月d日}已经终止。");
        grant.End(lastDay);
    }

    /// <summary>离岗: every role ends the day before.</summary>
    public void Leave(DateOnly on)
    {
        if (LeftOn is not null)
            throw new RefusedException($"{Name}已于{LeftOn:yyyy年M月d日}离岗。");
        EndAll(on.AddDays(-1));
        LeftOn = on;
    }

    /// <summary>调动: another body; roles stay behind.</summary>
    public void Transfer(BodyId body, SectionId? section, DateOnly on)
    {
        if (LeftOn is not null)
            throw new RefusedException($"{Name}已经离岗，不能调动。");
        EndAll(on.AddDays(-1));
        (Body, Section) = (body, section);
    }

    /// <summary>委托代理: from the first to the last day of an absence another acts in this officer's roles; those of administrators stay.</summary>
    public Deputy NameDeputy(Officer deputy, DateOnly from, DateOnly until)
    {
        if (deputy.Id == Id)
            throw new RefusedException("不能委托自己代理。", "deputy");
        if (deputy.Body != Body)
            throw new RefusedException("代理人应当是本机关人员。", "deputy");
        if (until < from)
            throw new RefusedException("截止日期不能早于起始日期。", "until");
        if (!deputy.WorksOn(from))
            throw new RefusedException($"{deputy.Name}在{from:yyyy年M月d日}不在岗。", "deputy");
        if (_deputies.Find(other => other.From <= until && from <= other.Until) is { } other)
            throw new RefusedException($"{other.From:yyyy年M月d日}至{other.Until:yyyy年M月d日}已经委托他人代理。", "from");
        var named = new Deputy(_deputies.Count + 1) { Officer = deputy.Id, From = from, Until = until };
        _deputies.Add(named);
        return named;
    }

    /// <summary>提前终止代理.</summary>
    public void EndDeputy(int number, DateOnly lastDay)
    {
        var deputy = _deputies.Find(one => one.Number == number) ?? throw new RefusedException("没有这项委托，可能已被他人更改，请刷新页面。");
        deputy.End(lastDay);
    }

    /// <summary>For the rest of this request a program acts with the officer's right, no further than its token reaches.</summary>
    public void ActThrough(ApiToken token) => Through = new TokenReach(token.Name, token.Scopes.ToHashSet(StringComparer.Ordinal));

    internal void ActsFor(IEnumerable<Officer> absent) =>
        _standsInFor = [.. from officer in absent from deputy in officer._deputies where deputy.Officer == Id select new StandIn(deputy, officer)];

    private IEnumerable<RoleGrant> GrantsOn(DateOnly day) => !WorksOn(day) ? [] :
        _grants.Where(grant => grant.HoldsOn(day)).Concat(
            from standIn in _standsInFor
            where standIn.Deputy.HoldsOn(day) && standIn.Absent.WorksOn(day) && standIn.Absent.Body == Body
            from grant in standIn.Absent._grants
            where grant.HoldsOn(day) && !grant.Role.IsAdministrator
            select grant);

    private void EndAll(DateOnly lastDay)
    {
        foreach (var grant in _grants.Where(grant => grant.Until is null || grant.Until > lastDay))
            grant.End(lastDay);
    }
}
