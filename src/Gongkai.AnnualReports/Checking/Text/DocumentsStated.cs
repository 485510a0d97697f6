using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>文中规章、规范性文件数: documents the text names are those of table two, by what was done with them.</summary>
internal sealed class DocumentsStated : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R060", "正文规章、规范性文件数与表二不符", "Rules and normative documents differ between text and table", Severity.Warning);

    protected override bool Concerns(Statement statement) => statement.Quantity == Quantity.Documents;

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        // The form of 2021 does not count what was published, that of 2019 not what was repealed or is in force.
        string[] columns = (statement.Other, report.Edition) switch
        {
            ("issued_this_year", _) => ["issued_this_year"],
            ("published_this_year", "trial2019") => ["published_this_year", "public_total", "issued_this_year"],
            ("in_force", "trial2019") => [],
            ("repealed_this_year" or "in_force", "f2021") => [statement.Other],
            _ => [],
        };
        if (columns.Length == 0)
            return null;

        var paths = Paths(statement, columns[0]);
        if (SumOf(report, paths) is not { } printed)
            return Unreadable(report, statement, paths);
        return columns.Any(column => SumOf(report, Paths(statement, column)) == statement.Figure)
            ? null
            : Contradiction(report, statement, paths, $"正文为 {statement.Figure} 件，表二为 {printed} 件");
    }

    private static IReadOnlyList<string> Paths(Statement statement, string column) =>
        new Statement(Quantity.Documents, 0, statement.Sentence, 0, 0) { Item = statement.Item, Other = column }.Paths(form: null);
}

/// <summary>文中处理决定数: licensing, penalties and coercive measures.</summary>
internal sealed class DecisionsStated : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R061", "正文行政许可、处罚、强制数与表二不符", "Decisions differ between text and table", Severity.Warning);

    protected override bool Concerns(Statement statement) => statement.Quantity == Quantity.Decisions;

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        var paths = statement.Paths(report.Form);
        if (SumOf(report, paths) is not { } printed)
            return Unreadable(report, statement, paths);
        return statement.Figure == printed ? null : Contradiction(report, statement, paths, $"正文为 {statement.Figure} 件，表二处理决定数量为 {printed} 件");
    }
}
