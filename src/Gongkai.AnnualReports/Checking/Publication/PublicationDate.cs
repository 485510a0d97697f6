namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>公布期限 (art. 49): departments by 31 January, a government's aggregated report by 31 March; the notices set 20 February for a county and 10 March for a prefecture.</summary>
public sealed class PublicationDate : Rule
{
    public override RuleDescriptor Descriptor { get; } = new("R084", "公布日期不在规定期限内", "Published outside the time allowed", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var report = subject.Report;
        if (report.Year is not { } year)
            return [CannotTell(["year"], "报告年度不明")];
        if ((subject.Facts?.PublishedOn ?? report.PublishedOn) is not { } published)
            return [CannotTell(["published_on"], "不知道公布日期；补充公布日期（published_on）后可以判断")];
        if (published.Year <= year)
            return [Fail(["published_on"], $"{year}年度的报告应当在{year + 1}年公布，给出的公布日期是{Name(published)}")];

        var level = subject.Facts?.Level ?? PublicationLimit.LevelOf(report.Organ);
        return PublicationLimit.Of(level, year + 1) is { } limit ? Judge(limit, published) : JudgeWithoutLevel(published, year + 1);
    }

    private IEnumerable<Diagnostic> Judge(PublicationLimit limit, DateOnly published)
    {
        if (limit.Law is { } law && published > law)
            yield return Fail(["published_on"], $"{limit.Who}应当在{Name(law)}前公布（《政府信息公开条例》第四十九条），实际是{Name(published)}");
        else if (published > limit.Notice)
            yield return Fail(["published_on"], $"{limit.Who}应当在{Name(limit.Notice)}前公布（国办公开办函〔2019〕60号、〔2021〕30号），实际是{Name(published)}", severity: Severity.Warning);
    }

    /// <summary>Without the level only what is true of every body can be said.</summary>
    private IEnumerable<Diagnostic> JudgeWithoutLevel(DateOnly published, int year)
    {
        if (published > new DateOnly(year, 3, 31))
            yield return Fail(["published_on"], $"最晚的期限是{year}年3月31日，实际是{Name(published)}");
        else if (published > new DateOnly(year, 1, 31))
            yield return CannotTell(["published_on"], "不知道机关的层级，也不知道是本机关的报告还是汇总报告；补充机关层级（level）后可以判断");
    }

    private static string Name(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
