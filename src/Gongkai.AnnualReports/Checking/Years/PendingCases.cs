namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>尚未审结: cases open at the end of last year appear again this year, with whatever result.</summary>
public sealed class PendingCases : SameBodyRule
{
    private static readonly (string Key, string Name)[] s_blocks = [("review", "行政复议"), ("direct", "未经复议直接起诉"), ("after_review", "复议后起诉")];

    public override RuleDescriptor Descriptor { get; } = new("R079", "上年尚未审结的案件本年没有列入", "Cases pending last year do not appear this year", Severity.Warning);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier) =>
        from block in s_blocks
        let found = Across(
            report, [$"t4.{block.Key}_total"],
            earlier, [$"t4.{block.Key}_pending"],
            (total, pending) => total >= pending ? null
                : $"{block.Name}，{earlier.Year}年报告尚未审结 {pending:0.##} 件，本年总计只有 {total:0.##} 件")
        where found is not null
        select found;
}
