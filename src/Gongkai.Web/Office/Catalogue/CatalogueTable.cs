using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Web.Office.Import;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>目录表: the lines of a catalogue as CSV, previewed or written; for page and interface.</summary>
public sealed class CatalogueTable(ImportLines import)
{
    public async Task<IReadOnlyList<ImportRow>> Run(BodyId body, string text, bool write, IActor by, CancellationToken cancel)
    {
        var rows = ImportRows.Read(text, [.. CatalogueSheet.Columns.Select(column => (column.Key, column.Title, column.IsNeeded))]);
        var outcomes = await import.Run(body, [.. rows.Select(row => new Func<string, string>(key => row[key]))], write, by, cancel);
        return [.. outcomes.Zip(rows, (outcome, row) => new ImportRow(int.Parse(row["line"], CultureInfo.InvariantCulture), outcome.What, outcome.Fault))];
    }
}
