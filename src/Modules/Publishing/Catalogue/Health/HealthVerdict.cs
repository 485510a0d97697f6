namespace Gongkai.Publishing;

/// <summary>目录状况, from good to worst.</summary>
public enum HealthState
{
    /// <summary>正常.</summary>
    Good,

    /// <summary>不在此检查: another part of the platform supplies it, or no calendar lets it be told.</summary>
    NotAssessed,

    /// <summary>长期未更新.</summary>
    Stale,

    /// <summary>逾期.</summary>
    Late,

    /// <summary>不完整.</summary>
    Incomplete,

    /// <summary>空白.</summary>
    Empty,
}

public static class HealthStateNames
{
    extension(HealthState state)
    {
        public string Name => state switch
        {
            HealthState.Good => "正常",
            HealthState.NotAssessed => "不检查",
            HealthState.Stale => "长期未更新",
            HealthState.Late => "逾期",
            HealthState.Incomplete => "不完整",
            HealthState.Empty => "空白",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

/// <summary>结论: what is wrong, with the dates and days it follows from.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Reason">For people: dates, days counted.</param>
/// <param name="Basis">The article, or where the threshold stands.</param>
public sealed record HealthVerdict(HealthState State, string Reason, string Basis);

/// <summary>Something with verdicts; without any it is good.</summary>
public abstract record Assessed(IReadOnlyList<HealthVerdict> Verdicts)
{
    public HealthState State => Verdicts.Select(verdict => verdict.State).DefaultIfEmpty(HealthState.Good).Max();
}

/// <summary>一个栏目的状况.</summary>
public sealed record ColumnHealth(CatalogueColumn Column, int Count, DateOnly? NewestOn, IReadOnlyList<HealthVerdict> Verdicts) : Assessed(Verdicts);

/// <summary>一个条目的状况.</summary>
public sealed record LineHealth(CatalogueLine Line, int Count, DateOnly? NewestOn, IReadOnlyList<HealthVerdict> Verdicts) : Assessed(Verdicts);

/// <summary>指南的状况.</summary>
public sealed record GuideHealth(IReadOnlyList<HealthVerdict> Verdicts) : Assessed(Verdicts);

/// <summary>整个目录的状况: its versions and review, and the counts by which an inspection would fail the site.</summary>
public sealed record OverallHealth(IReadOnlyList<HealthVerdict> Verdicts) : Assessed(Verdicts);
