using Gongkai.AnnualReports;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Web.Portal.Check.Result;

/// <summary>画出的表: one table of the form laid out row by row, with merged cells, as the official form prints it.</summary>
/// <remarks>
/// The writers' OfficialTable prints a report for its readers; this one shows it for its author: rows that are lost
/// stay visible, because findings point at them, and ids tell several reports on one page apart.
/// </remarks>
public sealed class DrawnTable
{
    private readonly string _prefix;
    private readonly Report _report;

    private DrawnTable(Report report, FormTable table, string prefix)
    {
        _report = report;
        Table = table;
        _prefix = prefix;
        Rows = [.. table.Rows.Where(row => !row.Optional || table.Columns.Any(column => CellOf(row, column).State != CellState.Absent))];
    }

    public FormTable Table { get; }

    public string Id => $"{_prefix}-{Table.Key}";

    public IReadOnlyList<IReadOnlyList<Heading>> Head { get; private set; } = [];

    public IReadOnlyList<DrawnRow> Body { get; private set; } = [];

    /// <summary>Columns of headings before the first figure.</summary>
    public int Depth { get; private set; }

    /// <summary>States that need a word of explanation under the table.</summary>
    public IReadOnlyList<CellState> States { get; private set; } = [];

    private IReadOnlyList<FormRow> Rows { get; }

    /// <param name="report">The report, with a form.</param>
    /// <param name="table">A table of its form.</param>
    /// <param name="prefix">What the ids of this report begin with.</param>
    public static DrawnTable Of(Report report, FormTable table, string prefix)
    {
        var drawn = new DrawnTable(report, table, prefix);
        if (table.Key == "t4")
            drawn.LayAcross();
        else
            drawn.LayDown();
        drawn.States = [.. drawn.Body.SelectMany(row => row.Figures).Select(figure => figure.Cell.State).Where(state => state != CellState.Value).Distinct().Order()];
        return drawn;
    }

    /// <summary>Rows of the form are rows of the page: 表二 and 表三.</summary>
    private void LayDown()
    {
        var depth = Depth = 1 + Rows.Max(row => row.Group.Count);
        var hasGroups = Table.Columns.Any(column => column.Group is not null);
        List<List<Heading>> head = [[new Heading(Table.Corner ?? Table.RowTitle ?? "") { Columns = depth, Rows = 1 + (Table.ColumnsTitle is null ? 0 : 1) + (hasGroups ? 1 : 0), Kind = "corner" }]];
        if (Table.ColumnsTitle is { } title)
        {
            head[0].Add(new Heading(title) { Columns = Table.Columns.Count, Scope = "colgroup" });
            head.Add([]);
        }

        var names = head[^1];
        List<Heading> below = [];
        foreach (var column in Table.Columns)
        {
            if (column.Group is null)
            {
                names.Add(ColumnHeading(column, rows: hasGroups ? 2 : 1));
                continue;
            }

            if (names[^1].Text != column.Group)
                names.Add(new Heading(column.Group) { Columns = Table.Columns.Count(other => other.Group == column.Group), Scope = "colgroup" });
            below.Add(ColumnHeading(column, rows: 1));
        }

        if (below.Count > 0)
            head.Add(below);
        Head = head;
        Body = [.. Rows.Select((row, index) => new DrawnRow([.. RowHeadings(row, index, depth)], [.. Table.Columns.Select(column => FigureOf(row, column))]))];
    }

    /// <summary>Rows of the form stand side by side over one line of figures: 表四.</summary>
    private void LayAcross()
    {
        List<Heading> top = [];
        List<Heading> middle = [];
        List<Heading> below = [];
        foreach (var row in Rows)
        {
            if (row.Group is [var key, ..])
            {
                var group = Table.Group(key).FullLabel;
                if (top.LastOrDefault()?.Text != group)
                    top.Add(new Heading(group) { Columns = Table.Columns.Count * Rows.Count(other => other.Group.Contains(key)), Scope = "colgroup", Id = $"{Id}.{key}" });
                middle.Add(new Heading(row.FullLabel) { Columns = Table.Columns.Count, Scope = "colgroup", Id = $"{Id}.{row.Key}" });
                below.AddRange(Table.Columns.Select(column => ColumnHeading(column, rows: 1) with { Id = null }));
            }
            else
            {
                top.Add(new Heading(row.FullLabel) { Columns = Table.Columns.Count, Scope = "colgroup", Id = $"{Id}.{row.Key}" });
                middle.AddRange(Table.Columns.Select(column => ColumnHeading(column, rows: 2) with { Id = null }));
            }
        }

        Head = [top, middle, below];
        Body = [new DrawnRow([], [.. Rows.SelectMany(row => Table.Columns.Select(column => FigureOf(row, column)))])];
    }

    private IEnumerable<Heading> RowHeadings(FormRow row, int index, int depth)
    {
        for (var level = 0; level < row.Group.Count; level++)
        {
            var key = row.Group[level];
            if (index > 0 && Rows[index - 1].Group.ElementAtOrDefault(level) == key)
                continue;
            yield return new Heading(Table.Group(key).FullLabel)
            {
                Rows = Rows.Skip(index).TakeWhile(other => other.Group.ElementAtOrDefault(level) == key).Count(),
                Scope = "rowgroup",
                Id = $"{Id}.{key}",
                Kind = $"group level{level + 1}",
            };
        }

        yield return new Heading(row.FullLabel)
        {
            Columns = depth - row.Group.Count,
            Scope = "row",
            Id = $"{Id}.{row.Key}",
            Kind = "label",
            // On a phone the group columns are folded away and each label says for itself where it belongs.
            Within = row.Group.Count > 1 ? Table.Group(row.Group[^1]).FullLabel : null,
        };
    }

    private Heading ColumnHeading(FormColumn column, int rows) => new(column.Label) { Rows = rows, Scope = "col", Id = $"{Id}.*.{column.Key}", Kind = column.Key == "total" ? "total" : "" };

    private Figure FigureOf(FormRow row, FormColumn column)
    {
        var path = Table.Path.Replace("{row}", row.Key, StringComparison.Ordinal).Replace("{column}", column.Key, StringComparison.Ordinal);
        return new Figure(path, $"{_prefix}-{path}", $"{row.FullLabel}／{column.Label}", CellOf(row, column)) { IsTotal = row.Key == "handled_total" || column.Key == "total" };
    }

    private Cell CellOf(FormRow row, FormColumn column) => _report[Table.IndexOf(row.Key, column.Key)];
}

/// <summary>A heading cell.</summary>
public sealed record Heading(string Text)
{
    public int Columns { get; init; } = 1;

    public int Rows { get; init; } = 1;

    public string? Scope { get; init; }

    public string? Id { get; init; }

    public string Kind { get; init; } = "";

    public string? Within { get; init; }
}

/// <summary>A line of the page's table.</summary>
public sealed record DrawnRow(IReadOnlyList<Heading> Headings, IReadOnlyList<Figure> Figures);

/// <summary>A figure where it stands.</summary>
public sealed record Figure(string Path, string Id, string Name, Cell Cell)
{
    public bool IsTotal { get; init; }

    /// <summary>What the page prints in the cell.</summary>
    public string Text => Cell.State switch
    {
        CellState.Blank => "空",
        CellState.WordNone => "无",
        CellState.Slash => "／",
        CellState.Ambiguous => Cell.Alternatives is { Count: > 0 } readings ? string.Join(" 或 ", readings.Select(Number)) : "？",
        CellState.Value or CellState.Recovered when Cell.Value is { } value => Number(value),
        CellState.Absent => "",
        _ => "缺",
    };

    public bool IsPlain => Cell.State == CellState.Value;

    public static string Number(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
