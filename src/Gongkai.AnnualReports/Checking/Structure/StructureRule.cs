namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>A rule about the form itself. For 2019 the uniform format was encouraged, not compulsory (国办公开办函〔2019〕60号), so R001-R010 are warnings then.</summary>
public abstract class StructureRule : ReportRule
{
    private const int EncouragedOnly = 2019;

    /// <summary>The severity of this rule for the report's year: null is the rule's own.</summary>
    protected static Severity? SeverityFor(Report report) => report.Year == EncouragedOnly ? Severity.Warning : null;

    /// <summary>True when nothing of the table was read, as where it is a picture: then nothing can be said about its rows.</summary>
    protected static bool IsLost(Report report, string table)
    {
        foreach (var own in report.Form!.Tables)
        {
            for (var i = 0; IsOf(own.Key, table) && i < own.Rows.Count * own.Columns.Count; i++)
            {
                if (report[own.FirstCell + i] is { State: not (CellState.Missing or CellState.Absent) } or { State: CellState.Missing, Raw: not null })
                    return false;
            }
        }

        return true;
    }

    /// <summary>True when the row stands in the report, readable or not.</summary>
    protected static bool IsPrinted(Report report, int firstCell, int columns, string at)
    {
        for (var i = 0; i < columns; i++)
        {
            if (report[firstCell + i] is { State: not CellState.Missing } or { Raw: not null })
                return true;
        }

        return report.Observations.Any(seen => seen.Kind is ObservationKind.RowLabel or ObservationKind.WrongNumberOfFigures && seen.At == at);
    }

    private static bool IsOf(string key, string table) => key == table || (key.StartsWith(table, StringComparison.Ordinal) && key[table.Length] == '.');
}
