using Gongkai.Law;
using Gongkai.Publishing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>规章、行政规范性文件统计 (P5).</summary>
public sealed class RegisterTests
{
    private static readonly RegisterEntry[] s_entries =
    [
        new(DocumentKind.NormativeDocument, new(2018, 5, 1), new(2018, 5, 20)),
        new(DocumentKind.NormativeDocument, new(2019, 3, 1), new(2020, 1, 6)),
        new(DocumentKind.NormativeDocument, new(2020, 2, 1), new(2020, 2, 10)),
        new(DocumentKind.NormativeDocument, new(2020, 6, 1), new(2020, 6, 10), WithdrawnOn: new(2020, 9, 1)),
        new(DocumentKind.NormativeDocument, new(2015, 6, 1), new(2015, 6, 10), EndedOn: new(2020, 12, 31)),
        new(DocumentKind.NormativeDocument, new(2015, 7, 1), new(2015, 7, 10), EndedOn: new(2021, 1, 1)),
        new(DocumentKind.NormativeDocument, new(2020, 8, 1), null),
        new(DocumentKind.Rules, new(2020, 8, 1), new(2020, 8, 2)),
    ];

    [Fact]
    public void Counts_what_was_made_published_and_is_public_by_the_form_of_2019() =>
        Assert.Equal(new TrialCounts(IssuedThisYear: 3, PublishedThisYear: 3, PublicTotal: 5), NormativeRegister.Trial2019(s_entries, DocumentKind.NormativeDocument, new(2020, 12, 31)));

    [Fact]
    public void Counts_what_was_made_ended_and_is_in_force_by_the_form_of_2021() =>
        Assert.Equal(new Counts2021(IssuedThisYear: 3, RepealedThisYear: 1, InForce: 6), NormativeRegister.Form2021(s_entries, DocumentKind.NormativeDocument, new(2020, 12, 31)));

    [Fact]
    public void Counts_rules_apart() => Assert.Equal(new Counts2021(1, 0, 1), NormativeRegister.Form2021(s_entries, DocumentKind.Rules, new(2020, 12, 31)));

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    public void The_years_balance(int year)
    {
        var before = NormativeRegister.Form2021(s_entries, DocumentKind.NormativeDocument, new(year - 1, 12, 31));
        var now = NormativeRegister.Form2021(s_entries, DocumentKind.NormativeDocument, new(year, 12, 31));

        Assert.Equal(before.InForce + now.IssuedThisYear - now.RepealedThisYear, now.InForce);
    }

    [Fact]
    public void What_is_not_yet_in_effect_is_issued_and_not_in_force()
    {
        RegisterEntry[] entries = [new(DocumentKind.NormativeDocument, new(2020, 11, 1), new(2020, 11, 5)) { EffectiveOn = new(2021, 1, 1) }];

        Assert.Equal(new Counts2021(1, 0, 0), NormativeRegister.Form2021(entries, DocumentKind.NormativeDocument, new(2020, 12, 31)));
        Assert.True(entries[0].IsNotYetInEffectOn(new(2020, 12, 31)));
        Assert.Equal(new Counts2021(0, 0, 1), NormativeRegister.Form2021(entries, DocumentKind.NormativeDocument, new(2021, 1, 1)));
    }

    [Fact]
    public void What_has_no_day_is_named_incomplete_and_counts_in_no_year()
    {
        RegisterEntry[] entries =
        [
            new(DocumentKind.NormativeDocument, null, new(2020, 3, 1)),
            new(DocumentKind.NormativeDocument, new(2013, 3, 1), new(2013, 3, 5), EndedOn: new(2020, 6, 1)) { IsEndKnown = false },
        ];

        Assert.Equal(new Counts2021(0, 0, 1), NormativeRegister.Form2021(entries, DocumentKind.NormativeDocument, new(2020, 12, 31)));
        Assert.Equal(new Counts2021(1, 0, 0), NormativeRegister.Form2021(entries, DocumentKind.NormativeDocument, new(2013, 12, 31)));
        Assert.Equal(["成文日期", "废止或者失效的日期"], entries.SelectMany(entry => entry.Missing));
        Assert.All(entries, entry => Assert.True(entry.IsIncompleteOn(new(2020, 12, 31))));
    }

    [Fact]
    public void An_interpretation_is_due_three_working_days_after()
    {
        var duty = InterpretationDuty.Of(DocumentKind.Rules, new(2025, 9, 29), [], Calendars.Latest)!;

        // 国庆节、中秋节: 1 to 8 October are off.
        Assert.Equal(new DateOnly(2025, 10, 10), duty.Due!.LastDay);
        Assert.False(duty.IsOverdueOn(new(2025, 10, 10)));
        Assert.True(duty.IsOverdueOn(new(2025, 10, 11)));
        Assert.True((duty with { InterpretedOn = new(2025, 10, 13) }).IsOverdueOn(new(2025, 10, 13)));
        Assert.False((duty with { InterpretedOn = new(2025, 9, 30) }).IsOverdueOn(new(2025, 10, 10)));
        Assert.Null(InterpretationDuty.Of(DocumentKind.Information, new(2025, 9, 29), [], Calendars.Latest));
    }

    [Fact]
    public void A_year_without_calendar_lets_no_delay_be_told()
    {
        var old = InterpretationDuty.Of(DocumentKind.NormativeDocument, new(2012, 3, 5), [], Calendars.Latest)!;
        var last = Calendars.Notices.Max(notice => notice.Year);
        var newYear = InterpretationDuty.Of(DocumentKind.NormativeDocument, new(last, 12, 30), [], Calendars.Latest)!;

        Assert.Null(old.Due);
        Assert.Null(old.IsOverdueOn(new(2026, 3, 2)));
        Assert.Null(newYear.IsOverdueOn(new(last + 1, 1, 10)));

        // Three days cannot hold more than three working days: then it is no question of the calendar.
        Assert.False(newYear.IsOverdueOn(new(last + 1, 1, 2)));
        Assert.False((old with { InterpretedOn = new(2012, 3, 7) }).IsOverdueOn(new(2026, 3, 2)));
    }

    [Theory]
    [InlineData("{code}/{yyyy}-{serial:5}", "11990100MB0000001X/2026-00001")]
    [InlineData("{code}/{yyyy}{MM}-{serial:4}", "11990100MB0000001X/202603-0001")]
    public void An_index_number_is_written_by_the_rule(string pattern, string number)
    {
        var rule = new IndexRule(default) { Code = "x" };
        rule.Change(pattern, "11990100MB0000001X");

        Assert.Equal(number, rule.Next(new(2026, 3, 2)));
        Assert.EndsWith("2", rule.Next(new(2026, 12, 31)), StringComparison.Ordinal);
        Assert.EndsWith("1", rule.Next(new(2027, 1, 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{code}-{serial:5}")]
    [InlineData("{yyyy}-{serial:5}")]
    [InlineData("{code}/{yyyy}")]
    [InlineData("{code}/{yyyy}-{serial:5}<b>")]
    public void A_rule_that_could_give_a_number_twice_is_refused(string pattern) =>
        Assert.Throws<Gongkai.Bodies.RefusedException>(() => new IndexRule(default) { Code = "x" }.Change(pattern, "x"));
}
