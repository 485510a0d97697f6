namespace Gongkai.Bodies;

/// <summary>授予的角色: from its first to its last day, for the whole body or one section.</summary>
public sealed class RoleGrant(int number, Role role, DateOnly from)
{
    public int Number { get; } = number;
    public Role Role { get; } = role;
    public DateOnly From { get; } = from;

    /// <summary>The last day; none while it lasts. A day before the first says that it never took effect.</summary>
    public DateOnly? Until { get; internal set; }

    /// <summary>Where it is for one section only.</summary>
    public SectionId? Section { get; init; }

    public string Period => Until is { } until ? $"{From:yyyy年M月d日}至{until:yyyy年M月d日}" : $"{From:yyyy年M月d日}起";

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    internal bool Overlaps(RoleGrant other) => (Until is null || other.From <= Until) && (other.Until is null || From <= other.Until) && !IsVoid && !other.IsVoid;

    internal void End(DateOnly lastDay) => Until = lastDay < From ? From.AddDays(-1) : lastDay;

    private bool IsVoid => Until < From;
}
