namespace Gongkai.Publishing;

/// <summary>网站检查指标 (单项否决 of 国办秘函〔2019〕19号): each of them, judged from the record where the record tells, and said to be 不检查, with the reason, where it does not.</summary>
public static class InspectionIndicators
{
    private const string Source = "国办秘函〔2019〕19号 单项否决指标";

    public static IReadOnlyList<IndicatorHealth> Of(HealthFacts facts, IReadOnlyList<ColumnHealth> columns, DateOnly today)
    {
        // A column below another one is seen with it.
        var open = columns.Select(one => one.Column).ToList();
        var judged = columns.Where(one => one.Column.Content == ColumnContent.Documents && open.DepthOf(one.Column) < 2).ToList();
        var stale = judged.Where(one => one.Verdicts.Any(verdict => verdict.State == HealthState.Stale)).ToList();
        return
        [
            Unknown("serious_errors", "严重表述错误、泄露秘密、违法内容、虚假日期", "出现一次", "发布前检查和公开后复查只列出疑点，是不是这类问题由人判断，见“公开后复查”。"),
            Unknown("reachable", "网站不能访问", "一周内访问不成功的占百分之五以上", "要从网站以外连续测试一周，由监测机构检查。"),
            new("home", "首页没有更新", $"{Thresholds.Of("home").Period}没有更新", [.. Home(facts, today)]),
            Counted("stale_columns", HealthState.Stale, [.. stale.Where(one => one.Column.UpdatedAs is "news" or "policy")]),
            Counted("stale_in_all", HealthState.Stale, stale),
            Counted("empty_columns", HealthState.Empty, [.. judged.Where(one => one.State == HealthState.Empty)]),
            Unknown("channel", "没有可以使用的咨询渠道", "一个也没有", "本平台还没有留言、咨询的登记；依申请公开和网站找错不是咨询渠道。"),
            Unknown("messages", "网民留言没有答复", "一年内有留言超过三个月没有答复", "本平台还没有留言的登记，无从检查答复。"),
            Unknown("services", "没有办事服务，或者办事指南缺少要素", "一个也没有，或者要素不全", "本平台没有办事服务的登记，由办事平台检查。"),
        ];
    }

    private static IEnumerable<HealthVerdict> Home(HealthFacts facts, DateOnly today)
    {
        var threshold = Thresholds.Of("home");
        if (facts.LastPublishedOn is not { } last)
            yield return new HealthVerdict(HealthState.Empty, "还没有公开过信息，首页是空的。", threshold.Source);
        else if (today > threshold.LastDay(last))
            yield return new HealthVerdict(HealthState.Stale, $"{threshold.Name}：最近一次公开是{last:yyyy年M月d日}，已过{today.DayNumber - last.DayNumber}日，超过{threshold.Period}即单项否决。", threshold.Source);
    }

    private static IndicatorHealth Counted(string key, HealthState state, List<ColumnHealth> columns)
    {
        var (threshold, most) = (Thresholds.Of(key), Thresholds.Of(key).Count!.Value);
        return new IndicatorHealth(key, threshold.Name, $"达到{most}个", columns.Count < most ? []
            : [new HealthVerdict(state, $"{threshold.Name}有{columns.Count}个，达到{most}个即单项否决：{string.Join("、", columns.Select(one => one.Column.Name))}。", threshold.Source)])
        {
            Count = columns.Count,
        };
    }

    private static IndicatorHealth Unknown(string key, string name, string asked, string why) => new(key, name, asked, [new HealthVerdict(HealthState.NotAssessed, why, Source)]);
}

/// <summary>一项指标的状况.</summary>
/// <param name="Key">For programs.</param>
/// <param name="Name">What it looks at.</param>
/// <param name="Asked">From when on it fails the site.</param>
/// <param name="Verdicts">None where it is met.</param>
public sealed record IndicatorHealth(string Key, string Name, string Asked, IReadOnlyList<HealthVerdict> Verdicts) : Assessed(Verdicts)
{
    /// <summary>Of what is counted, how many there are now.</summary>
    public int? Count { get; init; }
}
