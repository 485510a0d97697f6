using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>A figure with the unit its cell must name: 采购总金额 is the only one whose label names none.</summary>
internal static class PrintedFigure
{
    public static string Of(Report report, FormCell cell)
    {
        var value = report[cell.Index];
        var text = Figure.Print(value, cell.Column.Signed);
        return cell.Column.Key == "procurement_amount" && value.Value is not (null or 0) ? text + "元" : text;
    }
}
