namespace Gongkai.AnnualReports.Checking;

/// <summary>检查对象: a report with what is known beside it.</summary>
/// <param name="Report">The report under check.</param>
/// <param name="Earlier">The same body's report of the year before, where given.</param>
/// <param name="Facts">Facts about the body and the publication, where given.</param>
public sealed record Subject(Report Report, Report? Earlier = null, Facts? Facts = null)
{
    /// <summary>Other reports of the same run, for the search for copied text (R066).</summary>
    public IReadOnlyList<Report> Others { get; init; } = [];

    /// <summary>The same body's report of the same year in other files of the run: the web page and its attachment (R085).</summary>
    public IReadOnlyList<Report> Copies { get; init; } = [];
}

/// <summary>已知事实: what a report does not say of itself (`--facts`).</summary>
public sealed record Facts
{
    /// <summary>Level of the body: `central`, `province`, `prefecture`, `county`, `township`, `department`, `government_organ`.</summary>
    public string? Level { get; init; }

    /// <summary>True when the body may make rules (规章).</summary>
    public bool? RuleMakingPower { get; init; }

    public DateOnly? PublishedOn { get; init; }

    /// <summary>Address under which the report was published.</summary>
    public string? Url { get; init; }
}
