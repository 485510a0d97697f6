using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>文中收到数: the number of requests received that the text names is that of table three.</summary>
internal sealed class ReceivedStated : StatementRule
{
    private const string New = "t3.received_new.total";
    private const string CarriedIn = "t3.carried_in.total";

    public override RuleDescriptor Descriptor { get; } = new("R047", "正文收到申请数与表三不符", "Requests received differ between text and table", Severity.Error);

    protected override bool Concerns(Statement statement) => statement is { Quantity: Quantity.Received or Quantity.Processed, IsZeroWord: false };

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        var figure = statement.Figure;
        if (SumOf(report, New) is not { } received)
            return Unreadable(report, statement, [New]);
        if (figure == received && !statement.IncludesCarriedIn)
            return null;

        var carriedIn = SumOf(report, CarriedIn);
        var handled = SumOf(report, "t3.handled_total.total");
        if (figure == received + carriedIn)
        {
            return statement.IncludesCarriedIn || statement.Quantity == Quantity.Processed || carriedIn == 0
                ? null
                : Contradiction(report, statement, [New, CarriedIn], $"正文 {figure} 件是本年新收 {received} 件与上年结转 {carriedIn} 件之和，宜写明“含上年结转”", Severity.Info);
        }

        if ((statement.Quantity == Quantity.Processed || statement.IsLoose) && figure == handled)
            return null;
        if (carriedIn is null || (handled is null && statement.Quantity == Quantity.Processed))
            return Unreadable(report, statement, carriedIn is null ? [CarriedIn] : ["t3.handled_total.total"]);

        return statement.IncludesCarriedIn
            ? Contradiction(report, statement, [New, CarriedIn], $"正文称含上年结转共 {figure} 件，表三本年新收 {received} 件加上年结转 {carriedIn} 件为 {received + carriedIn} 件")
            : Contradiction(report, statement, [New], $"正文为 {figure} 件，表三本年新收总计为 {received} 件", statement.IsLoose || SaidRightElsewhere(report, statement, received) ? Severity.Warning : null);
    }

    // Where another sentence has the right number, this one most likely counts something narrower.
    private static bool SaidRightElsewhere(Report report, Statement statement, decimal received) =>
        Prose.Of(report.Narrative).Statements.Any(other => other != statement && other.Quantity == Quantity.Received && !other.IsPartOnly && other.Figure == received) ||
        Prose.Of(report.Narrative).Statements.Where(other => other.Sentence == statement.Sentence && other.Quantity == Quantity.Received).Sum(other => other.Figure) == received;
}
