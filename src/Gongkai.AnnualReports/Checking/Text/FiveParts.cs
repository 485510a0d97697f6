using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>总体情况五方面: section one covers the five parts; a government adds the results of art. 50, item 4.</summary>
internal sealed class FiveParts : ReportRule
{
    private const int MostCharacters = 1000;

    // Name, words of a heading that mean it, words that name it differently, words that show it where there are no headings.
    private static readonly Part[] s_parts =
    [
        new("主动公开", ["主动公开", "公开内容", "重点领域", "公开情况"], [], ["主动公开", "发布", "公开"]),
        new("依申请公开", ["依申请", "申请公开", "公开申请"], [], ["依申请公开", "公开申请", "申请公开"]),
        new("政府信息管理", ["信息管理", "信息资源", "规范管理", "信息发布审核", "信息审核"], ["管理机制", "信息审查"], ["信息管理", "审核", "审查", "公开属性", "规范性文件清理"]),
        new("政府信息公开平台建设", ["平台建设", "平台", "网站建设", "门户网站", "网站", "新媒体", "载体", "渠道"], [], ["网站", "平台", "新媒体", "公众号"]),
        new("监督保障", ["监督保障", "监督", "保障", "考核", "教育培训"], ["组织推进", "组织领导", "组织机构", "工作机制", "组织", "制度建设", "队伍"], ["监督", "考核", "培训", "领导小组", "保障", "督查"]),
    ];

    private static readonly (string Name, string[] Words)[] s_results =
    [
        ("工作考核", ["考核", "考评", "评估", "测评", "绩效"]),
        ("社会评议", ["评议", "满意度调查", "公众评价"]),
        ("责任追究", ["责任追究", "追责", "问责", "追究责任"]),
    ];

    public override RuleDescriptor Descriptor { get; } = new("R065", "第一部分内容不全", "Section one does not cover the five parts", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report is { Form: not null } report && report.Narrative["s1"] is { Text.Length: > 0 };

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var section = report.Narrative["s1"]!;
        var place = section.HeadingPlace ?? section.PlaceAt(0, section.Text.Length > 60 ? section.Text[..60] : section.Text);
        var headings = Headings(report);
        List<string> missing = [];
        foreach (var part in s_parts)
        {
            if (headings.Count < 2 ? part.Shows(section.Text) : headings.Exists(part.IsMeantBy))
                continue;
            if (part.Name == "主动公开" && Prose.Of(report.Narrative).Sentences.Any(sentence => sentence.Section.Key == "s2" && sentence.Text.Contains("公开", StringComparison.Ordinal)))
                continue;
            if (headings.Count >= 2 && headings.Find(part.IsNamedDifferentlyBy) is { } other)
                yield return Fail(["s1"], $"“{part.Name}”部分写作“{other}”，宜用规定的名称", place, Severity.Info);
            else
                missing.Add(part.Name);
        }

        if (missing.Count > 0)
            yield return Fail(["s1"], $"没有看到：{string.Join('、', missing)}", place);

        var length = section.Text.Count(c => !char.IsWhiteSpace(c));
        if (report.Edition == "f2021" && length > MostCharacters)
            yield return Fail(["s1"], $"篇幅 {length} 字，原则上不超过一千字", place, Severity.Info);

        if (report.Organ?.EndsWith("人民政府", StringComparison.Ordinal) == true && ResultsMissing(report) is { Count: > 0 } results)
            yield return Fail(["s1"], $"各级人民政府的年度报告应当包括工作考核、社会评议和责任追究结果情况，没有看到：{string.Join('、', results)}", place, results.Count == 3 ? Severity.Error : Severity.Warning);
    }

    // （一）主动公开情况 … : the words behind the number, up to the first stop.
    private static List<string> Headings(Report report)
    {
        List<string> headings = [];
        foreach (var sentence in Prose.Of(report.Narrative).Sentences)
        {
            if (sentence.Section.Key != "s1" || !sentence.OpensPart)
                continue;
            var text = sentence.Text;
            var close = text.IndexOf('）', StringComparison.Ordinal) + 1;
            var end = text.AsSpan(close).IndexOfAny('，', '：', '；');
            headings.Add(end is < 0 or > 30 ? text[close..Math.Min(text.Length, close + 16)] : WithNext(text, close, end));
        }

        return headings;
    }

    // （一）加强领导，监督保障。 has two halves.
    private static string WithNext(string text, int start, int length) => text.Length <= start + 24 ? text[start..] : text.Substring(start, length);

    private static List<string> ResultsMissing(Report report)
    {
        var sections = report.Narrative.Sections.Where(section => section.Key != "s5").ToList();
        return [.. s_results.Where(result => !sections.Exists(section => result.Words.Any(word => section.Text.Contains(word, StringComparison.Ordinal)))).Select(result => result.Name)];
    }

    private sealed record Part(string Name, string[] Headings, string[] OtherNames, string[] Words)
    {
        public bool IsMeantBy(string heading) => Headings.Any(word => heading.Contains(word, StringComparison.Ordinal));

        public bool IsNamedDifferentlyBy(string heading) => OtherNames.Any(word => heading.Contains(word, StringComparison.Ordinal));

        public bool Shows(string text) => Words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
