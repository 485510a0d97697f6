namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>规章制定权: only bodies with rule-making power have rules (规章制定程序条例) to count.</summary>
public sealed class RulesNeedPower : Rule
{
    private static readonly string[] s_withoutPower = ["county", "township"];

    public override RuleDescriptor Descriptor { get; } = new("R043", "没有规章制定权却填有规章", "Rules counted by a body without rule-making power", Severity.Warning);

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var power = subject.Facts?.RuleMakingPower ?? (s_withoutPower.Contains(subject.Facts?.Level) ? false : null);
        if (power == true)
            yield break;

        var report = subject.Report;
        var table = report.Form!["t2.art20_1"];
        List<string>? counted = null;
        List<int>? unknown = null;
        foreach (var column in table.Columns)
        {
            var path = $"t2.art20_1.rules.{column.Key}";
            if (report[path].Value is > 0)
                (counted ??= []).Add(path);
            else if (!Sums.IsUsable(report, report.Form.IndexOf(path)))
                (unknown ??= []).Add(report.Form.IndexOf(path));
        }

        if (counted is null)
        {
            if (unknown is not null)
                yield return CannotTell([.. unknown.Select(index => report.Form.Cells[index].Path)], Sums.WhyNot(report, [.. unknown]));
            yield break;
        }

        if (power is null)
            yield return CannotTell(counted, "表二填有规章，需要知道本机关有没有规章制定权", report[counted[0]].Source);
        else
            yield return Fail(counted, $"本机关没有规章制定权，“规章”一行应为 0（现填 {string.Join("、", counted.Select(path => Wording.Figure(report[path].Value!.Value)))}）；行政规范性文件请填下一行", report[counted[0]].Source);
    }
}
