namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>数: a number with its unit as it stands in the running text.</summary>
/// <param name="Start">Where it starts in the folded text, words such as 约 not counted.</param>
/// <param name="End">Where it ends, its unit counted.</param>
/// <param name="Value">The number; money is in yuan.</param>
/// <param name="Unit">Its unit: 件, 条, 元, % …; empty for a bare number (数量为5).</param>
internal sealed record Figure(int Start, int End, decimal Value, string Unit)
{
    /// <summary>What a word that is no figure has for its figure.</summary>
    public static readonly Figure None = new(0, 0, 0, "");

    /// <summary>True with 余, 多, 近, 约, 以上 and the like, and for rounded numbers such as 1.2万件.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Decimal places as printed.</summary>
    public int Decimals { get; init; }

    public bool IsPercent => Unit == "%";

    public bool IsMoney => Unit == "元";
}
