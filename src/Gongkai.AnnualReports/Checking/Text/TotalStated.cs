using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>A figure of the text that stands in the total column of one row of table three.</summary>
internal abstract class TotalStated(Quantity quantity, string row, string name) : StatementRule
{
    protected string Path { get; } = $"t3.{row}.total";

    protected override bool Concerns(Statement statement) => statement.Quantity == quantity;

    protected override Diagnostic? Judge(Report report, Statement statement)
    {
        if (SumOf(report, Path) is not { } printed)
            return Unreadable(report, statement, [Path]);
        return statement.Figure == printed || IsOtherwiseExplained(report, statement, printed)
            ? null
            : Contradiction(report, statement, [Path], $"正文为 {statement.Figure} 件，表三{name}总计为 {printed} 件", statement.IsLoose ? Severity.Warning : null);
    }

    protected virtual bool IsOtherwiseExplained(Report report, Statement statement, decimal printed) => false;
}

/// <summary>文中上年结转数.</summary>
internal sealed class CarriedInStated() : TotalStated(Quantity.CarriedIn, "carried_in", "“二、上年结转”")
{
    public override RuleDescriptor Descriptor { get; } = new("R048", "正文上年结转数与表三不符", "Requests carried in differ between text and table", Severity.Error);
}

/// <summary>文中办结数.</summary>
internal sealed class HandledStated() : TotalStated(Quantity.Handled, "handled_total", "“（七）总计”")
{
    public override RuleDescriptor Descriptor { get; } = new("R049", "正文办结数与表三不符", "Requests handled differ between text and table", Severity.Error);

    // 收到12件，其中办结11件 counts those of this year; what came over from last year is left out.
    protected override bool IsOtherwiseExplained(Report report, Statement statement, decimal printed) =>
        Prose.Of(report.Narrative).Statements.Where(other => other.Sentence == statement.Sentence && other.Quantity == Quantity.Handled).Sum(other => other.Figure) == printed ||
        statement.Whole is { IncludesCarriedIn: false } && SumOf(report, "t3.carried_in.total") is { } carriedIn && statement.Figure == printed - carriedIn;
}

/// <summary>文中结转下年度数.</summary>
internal sealed class CarriedOutStated() : TotalStated(Quantity.CarriedOut, "carried_out", "“四、结转下年度继续办理”")
{
    public override RuleDescriptor Descriptor { get; } = new("R050", "正文结转下年度数与表三不符", "Requests carried out differ between text and table", Severity.Error);
}
