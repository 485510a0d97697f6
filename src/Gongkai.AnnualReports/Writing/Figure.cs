using System.Globalization;

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
    /// <param name="signed">True in a column that shows a change, where a printed plus sign is kept.</param>
    public static string Print(Cell cell, bool signed = false) => cell.State switch
    {
        CellState.Value or CellState.Recovered when cell.Value is { } value => (signed && value >= 0 && IsPlus(cell.Raw) ? "+" : "") + Plain(value),
        CellState.Blank or CellState.Absent => "",
        CellState.WordNone => "无",
        CellState.Slash => "/",
        _ => Lost,
    };

    private static bool IsPlus(string? raw) => raw is not null && raw.AsSpan().Trim() is ['+' or '＋', ..];
}
