using System.Globalization;
using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>部分数: the number of parts the report announces is the number it lists.</summary>
internal sealed class PartsAnnounced : ReportRule
{
    private static readonly string[] s_openings = ["包括", "包含", "分为", "内容为", "主要为", "由", "从", "：", "为"];

    // Names of sections that hold a comma or an "and" of their own.
    private static readonly (string Name, string Short)[] s_names =
    [
        ("行政复议、行政诉讼", "行政复议诉讼"), ("行政复议、提起行政诉讼", "行政复议诉讼"), ("行政复议及行政诉讼", "行政复议诉讼"), ("行政复议和行政诉讼", "行政复议诉讼"), ("行政复议和提起行政诉讼", "行政复议诉讼"), ("行政复议及提起行政诉讼", "行政复议诉讼"),
        ("收到和处理", "收到处理"), ("问题及改进", "问题改进"), ("问题和改进", "问题改进"), ("问题及整改", "问题改进"), ("问题、改进", "问题改进"), ("以及", "、"), ("和其他", "、其他"), ("及其他", "、其他"), ("和存在", "、存在"), ("及存在", "、存在"),
    ];

    public override RuleDescriptor Descriptor { get; } = new("R067", "所称部分数与所列不符", "Announced number of parts differs from those listed", Severity.Info);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Announcements(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var (sentence, announced, items, at) in Announcements(report))
        {
            if (announced == items.Count)
                continue;
            var (text, place) = sentence.ClauseAround(at, at + 2);
            yield return Fail([sentence.Section.Key], $"称 {announced.ToString(CultureInfo.InvariantCulture)} 部分，列出 {items.Count} 项：{string.Join('、', items)}", place is null ? null : place with { Text = text });
        }
    }

    private static IEnumerable<(Sentence Sentence, int Announced, IReadOnlyList<string> Items, int At)> Announcements(Report report)
    {
        foreach (var sentence in Prose.Of(report.Narrative).Sentences.Where(sentence => sentence.Section.Key is "lead" or "s1"))
        {
            var text = sentence.Folded.Text;
            var at = text.IndexOf("部分", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal);
            if (at < 0 || NumberBefore(text, sentence.Start, at, out var start) is not { } announced || announced is < 3 or > 12)
                continue;
            if (ItemsOf(text[Math.Max(sentence.Start, start - 300)..start]) is { Count: >= 3 } items)
                yield return (sentence, announced, items, start);
        }
    }

    private static int? NumberBefore(string text, int from, int at, out int start)
    {
        var end = at;
        if (end > from && text[end - 1] is '个' or '大')
            end--;
        start = end;
        while (start > from && (ChineseNumeral.IsPart(text[start - 1]) || char.IsAsciiDigit(text[start - 1])))
            start--;
        if (start == end)
            return null;
        var number = text[start..end];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic) ? arabic : (int?)ChineseNumeral.Parse(number);
    }

    private static string Restored(string item) => s_names.Take(11).Aggregate(item, (text, name) => text.Replace(name.Short, name.Name, StringComparison.Ordinal));

    private static List<string> ItemsOf(string text)
    {
        foreach (var (name, shorter) in s_names)
            text = text.Replace(name, shorter, StringComparison.Ordinal);
        var pause = text.IndexOf('、', StringComparison.Ordinal);
        if (pause < 0)
            return [];
        var start = s_openings.Select(opening => text.LastIndexOf(opening, pause, StringComparison.Ordinal) is var at and >= 0 ? at + opening.Length : -1).Max();
        if (start < 0)
            return [];
        var list = text[start..];
        if (list.EndsWith('共'))
            list = list[..^1].TrimEnd('，');
        if (list.EndsWith('等'))
            list = list[..^1];
        return list.Contains('；', StringComparison.Ordinal) ? [] : [.. list.Split('、', '，').Select(item => item.Trim('“', '”', '《', '》')).Where(item => item.Length > 1).Select(Restored)];
    }
}
