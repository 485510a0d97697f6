using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>表三: its rows by what they mean, in either edition.</summary>
internal static class RequestTable
{
    /// <summary>办理结果: the printed rows of an edition that say how a request ended; the optional single row of 其他处理 is not among them.</summary>
    public static IEnumerable<FormRow> Outcomes(FormTable t3) =>
        t3.Rows.Where(row => row.Group.Contains("results") && row.Key != "handled_total" && !row.Optional);

    /// <summary>The six classes of applicants.</summary>
    public static IEnumerable<FormColumn> Classes(FormTable t3) => t3.Columns.Where(column => column.Key != "total");

    /// <summary>三项其他处理 of the form of 2021.</summary>
    public static bool IsPartOfOtherHandling(FormRow row) => row.Group.Contains("other_parts");

    /// <summary>True when the report prints 其他处理 as one row in place of three.</summary>
    public static bool PrintsOtherHandlingAsOneRow(Report report) =>
        report.Form is { } form && form["t3"].Rows.Any(IsPartOfOtherHandling) && report["t3.other_handling.total"].State is not (CellState.Absent or CellState.Missing);
}
