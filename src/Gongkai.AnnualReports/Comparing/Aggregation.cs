using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>汇总: lower bodies' reports of one year and edition summed, cell by cell, into a government's report.</summary>
/// <remarks>A cell that one report does not tell is missing in the sum too, with the names of the bodies; it is never completed with nought.</remarks>
public sealed class Aggregation
{
    private Aggregation(Report report) => Report = report;

    public Report Report { get; }

    /// <summary>Names of expected bodies that gave no report.</summary>
    public IReadOnlyList<string> MissingBodies { get; private init; } = [];

    /// <summary>Cells that could not be summed, each with the reason.</summary>
    public IReadOnlyList<(string Path, string Why)> MissingCells { get; private init; } = [];

    /// <summary>What a person should look at: possible double counts, faults of the parts.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    public bool IsComplete => MissingBodies.Count == 0 && MissingCells.Count == 0;

    /// <param name="body">Name of the government.</param>
    /// <param name="parts">The reports to add.</param>
    /// <param name="expected">Names of the bodies that should be among them; null when no list is given.</param>
    /// <exception cref="NotAddableException">A body is there twice, years or editions differ, or a report does not say whose it is.</exception>
    public static Aggregation Of(string body, IReadOnlyList<Report> parts, IReadOnlyList<string>? expected = null)
    {
        AggregationGuard.Check(parts);
        var form = parts[0].Form!;
        var year = parts[0].Year!.Value;
        var cells = new Cell[form.Cells.Count];
        List<(string, string)> missing = [];
        foreach (var cell in form.Cells)
        {
            cells[cell.Index] = Sum(parts, form, cell);
            if (cells[cell.Index] is { State: CellState.Missing, Note: { } why })
                missing.Add((cell.Path, why));
        }

        var absent = expected?.Where(name => !parts.Any(part => OrganName.Same(part.Organ, name))).ToList() ?? [];
        return new Aggregation(new Report(form, cells)
        {
            Organ = body,
            Year = year,
            Title = $"{body}{year}年政府信息公开工作年度报告",
            Narrative = AggregationText.Of(body, year, parts, absent, missing.Count),
            Notes = absent.ConvertAll(name => $"缺少{name}的报告"),
        })
        {
            MissingBodies = absent,
            MissingCells = missing,
            Warnings = [.. AggregationGuard.Warnings(body, parts, expected), .. FaultsOf(parts)],
        };
    }

    private static Cell Sum(IReadOnlyList<Report> parts, Form form, FormCell cell)
    {
        // 其他处理 as one row: only where a report prints it instead of the three rows of the form.
        if (cell.Row.Optional && parts.All(part => part[cell.Index].State == CellState.Absent))
            return new Cell(CellState.Absent);

        var sum = 0m;
        List<string> without = [];
        foreach (var part in parts)
        {
            var figure = cell.Row.Optional ? DerivedRows.Figure(part, cell.Path) : Sums.Of(part, [cell.Index]);
            if (figure is { } number)
                sum += number;
            else
                without.Add(part.Organ!);
        }

        return without.Count == 0 ? Cell.Of(sum)
            : new Cell(CellState.Missing) { Note = $"{string.Join("、", without.Take(5))}{(without.Count > 5 ? $"等 {without.Count} 个机关" : "")}的报告中缺失或读不准，没有合计" };
    }

    /// <summary>A fault of a part goes into the sum.</summary>
    private static IEnumerable<string> FaultsOf(IReadOnlyList<Report> parts) =>
        from part in parts
        let faults = Checker.Check(new Subject(part)).Diagnostics
            .Where(diagnostic => diagnostic is { Result: CheckResult.Fail, Severity: Severity.Error } && diagnostic.At.Any(path => part.Form!.Find(path) is not null))
            .Select(diagnostic => diagnostic.Rule).Distinct(StringComparer.Ordinal).ToList()
        where faults.Count > 0
        select $"{Words.Name(part)}的表格本身有错误（{string.Join("、", faults)}），会带进合计，请先改正";
}
