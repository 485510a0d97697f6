using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>What a reader sees in a complete report of an edition: every heading, caption and label of the form.</summary>
internal static class OrdinaryObservations
{
    public static IEnumerable<Observation> Of(Form form)
    {
        foreach (var section in form.Sections)
        {
            yield return new Observation(ObservationKind.SectionHeading, $"{section.Number}、{section.Label}", At: section.Key);
            foreach (var table in form.Tables.Where(table => table.Section == section.Key))
            {
                if (table.Key.StartsWith("t2.", StringComparison.Ordinal))
                    yield return new Observation(ObservationKind.SubTable, table.Caption, At: table.Key);
                foreach (var column in table.Columns)
                    yield return new Observation(ObservationKind.ColumnLabel, column.Label, At: $"{table.Key}.*.{column.Key}");
                foreach (var row in table.Rows.Where(row => !row.Optional))
                    yield return new Observation(ObservationKind.RowLabel, row.FullLabel, At: $"{table.Key}.{row.Key}");
            }
        }
    }
}
