namespace Gongkai.Bodies;

/// <summary>代理: who acts for an absent officer, from the first to the last day.</summary>
public sealed class Deputy(int number)
{
    public int Number { get; } = number;

    /// <summary>The one who acts.</summary>
    public required OfficerId Officer { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;

    internal void End(DateOnly lastDay)
    {
        if (Until <= lastDay)
            throw new RefusedException($"这项委托到{Until:yyyy年M月d日}已经终止。");
        Until = lastDay < From ? From.AddDays(-1) : lastDay;
    }
}

/// <summary>代理他人: an absence, seen from the one who acts.</summary>
public sealed record StandIn(Deputy Deputy, Officer Absent);
