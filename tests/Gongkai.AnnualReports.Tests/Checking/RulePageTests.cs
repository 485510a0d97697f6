using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Tests.Checking.Pages;

namespace Gongkai.AnnualReports.Tests.Checking;

/// <summary>规则说明页 as a test: it notices what is said too much, too little or elsewhere.</summary>
public sealed class RulePageTests
{
    private const string Wrong = "t3.carried_out.natural_person = [|1|]";

    [Fact]
    public void Accepts_exactly_the_marked_cell() =>
        Assert.Null(Verdict.On(Example("wrong", Wrong), [Said("t3.carried_out.natural_person")]));

    [Fact]
    public void Notices_a_mark_that_is_not_reported() =>
        Assert.Contains("marked but not reported", Verdict.On(Example("wrong", Wrong, "t3.carried_out.total = [|1|]"), [Said("t3.carried_out.total")]), StringComparison.Ordinal);

    [Fact]
    public void Notices_a_report_that_is_not_marked() =>
        Assert.Contains("reported but not marked", Verdict.On(Example("wrong", Wrong), [Said("t3.carried_out.natural_person"), Said("t3.carried_out.total")]), StringComparison.Ordinal);

    [Fact]
    public void Notices_silence() =>
        Assert.Contains("should report", Verdict.On(Example("wrong", Wrong), []), StringComparison.Ordinal);

    [Fact]
    public void Notices_a_word_where_all_is_right() =>
        Assert.NotNull(Verdict.On(Example("right"), [Said("t3.carried_out.total")]));

    [Fact]
    public void Notices_a_failure_where_nothing_can_be_told() =>
        Assert.NotNull(Verdict.On(Example("not-assessable"), [Said("t3.carried_out.total")]));

    [Fact]
    public void Reads_every_kind_of_cell()
    {
        var report = Example("right", "t3.granted.* = blank", "t3.granted.total = recovered 3 raw \"３\"", "t3.carried_in.total = ambiguous 1|11").Subject.Report;

        Assert.Equal(CellState.Blank, report["t3.granted.other_org"].State);
        Assert.Equal("３", report["t3.granted.total"].Raw);
        Assert.Equal([1m, 11m], report["t3.carried_in.total"].Alternatives);
        Assert.Equal(CellState.Absent, report["t3.other_handling.total"].State);
        Assert.Equal(0, report["t4.review_total"].Value);
    }

    private static RuleCase Example(string expected, params string[] lines) =>
        RulePage.Parse("R021", ["# R021 x", $"```report f2021 {expected}", .. lines, "```"]).Cases.Single();

    private static Diagnostic Said(string at) => new("R021", Severity.Error, CheckResult.Fail, [at], "…");
}
