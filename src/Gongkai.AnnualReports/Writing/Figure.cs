using System.Globalization;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>数字写法: how a figure is printed in a report.</summary>
public static class Figure
{
    /// <summary>What writers print where nothing can be said; it reads back as missing.</summary>
    public const string Lost = "缺";

    /// <summary>Without trailing zeros: 12.5, not 12.50.</summary>
    public static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;

    public static string Plain(decimal value) => Trim(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// What the cell prints in the official form: the figure; nothing for a blank; 无 or a slash as it was; 缺 for a missing or ambiguous one.
    /// A recovered figure is printed plainly: what is written is a finished report, and the JSON keeps how it was found.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="place">Where it stands: 本年增/减 keeps a printed plus sign, 采购总金额 names its unit, which its label does not.</param>
    public static string Print(Cell cell, FormCell place) => cell.State switch
    {
        CellState.Value or CellState.Recovered when cell.Value is { } value =>
            (place.Column.Signed && value >= 0 && IsPlus(cell.Raw) ? "+" : "") + Plain(value) + (place.Column is { Decimals: true, Unit: "元" } && value != 0 ? "元" : ""),
        CellState.Blank or CellState.Absent => "",
        CellState.WordNone => "无",
        CellState.Slash => "/",
        _ => Lost,
    };

    private static bool IsPlus(string? raw) => raw is not null && raw.AsSpan().Trim() is ['+' or '＋', ..];
}
