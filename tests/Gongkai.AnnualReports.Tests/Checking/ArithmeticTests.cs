using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Tests.Checking;

/// <summary>勾稽关系 R021-R028, R033-R035, over reports made at random.</summary>
public sealed class ArithmeticTests
{
    private static readonly string[] s_sums = ["R021", "R022", "R023", "R024", "R025", "R026", "R033", "R034", "R035"];
    private static readonly IReadOnlyList<Rule> s_arithmetic = [.. Checker.Rules.Where(rule => s_sums.Contains(rule.Descriptor.Id))];
    private static readonly IReadOnlyList<Rule> s_withHints = [.. Checker.Rules.Where(rule => s_sums.Contains(rule.Descriptor.Id) || rule.Descriptor.Id is "R027" or "R028")];

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void Holds_in_every_consistent_report(string edition)
    {
        var form = Form.Of(edition)!;

        Prop.ForAll(ConsistentReports.Of(form).ToArbitrary(), cells => Check(form, cells, s_withHints).Count == 0).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void Fails_when_one_cell_is_changed(string edition)
    {
        var form = Form.Of(edition)!;
        var changes =
            from cells in ConsistentReports.Of(form)
            from index in Gen.Elements<int>(ConsistentReports.Balanced(form))
            from more in Gen.Choose(1, 50)
            select (cells, index, more);

        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            Cell[] cells = [.. change.cells];
            cells[change.index] = Cell.Of(cells[change.index].Value!.Value + change.more);
            return Check(form, cells, s_arithmetic).Any(diagnostic => diagnostic is { Result: CheckResult.Fail, Severity: Severity.Error });
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void Takes_no_missing_cell_for_nought(string edition)
    {
        var form = Form.Of(edition)!;
        var losses =
            from cells in ConsistentReports.Of(form)
            from lost in Gen.Elements<int>(ConsistentReports.Balanced(form)).NonEmptyListOf()
            select (cells, lost);

        Prop.ForAll(losses.ToArbitrary(), loss =>
        {
            Cell[] cells = [.. loss.cells];
            foreach (var index in loss.lost)
                cells[index] = default;
            var said = Check(form, cells, s_arithmetic);
            return said.Count > 0 && said.All(diagnostic => diagnostic.Result == CheckResult.NotAssessable);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void Counts_words_in_place_of_noughts_as_nought(string edition)
    {
        var form = Form.Of(edition)!;
        var words = Gen.Elements(new Cell(CellState.WordNone) { Raw = "无" }, new Cell(CellState.Slash) { Raw = "/" });
        var written = from cells in ConsistentReports.Of(form) from word in words select (cells, word);

        Prop.ForAll(written.ToArbitrary(), report =>
            Check(form, [.. report.cells.Select(cell => cell.Value == 0 ? report.word : cell)], s_arithmetic).Count == 0).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("trial2019")]
    [InlineData("f2021")]
    public void No_rule_throws_whatever_the_cells_hold(string edition)
    {
        var form = Form.Of(edition)!;
        var states = Gen.Elements(CellState.Missing, CellState.Value, CellState.Blank, CellState.WordNone, CellState.Slash, CellState.Ambiguous, CellState.Recovered, CellState.Absent);
        var odd =
            from state in states
            from value in Gen.Choose(-3, 400)
            from raw in Gen.Elements("", "-", "+3", "1,200件", "３", "无", "12.5万元", "0 0 0")
            select new Cell(state, state is CellState.Value or CellState.Recovered ? value / 2m : null) { Raw = raw };

        Prop.ForAll(odd.ArrayOf(form.Cells.Count).ToArbitrary(), cells =>
        {
            var report = new Report(form, [.. cells]) { Year = 2024 };
            _ = Checker.Check(new Subject(report, report)).Diagnostics.Select(diagnostic => diagnostic.Message.Length).Sum();
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<Diagnostic> Check(Form form, Cell[] cells, IReadOnlyList<Rule> rules) => Checker.Check(new Subject(new Report(form, [.. cells])), rules).Diagnostics;
}
