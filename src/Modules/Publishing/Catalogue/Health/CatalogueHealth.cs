using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>目录体检: which columns and lines are empty, late or long not updated on a day, and whether guide and catalogue are complete and gone through in time. A pure function; every verdict tells what it follows from.</summary>
public sealed record CatalogueHealth(DateOnly On, IReadOnlyList<ColumnHealth> Columns, IReadOnlyList<LineHealth> Lines, GuideHealth Guide, OverallHealth Overall, IReadOnlyList<IndicatorHealth> Indicators, IReadOnlyList<StatutoryItem> Uncovered)
{
    public static CatalogueHealth Of(HealthFacts facts, WorkingDays calendar, DateOnly today)
    {
        var guide = new GuideHealth([.. OfGuide(facts.Guide, today)]);
        var lines = facts.Lines.Select(line => OfLine(line, facts, calendar, today)).ToList();
        var columns = new List<ColumnHealth>();
        foreach (var column in facts.Columns.Open)
            columns.Add(OfColumn(column, facts, guide, calendar, today));
        var indicators = InspectionIndicators.Of(facts, columns, today);
        return new CatalogueHealth(today, columns, lines, guide, new OverallHealth([.. OfAll(facts, lines, indicators, calendar, today)]), indicators, Missing(facts));
    }

    private static ColumnHealth OfColumn(CatalogueColumn column, HealthFacts facts, GuideHealth guide, WorkingDays calendar, DateOnly today)
    {
        switch (column.Content)
        {
            case ColumnContent.Guide:
                return new ColumnHealth(column, facts.Guide?.Versions.Count(version => version.PublishedOn is not null) ?? 0, facts.Guide?.Published?.PublishedOn, guide.Verdicts);
            case ColumnContent.Reports:
                return new ColumnHealth(column, 0, null, [new HealthVerdict(HealthState.NotAssessed, "由年度报告供给，按年度报告的期限检查。", new Article(49).ToString())]);
            case ColumnContent.Requests:
                return new ColumnHealth(column, 0, null, [new HealthVerdict(HealthState.NotAssessed, "是申请入口，没有公开的信息。", new Article(28).ToString())]);
            case ColumnContent.Columns:
                var below = facts.Columns.Below(column.Key).Where(one => one.IsShown).ToList().Takes;
                var all = facts.Published.Where(group => below.Hold(group.Facets)).ToList();
                return new ColumnHealth(column, all.Sum(group => group.Count), Newest(all), all.Count > 0 ? [] : [Blank("下级栏目都没有公开的信息。", column)]);
            case ColumnContent.Documents when column.Rule.Ended:
                var ended = facts.Ended.Where(group => column.Takes.Hold(group.Facets)).ToList();
                return new ColumnHealth(column, ended.Sum(group => group.Count), Newest(ended), []);
            default:
                var own = facts.Published.Where(group => column.Takes.Hold(group.Facets)).ToList();
                return new ColumnHealth(column, own.Sum(group => group.Count), Newest(own),
                [
                    .. own.Count == 0 ? [Blank("没有公开的信息。", column)] : Stale(column, Newest(own)!.Value, today),
                    .. Late(facts.Slow.Where(group => column.Takes.Hold(group.Facets)), DayCount.Article26, calendar),
                    .. Unpublished(facts.Waiting.Where(group => column.Takes.Hold(group.Facets)), DayCount.Article26, calendar, today),
                    .. Undated(facts.Undated.Where(group => column.Takes.Hold(group.Facets))),
                ]);
        }
    }

    private static LineHealth OfLine(CatalogueLine line, HealthFacts facts, WorkingDays calendar, DateOnly today)
    {
        List<HealthVerdict> verdicts = [.. Incomplete(line, facts)];

        // Information given on request only is not waited for.
        if (line.Manner != DisclosureAttribute.Proactive)
            return new LineHealth(line, 0, null, [.. verdicts, new HealthVerdict(HealthState.NotAssessed, "依申请公开的事项，不检查栏目。", new Article(13, 2).ToString())]);
        var own = facts.Published.Where(group => line.Rule.Holds(group.Facets)).ToList();
        if (own.Count == 0)
            verdicts.Add(new HealthVerdict(HealthState.Empty, "目录列明应当公开，还没有公开的信息。", new Article(22).ToString()));
        else if (Overdue(line, Newest(own)!.Value, calendar, today) is { } overdue)
            verdicts.Add(overdue);
        verdicts.AddRange(Late(facts.Slow.Where(group => line.Rule.Holds(group.Facets)), line.Limit, calendar));
        verdicts.AddRange(Unpublished(facts.Waiting.Where(group => line.Rule.Holds(group.Facets)), line.Limit, calendar, today));
        verdicts.AddRange(Undated(facts.Undated.Where(group => line.Rule.Holds(group.Facets))));
        return new LineHealth(line, own.Sum(group => group.Count), Newest(own), verdicts);
    }

    /// <summary>要素不全: what a line has to say and does not, or says of a section that is no more.</summary>
    private static IEnumerable<HealthVerdict> Incomplete(CatalogueLine line, HealthFacts facts)
    {
        if (line.Missing is { Count: > 0 } missing)
            yield return new HealthVerdict(HealthState.Incomplete, $"缺少{string.Join("、", missing)}。", new Article(22).ToString());
        if (line.Section is { } section && facts.Sections?.Contains(section) == false)
            yield return new HealthVerdict(HealthState.Incomplete, "责任科室已经撤销，请改为现在的科室。", new Article(22).ToString());
    }

    /// <summary>The article asks for the columns of its items; the inspection asks that no column is empty.</summary>
    private static HealthVerdict Blank(string reason, CatalogueColumn column) =>
        new(HealthState.Empty, reason, column.TakesChosen || column is { Content: ColumnContent.Columns, Key: not StandardColumns.Statutory } ? Thresholds.Of("empty_columns").Source : $"{new Article(20)}；{Thresholds.Of("empty_columns").Source}");

    private static IEnumerable<HealthVerdict> Stale(CatalogueColumn column, DateOnly newest, DateOnly today)
    {
        if (column.UpdatedAs is { } key && Thresholds.Of(key) is var threshold && today > threshold.LastDay(newest))
            yield return new HealthVerdict(HealthState.Stale, $"{newest:yyyy年M月d日}以后没有更新，已过{today.DayNumber - newest.DayNumber}日；{threshold.Name}超过{threshold.Period}未更新即为长期未更新。", threshold.Source);
    }

    /// <summary>更新周期已过.</summary>
    private static HealthVerdict? Overdue(CatalogueLine line, DateOnly newest, WorkingDays calendar, DateOnly today)
    {
        if (line.Rhythm is not { } rhythm)
            return null;
        if (rhythm.Between(newest, today, calendar) is not { } passed)
            return NoCalendar(newest, today);
        return passed <= rhythm.Days ? null
            : new HealthVerdict(HealthState.Late, $"应当{rhythm.RhythmName}更新一次：最近一次是{newest:yyyy年M月d日}，到{today:yyyy年M月d日}已过{(rhythm with { Days = passed }).Name}。", new Article(22).ToString());
    }

    /// <summary>公开时限: from creation or change to publication, day by day of the calendar.</summary>
    private static IEnumerable<HealthVerdict> Late(IEnumerable<PublicationGroup> slow, DayCount limit, WorkingDays calendar)
    {
        var (late, unknown, counted) = (0, default(PublicationGroup), limit.Counted);
        (PublicationGroup Group, int Days)? worst = null;
        foreach (var group in slow)
        {
            if (counted.Between(group.CreatedOn, group.PublishedOn, calendar) is not { } days)
            {
                unknown ??= group;
            }
            else if (days > counted.Days)
            {
                late += group.Count;
                worst = worst is { } known && known.Days >= days ? worst : (group, days);
            }
        }

        if (worst is { } one)
        {
            yield return new HealthVerdict(
                HealthState.Late,
                $"近{Thresholds.Of("late_window").Period}有{late}件超过{limit.Name}才公开；最久的一件{one.Group.CreatedOn:yyyy年M月d日}{Began(one.Group.IsChange)}，{one.Group.PublishedOn:yyyy年M月d日}公开，用了{(counted with { Days = one.Days }).Name}，期限是{counted.Name}。",
                new Article(26).ToString());
        }

        if (unknown is not null)
            yield return NoCalendar(unknown.CreatedOn, unknown.PublishedOn);
    }

    /// <summary>逾期未公开: drafted to be public, its limit past, and still not.</summary>
    private static IEnumerable<HealthVerdict> Unpublished(IEnumerable<WaitingGroup> waiting, DayCount limit, WorkingDays calendar, DateOnly today)
    {
        var (late, unknown, counted) = (0, default(WaitingGroup), limit.Counted);
        (WaitingGroup Group, int Days)? worst = null;
        foreach (var group in waiting)
        {
            if (counted.Between(group.CreatedOn, today, calendar) is not { } days)
            {
                unknown ??= group;
            }
            else if (days > counted.Days)
            {
                late += group.Count;
                worst = worst is { } known && known.Days >= days ? worst : (group, days);
            }
        }

        if (worst is { } one)
        {
            yield return new HealthVerdict(
                HealthState.Late,
                $"有{late}件应当主动公开的还没有公开，已超过{limit.Name}；最久的一件{one.Group.CreatedOn:yyyy年M月d日}{Began(one.Group.IsChange)}，到{today:yyyy年M月d日}已过{(counted with { Days = one.Days }).Name}，期限是{counted.Name}。",
                new Article(26).ToString());
        }

        if (unknown is not null)
            yield return NoCalendar(unknown.CreatedOn, today);
    }

    /// <summary>不完整: without the day it came into being nobody can say whether it was in time.</summary>
    private static IEnumerable<HealthVerdict> Undated(IEnumerable<UndatedGroup> undated)
    {
        if (undated.Sum(group => group.Count) is > 0 and var count)
            yield return new HealthVerdict(HealthState.Incomplete, $"有{count}件没有生成日期，无法计算公开的期限。", $"{new Article(12)}、{new Article(26)}");
    }

    private static string Began(bool isChange) => isChange ? "变更" : "形成";

    private static HealthVerdict NoCalendar(DateOnly from, DateOnly to) =>
        new(HealthState.NotAssessed, $"{from:yyyy年M月d日}至{to:yyyy年M月d日}之间有的年份没有放假安排，无法计算工作日。", new Article(26).ToString());

    private static IEnumerable<HealthVerdict> OfGuide(DisclosureGuide? guide, DateOnly today)
    {
        var article = new Article(12).ToString();
        if (guide?.Published is not { } published)
        {
            yield return new HealthVerdict(HealthState.Empty, guide is null ? "还没有公开指南。" : "公开指南还没有发布。", article);
            if (guide?.Draft is not { Missing.Count: > 0 } draft)
                yield break;
            yield return new HealthVerdict(HealthState.Incomplete, $"草稿还缺少：{string.Join("、", draft.Missing)}。", article);
            yield break;
        }

        if (published.Missing is { Count: > 0 } missing)
            yield return new HealthVerdict(HealthState.Incomplete, $"缺少：{string.Join("、", missing)}。", article);
        if (published.ReviewBy is { } review && today > review)
            yield return new HealthVerdict(HealthState.Stale, $"应当在{review:yyyy年M月d日}前核对，已过{today.DayNumber - review.DayNumber}日。", article);
    }

    private static IEnumerable<HealthVerdict> OfAll(HealthFacts facts, List<LineHealth> lines, IReadOnlyList<IndicatorHealth> indicators, WorkingDays calendar, DateOnly today)
    {
        foreach (var verdict in Unpublished(facts.Waiting, DayCount.Article26, calendar, today).Concat(Undated(facts.Undated)))
            yield return verdict;
        var shown = facts.Columns.Where(column => column.IsShown && column.Content == ColumnContent.Documents).ToList();
        if (facts.Published.Where(group => shown.TrueForAll(column => !column.Takes.Hold(group.Facets))).Sum(group => group.Count) is > 0 and var unplaced)
            yield return new HealthVerdict(HealthState.Incomplete, $"已公开的有{unplaced}件无法归入栏目，哪个栏目都看不到。", new Article(20).ToString());
        if (facts.Catalogue is not { Versions.Count: > 0 } catalogue)
            yield return new HealthVerdict(HealthState.Empty, facts.Lines.Count == 0 ? "主动公开基本目录还没有条目。" : "主动公开基本目录还没有发布。", new Article(12).ToString());
        else if (catalogue.ReviewBy is { } review && today > review)
            yield return new HealthVerdict(HealthState.Stale, $"目录应当在{review:yyyy年M月d日}前核对，已过{today.DayNumber - review.DayNumber}日。", new Article(12).ToString());

        if (lines.FindAll(one => one.Verdicts.Any(verdict => verdict.State == HealthState.Incomplete)) is { Count: > 0 } incomplete)
            yield return new HealthVerdict(HealthState.Incomplete, $"有{incomplete.Count}个条目要素不全：{string.Join("、", incomplete.Select(one => $"第{one.Line.Number}条{one.Line.Matter}"))}。", new Article(22).ToString());

        // What would fail an inspection stands at the top; what cannot be judged here stands in its list.
        foreach (var verdict in indicators.SelectMany(one => one.Verdicts).Where(verdict => verdict.State != HealthState.NotAssessed))
            yield return verdict;
    }

    /// <summary>Items of article 20 that no line names: to be added, or not this body's work.</summary>
    private static IReadOnlyList<StatutoryItem> Missing(HealthFacts facts) =>
        [.. Classes.Article20.Where(item => item.Number.Length > 0 && facts.Lines.All(line => line.Article20Item != item.Key))];

    private static DateOnly? Newest(List<PublishedGroup> groups) => groups.Count == 0 ? null : groups.Max(group => group.NewestOn);
}
