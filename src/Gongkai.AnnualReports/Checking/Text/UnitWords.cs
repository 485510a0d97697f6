using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>量词: requests, cases and documents are counted in 件.</summary>
internal sealed class UnitWords : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R072", "量词不当", "Unit word does not fit", Severity.Info);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Counted(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report) =>
        from statement in Counted(report)
        where statement.Unit is "条" or "次" or "篇" or "人次"
        let clause = statement.Sentence.ClauseAround(statement.Start, statement.End)
        select Fail([statement.Sentence.Section.Key], $"这里以“{statement.Unit}”计数，表格以“件”计。正文：“{clause.Text}”", clause.Place, suggestion: $"{statement.Figure}件");

    private static IEnumerable<Statement> Counted(Report report) =>
        Prose.Of(report.Narrative).Statements.Where(statement => statement is { IsZeroWord: false, IsLoose: false } and
        {
            Quantity: Quantity.Received or Quantity.Handled or Quantity.CarriedIn or Quantity.CarriedOut or Quantity.Processed or Quantity.Review or Quantity.Litigation or Quantity.Documents,
        });
}
