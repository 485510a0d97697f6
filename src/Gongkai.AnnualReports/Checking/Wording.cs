using System.Globalization;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking;

/// <summary>措辞: how messages name rows, cells and figures, short enough to read.</summary>
public static class Wording
{
    /// <summary>部分公开 for 部分公开（区分处理的，…）; long labels are cut at their first bracket or 、.</summary>
    public static string Name(FormRow row)
    {
        var end = row.Label.IndexOf('（', StringComparison.Ordinal);
        if (end <= 0 && row.Label.Length > 20)
            end = row.Label.IndexOf('、', StringComparison.Ordinal);
        return end > 0 ? row.Label[..end] : row.Label;
    }

    public static string Name(FormColumn column)
    {
        var end = column.Label.IndexOf('（', StringComparison.Ordinal);
        return end > 0 ? column.Label[..end] : column.Label;
    }

    /// <summary>（一）予以公开／自然人.</summary>
    public static string Name(FormCell cell) => $"{Numbered(cell.Row)}／{Name(cell.Column)}";

    /// <summary>Number and short label of a row: 1.属于国家秘密.</summary>
    public static string Numbered(FormRow row) => row.Number + Name(row);

    /// <summary>A figure without needless zeros after the point.</summary>
    public static string Figure(decimal figure) => figure.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The first names, and how many there are when there are more.</summary>
    public static string List(IReadOnlyList<string> names, int show = 3) =>
        names.Count > show ? $"“{string.Join("”“", names.Take(show))}”等 {names.Count} 处" : $"“{string.Join("”“", names)}”";

    /// <summary>表二、表三 or 表四.</summary>
    public static string Table(FormTable table) => table.Key switch
    {
        "t3" => "表三",
        "t4" => "表四",
        _ => "表二",
    };
}
