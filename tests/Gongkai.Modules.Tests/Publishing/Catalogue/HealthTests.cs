using Gongkai.Bodies;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Publishing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>目录体检 (articles 12, 20, 22 and 26; platform thresholds): plain values in, verdicts out.</summary>
public sealed class HealthTests
{
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private static readonly SectionId s_section = new(Guid.NewGuid());
    private static readonly Actor s_officer = new("1", "路嘉树");

    [Fact]
    public void A_column_without_a_document_is_empty_and_so_is_a_line()
    {
        var health = Of(Facts() with { Lines = [Line("a20_05", "a20_05")] });

        Assert.Equal(HealthState.Empty, Column(health, "a20_05").State);
        Assert.Equal(HealthState.Empty, health.Lines.Single().State);
        Assert.Equal(HealthState.Empty, Column(health, "statutory_content").State);
        Assert.StartsWith(new Article(22).ToString(), health.Lines.Single().Verdicts[0].Basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a20_01", "2025-09-02", false)]
    [InlineData("a20_01", "2025-09-01", true)]
    [InlineData("a20_05", "2025-09-01", false)]
    [InlineData("a20_05", "2025-03-02", false)]
    [InlineData("a20_05", "2025-03-01", true)]
    [InlineData("a20_02", "2015-03-01", false)]
    public void A_column_is_long_not_updated_by_the_threshold_of_its_kind(string item, string newest, bool isStale)
    {
        var column = Column(Of(Facts() with { Published = [Published(item, DateOnly.Parse(newest, null))] }), item);

        Assert.Equal(isStale ? HealthState.Stale : HealthState.Good, column.State);
        Assert.All(column.Verdicts, verdict => Assert.Contains(DateOnly.Parse(newest, null).ToString("yyyy年M月d日", null), verdict.Reason, StringComparison.Ordinal));
    }

    [Theory]

    // 国庆节、中秋节 2025: 28 September is worked, 1 to 8 October are not, 11 October is worked.
    [InlineData("2025-09-10", "2025-10-15", true)]
    [InlineData("2025-09-10", "2025-10-14", false)]
    [InlineData("2025-11-03", "2025-12-01", false)]
    [InlineData("2025-11-03", "2025-12-02", true)]
    public void Article_26_counts_twenty_working_days_by_the_calendar(string created, string published, bool isLate)
    {
        var (from, to) = (DateOnly.Parse(created, null), DateOnly.Parse(published, null));

        var column = Column(Of(Facts() with { Published = [Published("a20_05", to)], Slow = [new(Facets("a20_05"), from, to, 3)] }), "a20_05");

        Assert.Equal(isLate ? HealthState.Late : HealthState.Good, column.State);
        if (isLate)
        {
            Assert.Contains("有3件超过20个工作日才公开", column.Verdicts[0].Reason, StringComparison.Ordinal);
            Assert.Contains("用了21个工作日", column.Verdicts[0].Reason, StringComparison.Ordinal);
            Assert.Equal(new Article(26).ToString(), column.Verdicts[0].Basis);
        }
    }

    [Theory]
    [InlineData("2026-01-26", true)]
    [InlineData("2026-01-27", false)]
    [InlineData("2008-01-27", null)]
    public void What_was_drafted_and_not_published_in_time_is_late_too(string created, bool? isLate)
    {
        // 春节 2026: 15 to 23 February are not worked, 14 and 28 are.
        var facts = Facts() with { Published = [Published("a20_05", s_today)], Waiting = [new(Facets("a20_05"), DateOnly.Parse(created, null), 2)] };

        var health = Of(facts);

        var expected = isLate switch { true => HealthState.Late, false => HealthState.Good, null => HealthState.NotAssessed };
        Assert.Equal(expected, Column(health, "a20_05").State);
        Assert.Equal(isLate == true, health.Overall.Verdicts.Any(verdict => verdict.Reason.StartsWith("有2件应当主动公开的还没有公开", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_change_left_lying_is_late_and_what_has_no_day_is_incomplete()
    {
        var changed = Of(Facts() with { Published = [Published("a20_05", s_today)], Waiting = [new(Facets("a20_05"), new(2025, 11, 3), 1) { IsChange = true }] });
        var undated = Of(Facts() with { Published = [Published("a20_05", s_today)], Undated = [new(Facets("a20_05"), 4)] });

        Assert.Contains("2025年11月3日变更", Assert.Single(Column(changed, "a20_05").Verdicts).Reason, StringComparison.Ordinal);
        Assert.Equal((HealthState.Incomplete, "有4件没有生成日期，无法计算公开的期限。"), Assert.Single(Column(undated, "a20_05").Verdicts) is var verdict ? (verdict.State, verdict.Reason) : default);
    }

    [Fact]
    public void A_line_has_its_own_limit()
    {
        var line = Line("a20_05", "a20_05", line => line.Limit = new DayCount(7, DayUnit.WorkingDays));
        var facts = Facts() with { Lines = [line], Published = [Published("a20_05", new(2026, 1, 20))], Slow = [new(Facets("a20_05"), new(2026, 1, 5), new(2026, 1, 20), 1)] };

        var health = Of(facts);

        Assert.Equal(HealthState.Late, health.Lines.Single().State);
        Assert.Contains("期限是7个工作日", health.Lines.Single().Verdicts[0].Reason, StringComparison.Ordinal);
        Assert.Equal(HealthState.Good, Column(health, "a20_05").State);
    }

    [Theory]
    [InlineData(30, "2026-01-31", false)]
    [InlineData(30, "2026-01-30", true)]
    public void A_line_whose_rhythm_has_passed_is_late(int days, string newest, bool isLate)
    {
        var line = Line("a20_04", "a20_04", line => line.Rhythm = new DayCount(days, DayUnit.CalendarDays));

        var health = Of(Facts() with { Lines = [line], Published = [Published("a20_04", DateOnly.Parse(newest, null))] });

        Assert.Equal(isLate ? HealthState.Late : HealthState.Good, health.Lines.Single().State);
    }

    [Fact]
    public void Where_no_calendar_is_known_nothing_is_claimed()
    {
        var column = Column(Of(Facts() with { Published = [Published("a20_05", new(2025, 12, 1))], Slow = [new(Facets("a20_05"), new(2010, 1, 4), new(2025, 12, 1), 1)] }), "a20_05");

        Assert.Equal(HealthState.NotAssessed, column.State);
    }

    [Fact]
    public void A_line_that_does_not_say_all_is_incomplete_and_named()
    {
        var (whole, basis, owner) = (Line("a20_04", "a20_04"), Line("a20_04", "a20_04", line => line.Basis = " "), Line("a20_04", "a20_04", line => (line.Section, line.Manner) = (null, DisclosureAttribute.OnRequest)));
        var facts = Facts() with { Lines = [whole, basis, owner], Published = [Published("a20_04", s_today)], Sections = new HashSet<SectionId> { s_section } };

        var health = Of(facts);

        Assert.Equal([HealthState.Good, HealthState.Incomplete, HealthState.Incomplete], health.Lines.Select(one => one.State));
        Assert.Equal(["缺少公开依据。", "缺少责任科室。"], health.Lines.Skip(1).Select(one => one.Verdicts[0].Reason));
        Assert.Contains(health.Overall.Verdicts, verdict => verdict.Reason == "有2个条目要素不全：第1条事项、第1条事项。");
        Assert.Equal("责任科室已经撤销，请改为现在的科室。", Of(facts with { Sections = new HashSet<SectionId>() }).Lines[0].Verdicts.Single().Reason);
    }

    [Fact]
    public void A_line_counts_only_what_it_narrows_to()
    {
        var section = new SectionId(Guid.NewGuid());
        var (narrow, own) = (Line("a20_07", "a20_07", line => line.Topic = "财政、金融、审计"), Line("a20_07", "a20_07", line => (line.Section, line.OwnSectionOnly) = (section, true)));

        var health = Of(Facts() with
        {
            Lines = [narrow, own],
            Published = [new(new(DocumentKind.Information, "a20_07", "财政、金融、审计\\财政", null), 2, s_today), new(new(DocumentKind.Information, "a20_07", "其他", section), 5, s_today)],
        });

        Assert.Equal((2, 5, 7), (health.Lines[0].Count, health.Lines[1].Count, Column(health, "a20_07").Count));
    }

    [Fact]
    public void A_hidden_column_is_not_judged()
    {
        var columns = StandardColumns.All.Select(column => column.For(default)).ToList();
        columns.Single(column => column.Key == "a20_14").IsShown = false;

        Assert.DoesNotContain(Of(Facts() with { Columns = columns }).Columns, one => one.Column.Key == "a20_14");
    }

    [Fact]
    public void Five_empty_columns_fail_an_inspection_and_four_do_not()
    {
        PublishedGroup[] all = [.. StandardColumns.All.Where(column => column.Rule.Items.Count > 0).Select(column => new PublishedGroup(new(DocumentKind.Information, column.Rule.Items[0], "综合政务\\政务公开", null), 1, s_today))];

        // The first group is that of the column of systems, which the group of item (十五) fills as well.
        bool Fails(int empty) => Of(Facts() with { Published = all[(empty + 1)..] }).Overall.Verdicts.Any(verdict => verdict.Reason.StartsWith("空白栏目", StringComparison.Ordinal));

        Assert.Equal((false, true), (Fails(4), Fails(5)));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_columns_of_news_notices_and_policies_without_update_fail_an_inspection(int stale, bool fails)
    {
        string[] keys = ["government_news", "business_news", "supervision_news", "notices", "announcements", "department_documents"];
        var published = keys.Select((key, i) => Chosen(key, i >= stale ? s_today : key.EndsWith("news", StringComparison.Ordinal) ? new(2026, 2, 15) : new(2025, 9, 1)));

        var health = Of(Facts() with { Columns = Opened(keys), Published = [.. published, Published("a20_01", s_today)] });

        Assert.Equal(stale, health.Columns.Count(one => one.State == HealthState.Stale));
        Assert.Equal(fails ? HealthState.Stale : HealthState.Good, Indicator(health, "stale_columns").State);
        Assert.Equal(stale, Indicator(health, "stale_columns").Count);
        Assert.Equal(fails, health.Overall.Verdicts.Any(verdict => verdict.Reason.StartsWith("动态、要闻、通知公告、政策文件类栏目未更新有5个", StringComparison.Ordinal) && verdict.Reason.EndsWith("公示公告。", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-02-16", HealthState.Good)]
    [InlineData("2026-02-15", HealthState.Stale)]
    [InlineData(null, HealthState.Empty)]
    public void A_home_page_is_without_update_after_two_weeks(string? last, HealthState expected)
    {
        var health = Of(Facts() with { LastPublishedOn = last is null ? null : DateOnly.Parse(last, null) });

        Assert.Equal(expected, Indicator(health, "home").State);
        Assert.Equal(expected != HealthState.Good, health.Overall.Verdicts.Any(verdict => verdict.Reason.Contains("首页", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_record_cannot_tell_is_said_not_to_be_checked_with_the_reason()
    {
        var health = Of(Facts() with { LastPublishedOn = s_today });

        Assert.Equal(["serious_errors", "reachable", "home", "stale_columns", "stale_in_all", "empty_columns", "channel", "messages", "services"], health.Indicators.Select(one => one.Key));
        Assert.Equal(["serious_errors", "reachable", "channel", "messages", "services"], health.Indicators.Where(one => one.State == HealthState.NotAssessed).Select(one => one.Key));
        Assert.All(health.Indicators.Where(one => one.State == HealthState.NotAssessed), one => Assert.EndsWith("。", one.Verdicts.Single().Reason, StringComparison.Ordinal));
        Assert.DoesNotContain(health.Overall.Verdicts, verdict => verdict.State == HealthState.NotAssessed);
    }

    [Fact]
    public void A_column_outside_article_20_counts_what_was_put_into_it_and_its_area_with_it()
    {
        var health = Of(Facts() with { Columns = Opened("notices", "meetings"), Published = [Chosen("notices", s_today), Published("a20_15", s_today)] });

        Assert.Equal((1, HealthState.Good), (Column(health, "notices").Count, Column(health, "notices").State));
        Assert.Equal((1, HealthState.Good), (Column(health, "current_affairs").Count, Column(health, "current_affairs").State));
        Assert.Equal(HealthState.Empty, Column(health, "meetings").State);
        Assert.DoesNotContain("第二十条", Column(health, "meetings").Verdicts.Single().Basis, StringComparison.Ordinal);
        Assert.DoesNotContain(health.Columns, one => one.Column.Key is "party" or "about_body");
    }

    [Fact]
    public void A_column_of_what_no_longer_holds_counts_only_that_and_is_never_missing_anything()
    {
        var repealed = new PublishedGroup(new(DocumentKind.NormativeDocument, "a20_01", "其他", null) { IsEnded = true }, 2, s_today);

        Assert.Equal((0, HealthState.Good), Of(Facts() with { Published = [Published("a20_01", s_today)] }) is var none ? (Column(none, "ended_documents").Count, Column(none, "ended_documents").State) : default);
        Assert.Equal(2, Column(Of(Facts() with { Ended = [repealed] }), "ended_documents").Count);
    }

    [Fact]
    public void A_guide_is_missing_incomplete_or_past_its_review()
    {
        var guide = new DisclosureGuide(default);
        guide.Edit(new GuideContent { Phone = "0990-8100101" }, s_officer, default);
        Assert.Equal([HealthState.Empty, HealthState.Incomplete], Of(Facts() with { Guide = guide }).Guide.Verdicts.Select(verdict => verdict.State));

        guide.Edit(GuideTests.Complete(), s_officer, default);
        guide.Publish(new(2025, 3, 1), s_officer);
        Assert.Equal(HealthState.Stale, Of(Facts() with { Guide = guide }).Guide.State);
        Assert.Equal(HealthState.Good, CatalogueHealth.Of(Facts() with { Guide = guide }, Calendars.Latest, new(2026, 3, 1)).Guide.State);
    }

    [Fact]
    public void Items_of_article_20_that_no_line_names_are_listed() =>
        Assert.Equal(14, Of(Facts() with { Lines = [Line("a20_05", "a20_05")] }).Uncovered.Count);

    [Fact]
    public void Every_threshold_says_where_it_stands() => Assert.All(Thresholds.All, threshold => Assert.NotEmpty(threshold.Source));

    private static CatalogueHealth Of(HealthFacts facts) => CatalogueHealth.Of(facts, Calendars.Latest, s_today);

    private static ColumnHealth Column(CatalogueHealth health, string key) => health.Columns.Single(one => one.Column.Key == key);

    private static IndicatorHealth Indicator(CatalogueHealth health, string key) => health.Indicators.Single(one => one.Key == key);

    private static PublishedGroup Chosen(string column, DateOnly newest) => new(new(DocumentKind.Information, null, "其他", null) { Column = column }, 1, newest);

    private static List<CatalogueColumn> Opened(params string[] keys)
    {
        var columns = StandardColumns.All.Select(column => column.For(default)).ToList();
        foreach (var column in columns.Where(column => keys.Contains(column.Key)))
            column.IsShown = true;
        return columns;
    }

    private static HealthFacts Facts() => new(StandardColumns.All, [], [], [], null, null);

    private static DocumentFacets Facets(string item) => new(DocumentKind.Information, item, "其他", null);

    private static PublishedGroup Published(string item, DateOnly newest) => new(Facets(item), 1, newest);

    private static CatalogueLine Line(string item, string column, Action<LineContent>? set = null)
    {
        var content = new LineContent { Matter = "事项", Content = "内容", Article20Item = item, Column = column, Basis = "条例第二十条", Section = s_section };
        set?.Invoke(content);
        var line = new CatalogueLine(new CatalogueLineId(Guid.NewGuid())) { Body = default, Number = 1 };
        line.Change(content.Demand());
        return line;
    }
}
