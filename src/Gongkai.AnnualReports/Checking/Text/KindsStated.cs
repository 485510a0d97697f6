using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>申请人类别: requests by kind of applicant that the text names are those of the columns of table three.</summary>
internal sealed class KindsStated : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R052", "正文分申请人类别数与表三不符", "Requests by kind of applicant differ between text and table", Severity.Error);

    // 不予公开3件，其中自然人2件 counts within an outcome.
    protected override bool Concerns(Statement statement) =>
        statement is { Quantity: Quantity.Kind, IsLoose: false, Whole: null or { Quantity: Quantity.Received or Quantity.Processed or Quantity.Handled } };

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        var paths = statement.Paths(report.Form);
        IReadOnlyList<string> carried = [.. paths.Select(path => path.Replace("received_new", "carried_in", StringComparison.Ordinal))];
        var figure = statement.Figure;
        if (SumOf(report, paths) is not { } received)
            return Unreadable(report, statement, paths);
        if (figure == received)
            return null;
        if (SumOf(report, carried) is not { } carriedIn)
            return Unreadable(report, statement, carried);
        if (figure == received + carriedIn)
        {
            return statement.Whole is { IncludesCarriedIn: true } or { Quantity: not Quantity.Received }
                ? null
                : Contradiction(report, statement, paths, $"正文 {figure} 件是本年新收 {received} 件与上年结转 {carriedIn} 件之和，宜写明“含上年结转”", Severity.Info);
        }

        // 办结…其中自然人; 企业 for every organisation beside 自然人.
        if (figure == SumOf(report, [.. paths.Select(path => path.Replace("received_new", "handled_total", StringComparison.Ordinal))]) || (statement.Item == "commercial_enterprise" && figure == Organisations(report)))
            return null;
        return Contradiction(report, statement, paths, $"正文为 {figure} 件，表三该类申请人本年新收为 {received} 件");
    }

    private static decimal? Organisations(Report report) =>
        SumOf(report, [.. report.Form!["t3"].Columns.Where(column => column.Key is not ("natural_person" or "total")).Select(column => $"t3.received_new.{column.Key}")]);
}
