using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>未收到申请: where the text says that none came, table three counts none as new.</summary>
internal sealed class NoneReceived : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R054", "正文称未收到申请而表三有新收", "Text says no requests were received but the table counts some", Severity.Error);

    protected override bool Concerns(Statement statement) => statement is { Quantity: Quantity.Received, IsZeroWord: true };

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        // 未收到个人申请 speaks of natural persons only.
        IReadOnlyList<string> paths = statement.Item.Length == 0
            ? ["t3.received_new.total"]
            : [.. new Statement(Quantity.Kind, 0, statement.Sentence, statement.Start, statement.End) { Item = statement.Item }.Paths(report.Form)];
        if (SumOf(report, paths) is not { } received)
            return Unreadable(report, statement, paths);
        return received == 0 ? null : Contradiction(report, statement, paths, $"表三本年新收为 {received} 件");
    }
}

/// <summary>未收到申请而有结转: where the text says that none came, requests carried over and handled are still worth a word.</summary>
internal sealed class NoneReceivedButHandled : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R055", "正文称未收到申请而表三有结转或办结", "Text says no requests were received but the table carries or handles some", Severity.Warning);

    protected override bool Concerns(Statement statement) => statement is { Quantity: Quantity.Received, IsZeroWord: true };

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        if (Prose.Of(report.Narrative).Statements.Any(other => other is { Quantity: Quantity.CarriedIn or Quantity.Handled, Figure: > 0 }))
            return null;
        if (SumOf(report, "t3.carried_in.total") is not { } carriedIn || SumOf(report, "t3.handled_total.total") is not { } handled)
            return Unreadable(report, statement, ["t3.carried_in.total", "t3.handled_total.total"]);
        if (SumOf(report, "t3.received_new.total") is null or > 0 || (carriedIn == 0 && handled == 0))
            return null;
        return Contradiction(report, statement, carriedIn > 0 ? ["t3.carried_in.total", "t3.handled_total.total"] : ["t3.handled_total.total"], $"表三上年结转 {carriedIn} 件、本年办结 {handled} 件，正文没有交代");
    }
}

/// <summary>均已办结: where the text says that all are answered, none is carried into the next year.</summary>
internal sealed class AllHandled : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R056", "正文称均已办结而表三有结转下年度", "Text says all requests were answered but the table carries some over", Severity.Warning);

    protected override bool Concerns(Statement statement) => statement.Quantity == Quantity.AllDone;

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        const string Path = "t3.carried_out.total";
        if (Prose.Of(report.Narrative).Statements.Any(other => other is { Quantity: Quantity.CarriedOut, Figure: > 0 }))
            return null;
        if (SumOf(report, Path) is not { } carriedOut)
            return Unreadable(report, statement, [Path]);
        return carriedOut == 0 ? null : Contradiction(report, statement, [Path], $"表三结转下年度继续办理为 {carriedOut} 件");
    }
}
