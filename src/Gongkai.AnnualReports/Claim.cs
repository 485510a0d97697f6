using Gongkai.Formats;

namespace Gongkai.AnnualReports;

/// <summary>文中数字: a figure of the running text with what it claims to count.</summary>
/// <param name="Text">The clause it stands in.</param>
/// <param name="Figure">The figure; 0 for 未收到, 未发生 and the like.</param>
/// <param name="Counts">Path of the cell it speaks of, several joined by '+', for example `t3.received_new.total+t3.carried_in.total`.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Claim(string Text, decimal Figure, string Counts, SourcePlace? Source)
{
    /// <summary>True with 余, 多, 近, 以上 and the like: never compared exactly.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>True where the sentence speaks of one office only (区政府办代表区政府受理), not of the whole table.</summary>
    public bool IsPartOnly { get; init; }

    /// <summary>Section it stands in: `s1`, `s6` …</summary>
    public string Section { get; init; } = "s1";

    /// <summary>Rule that compares it (`R047`), for tracing.</summary>
    public string? Rule { get; init; }
}
