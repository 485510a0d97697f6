using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>比较: two reports cell by cell. Across editions only cells that mean the same are compared; the others are listed.</summary>
public sealed class ReportComparison
{
    private ReportComparison(Report a, Report b) => (A, B) = (a, b);

    public Report A { get; }

    public Report B { get; }

    /// <summary>Cells whose figures differ, in the order of the form.</summary>
    public IReadOnlyList<CellDifference> Differences { get; private init; } = [];

    /// <summary>Number of cells with the same figure.</summary>
    public int Same { get; private init; }

    /// <summary>Cells that both editions have but that one of the reports does not tell.</summary>
    public IReadOnlyList<CellDifference> Undecided { get; private init; } = [];

    /// <summary>Cells of either edition that have no counterpart of the same meaning.</summary>
    public IReadOnlyList<string> NotComparable { get; private init; } = [];

    /// <summary>Similarity of each section both reports have, from 0 to 1.</summary>
    public IReadOnlyList<SectionSimilarity> Sections { get; private init; } = [];

    public static ReportComparison Of(Report a, Report b)
    {
        List<CellDifference> differences = [], undecided = [];
        HashSet<string> compared = new(StringComparer.Ordinal);
        var same = 0;
        foreach (var (path, name) in Common(a.Form, b.Form))
        {
            compared.Add(path);
            var (left, right) = (Figure(a, path), Figure(b, path));
            if (left is null || right is null)
                undecided.Add(new CellDifference(path, name, left, right));
            else if (left == right)
                same++;
            else
                differences.Add(new CellDifference(path, name, left, right));
        }

        var others = new[] { a, b }
            .SelectMany(report => report.Form?.Cells.Where(cell => !IsUnprinted(report, cell)).Select(cell => cell.Path) ?? [])
            .Where(path => !compared.Contains(path) && !(DerivedRows.IsPartOfOtherHandling(path) && compared.Contains(DerivedRows.Whole(path))))
            .Distinct(StringComparer.Ordinal);
        return new ReportComparison(a, b)
        {
            Differences = differences,
            Same = same,
            Undecided = undecided,
            NotComparable = [.. others],
            Sections = [.. SectionsOf(a, b)],
        };
    }

    /// <summary>Within an edition every cell that is asked for; across editions those that mean the same, with 其他处理 summed where it is three rows.</summary>
    private static IEnumerable<(string Path, string Name)> Common(Form? a, Form? b)
    {
        if (a is null || b is null)
            return [];
        var form = ReferenceEquals(a, b) ? a : a.Years.From > b.Years.From ? b : a;
        return from cell in form.Cells
               where !cell.Row.Optional && ComparableCells.MeanTheSame(a, b, cell.Path)
               select (cell.Path, cell.Name);
    }

    private static decimal? Figure(Report report, string path) => DerivedRows.Figure(report, path);

    private static bool IsUnprinted(Report report, FormCell cell) => cell.Row.Optional && report[cell.Index].State == CellState.Absent;

    private static IEnumerable<SectionSimilarity> SectionsOf(Report a, Report b) =>
        from section in a.Narrative.Sections
        let other = b.Narrative[section.Key]
        where other is not null
        let similarity = TextSimilarity.Of(section.Text, other.Text)
        where similarity is not null
        select new SectionSimilarity(section.Key, section.Heading, similarity.Value);
}

/// <summary>One cell of both reports; a figure is null where the report does not tell it.</summary>
public sealed record CellDifference(string Path, string Name, decimal? A, decimal? B)
{
    public decimal? Change => B - A;
}

/// <summary>How alike two sections are, from 0 to 1.</summary>
public sealed record SectionSimilarity(string Section, string? Heading, double Similarity);
