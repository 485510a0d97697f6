using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Tests.Reading;

namespace Gongkai.Bench.Corpus;

/// <summary>A table as rows of cells with spans, from which the markup of each format is made.</summary>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<Grid.Cell>> Rows)
{
    public sealed record Cell(string Text, int Columns = 1, int Rows = 1);

    /// <summary>Every table of a report with the section it stands in.</summary>
    public static IEnumerable<(string Section, Grid Grid)> Of(SyntheticReport report)
    {
        foreach (var table in report.Form.Tables.Where(table => table.Section == "s2"))
            yield return ("s2", Two(report.Figures, table));
        yield return ("s3", Three(report.Figures));
        yield return ("s4", Four(report.Figures));
    }

    private static Grid Two(SampleFigures figures, FormTable table) => new(
    [
        [new Cell(table.Caption, table.Columns.Count + 1)],
        [new Cell("信息内容"), .. table.Columns.Select(column => new Cell(column.Label))],
        .. table.Rows.Select(row => (IReadOnlyList<Cell>)[new Cell(row.Label), .. figures.Row(table, row).Select(Of)]),
    ]);

    private static Grid Three(SampleFigures figures)
    {
        var table = figures.Form["t3"];
        var rows = new List<IReadOnlyList<Cell>>
        {
            new Cell[] { new("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), new("申请人情况", 7) },
            new Cell[] { new("自然人", 1, 2), new("法人或其他组织", 5), new("总计", 1, 2) },
            table.Columns.Skip(1).Take(5).Select(column => new Cell(column.Label)).ToArray(),
        };
        var results = table.Rows.Count(row => row.Group.Count > 0 && !row.Optional);
        var first = true;
        Layouts.Each(figures.Form, (group, row) =>
        {
            var cells = new List<Cell>();
            if (row.Group.Count == 0)
            {
                cells.Add(new Cell(row.FullLabel, 3));
            }
            else
            {
                if (first)
                    cells.Add(new Cell("三、本年度办理结果", 1, results));
                first = false;
                if (group is not null)
                    cells.Add(new Cell(group, 1, table.Rows.Count(other => other.Group.Contains(row.Group[1]) && !other.Optional)));
                cells.Add(new Cell(row.FullLabel, row.Group.Count == 1 ? 2 : 1));
            }

            cells.AddRange(figures.Row(table, row).Select(Of));
            rows.Add(cells);
        });
        return new Grid(rows);
    }

    private static Grid Four(SampleFigures figures)
    {
        string[] results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
        return new Grid(
        [
            [new Cell("行政复议", 5), new Cell("行政诉讼", 10)],
            [.. results.Select(label => new Cell(label, 1, 2)), new Cell("未经复议直接起诉", 5), new Cell("复议后起诉", 5)],
            [.. results.Concat(results).Select(Of)],
            [.. Layouts.Four(figures).Select(Of)],
        ]);
    }

    private static Cell Of(string text) => new(text);
}
