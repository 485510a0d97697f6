using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>办理结果: requests by outcome that the text names are those of the rows, or groups of rows, of table three.</summary>
internal sealed class OutcomesStated : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R053", "正文办理结果数与表三不符", "Requests by outcome differ between text and table", Severity.Error);

    protected override bool Concerns(Statement statement) => statement.Quantity == Quantity.Outcome;

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        var paths = PathsIn(report, statement);
        if (SumOf(report, paths) is not { } printed)
            return Unreadable(report, statement, paths);
        if (statement.Figure == printed)
            return null;
        if (Lumped(report, statement, printed) is { } with)
            return Contradiction(report, statement, paths, $"正文 {statement.Figure} 件合并计算了{with}，表三该项为 {printed} 件，宜分别写明", Severity.Info);
        return Contradiction(report, statement, paths, $"正文为 {statement.Figure} 件，表三该项总计为 {printed} 件");
    }

    // Some reports keep 其他处理 as one row in the form of 2021.
    private static IReadOnlyList<string> PathsIn(Report report, Statement statement) =>
        statement.Item == "other_handling" && report["t3.other_handling.total"].IsUsable ? ["t3.other_handling.total"] : statement.Paths(report.Form);

    // 予以公开 is often said of 部分公开 too, and 不予公开 of everything that was not given, where the text does not name those apart.
    private static string? Lumped(Report report, Statement statement, decimal printed)
    {
        string[] neighbours = statement.Item switch
        {
            "granted" => ["partially_granted"],
            "refused" => ["unavailable", "not_processed", "other_handling"],
            "unavailable" => ["not_processed", "other_handling"],
            "not_processed" => ["other_handling"],
            _ => [],
        };

        var said = Prose.Of(report.Narrative).Statements;
        var sum = printed;
        List<string> names = [];
        foreach (var neighbour in neighbours.Where(key => !said.Any(other => other.Quantity == Quantity.Outcome && other.Item.StartsWith(key, StringComparison.Ordinal))))
        {
            if (SumOf(report, [.. OutcomeRows.Of(neighbour, report.Form).Select(row => $"t3.{row}.total")]) is not { } more)
                return null;
            sum += more;
            names.Add(neighbour switch { "partially_granted" => "“部分公开”", "unavailable" => "“无法提供”", "not_processed" => "“不予处理”", _ => "“其他处理”" });
            if (sum == statement.Figure && more > 0)
                return string.Join('、', names);
        }

        return null;
    }
}
