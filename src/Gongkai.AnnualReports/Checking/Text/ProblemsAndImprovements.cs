namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>问题与改进: section five names problems and improvements, both concretely (国办公开办函〔2021〕30号).</summary>
internal sealed class ProblemsAndImprovements : ReportRule
{
    private const int FewWords = 40;

    private static readonly string[] s_problems =
        ["问题", "不足", "短板", "差距", "薄弱", "不够", "有待", "欠缺", "尚需", "还需", "仍需", "不强", "不高", "不深", "不及时", "困难", "缺乏", "不到位", "不全面", "不平衡", "单一", "滞后", "瓶颈", "弱项", "需进一步", "需要进一步"];

    private static readonly string[] s_improvements =
        ["下一步", "下步", "下一阶段", "接下来", "改进", "今后", "将", "措施", "举措", "对策", "整改", "打算", "继续", "持续", "着力", "针对", "努力"];

    public override RuleDescriptor Descriptor { get; } = new("R064", "第五部分问题或改进不全", "Section five lacks problems or improvements", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report is { Form: not null } report && report.Narrative["s5"] is not null;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var section = report.Narrative["s5"]!;
        var text = string.Concat(section.Text.Where(c => !char.IsWhiteSpace(c)));
        var place = section.HeadingPlace ?? section.PlaceAt(0, section.Text.Length > 60 ? section.Text[..60] : section.Text);
        if (section.Text.Length > 0 && section.PlaceAt(0, section.Text.Length > 60 ? section.Text[..60] : section.Text) is { } start)
            place = start;

        if (text.Trim('。', '，', '.', '/', '-').Length <= 6)
        {
            yield return Fail(["s5"], text.Length == 0 ? "没有内容" : $"只写了“{text}”", place);
            yield break;
        }

        var problems = s_problems.Any(word => text.Contains(word, StringComparison.Ordinal));
        var improvements = s_improvements.Any(word => text.Contains(word, StringComparison.Ordinal));
        if (!problems || !improvements)
            yield return Fail(["s5"], problems ? "写了问题，没有写改进措施" : improvements ? "写了改进措施，没有写存在的问题" : "没有写存在的问题和改进措施", place);
        else if (text.Length < FewWords)
            yield return Fail(["s5"], $"只有 {text.Length} 个字，问题和改进措施都要写具体", place);
    }
}
