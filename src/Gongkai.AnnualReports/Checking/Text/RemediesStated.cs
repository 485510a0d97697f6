using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>文中行政复议、行政诉讼数: cases the text names are those of table four; 未发生 is nought.</summary>
internal abstract class CasesStated : StatementRule
{
    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        var paths = statement.Paths(report.Form);
        if (SumOf(report, paths) is not { } printed)
            return Unreadable(report, statement, paths);
        if (statement.Figure == printed)
            return null;

        var rightElsewhere = Prose.Of(report.Narrative).Statements.Any(other => other != statement && other.Quantity == statement.Quantity && other.Item == statement.Item && other.Figure == printed);
        return Contradiction(report, statement, paths, statement.IsZeroWord ? $"正文称没有，表四为 {printed} 件" : $"正文为 {statement.Figure} 件，表四为 {printed} 件", rightElsewhere ? Severity.Warning : null);
    }
}

/// <summary>文中行政复议数.</summary>
internal sealed class ReviewsStated : CasesStated
{
    public override RuleDescriptor Descriptor { get; } = new("R057", "正文行政复议数与表四不符", "Reconsideration cases differ between text and table", Severity.Error);

    protected override bool Concerns(Statement statement) => statement.Quantity is Quantity.Review or Quantity.Remedies;
}

/// <summary>文中行政诉讼数: both blocks of table four together.</summary>
internal sealed class LawsuitsStated : CasesStated
{
    public override RuleDescriptor Descriptor { get; } = new("R058", "正文行政诉讼数与表四不符", "Court cases differ between text and table", Severity.Error);

    protected override bool Concerns(Statement statement) => statement.Quantity == Quantity.Litigation;
}

/// <summary>文中案件结果: 维持, 纠正, 尚未审结.</summary>
internal sealed class ResultsStated : StatementRule
{
    public override RuleDescriptor Descriptor { get; } = new("R059", "正文案件结果与表四不符", "Results of cases differ between text and table", Severity.Warning);

    protected override bool Concerns(Statement statement) => statement.Quantity == Quantity.Result;

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        var paths = statement.Paths(report.Form);
        if (SumOf(report, paths) is not { } printed)
            return Unreadable(report, statement, paths);
        return statement.Figure == printed ? null : Contradiction(report, statement, paths, $"正文为 {statement.Figure} 件，表四该结果为 {printed} 件");
    }
}
