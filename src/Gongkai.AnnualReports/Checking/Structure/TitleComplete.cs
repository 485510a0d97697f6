using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>标题: {机关名称}{年份}年政府信息公开工作年度报告.</summary>
public sealed partial class TitleComplete : Rule
{
    private const string Phrase = "政府信息公开工作年度报告";

    public override RuleDescriptor Descriptor { get; } = new("R016", "报告标题不完整", "The title lacks the body, the year or the name of the report", Severity.Warning);

    public override bool AppliesTo(Subject subject) => true;

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var report = subject.Report;
        var title = string.Concat((report.Title ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (title.Length == 0)
        {
            yield return Fail(["title"], $"没有标题；请写“{report.Organ ?? "机关名称"}{report.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "年份"}年{Phrase}”");
            yield break;
        }

        List<string> missing = [];
        if (!title.Contains(Phrase, StringComparison.Ordinal))
            missing.Add($"“{Phrase}”");
        if (!Year().IsMatch(title))
            missing.Add("年份");
        if (!HasOrgan(title))
            missing.Add("机关名称");
        if (missing.Count > 0)
            yield return Fail(["title"], $"“{title}”缺{string.Join("、", missing)}；标题应为“机关名称＋年份＋年{Phrase}”");
    }

    /// <summary>What is left of the title without year, name of the report and the words between must still name somebody.</summary>
    private static bool HasOrgan(string title)
    {
        var left = Filler().Replace(Year().Replace(title, ""), "");
        return left.Count(c => c is >= '\u4e00' and <= '\u9fff') >= 2;
    }

    [GeneratedRegex("(20\\d{2}|二[〇○零]\\w{2})年度?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex("政府信息公开|政务公开|信息公开|工作|年度|报告|年报|关于|的|情况", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Filler();
}
