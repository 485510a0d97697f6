namespace Gongkai.AnnualReports.Checking.Years;

/// <summary>格式变化: between the two editions only 表三, 表四 and the numbers of decisions mean the same.</summary>
public sealed class EditionChange : SameBodyRule
{
    public override RuleDescriptor Descriptor { get; } = new("R077", "前后两年格式不同", "The two years follow different editions of the form", Severity.Info);

    protected override IEnumerable<Diagnostic> Compare(Report report, Report earlier)
    {
        if (ReferenceEquals(report.Form, earlier.Form))
            yield break;
        yield return Fail(
            ["t2.art20_1"],
            $"{earlier.Year}年报告用{earlier.Form!.Name}，本报告用{report.Form!.Name}，只比较表三、表四和处理决定数量；规章、规范性文件等各栏含义不同，不作比较");
    }
}
