using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>第十二条: 政府信息公开指南.</summary>
public abstract class GuideTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static GuideContent Complete() => GuideFields.Read(key => key is "effective_on" or "review_by" ? null : key == "post_code" ? "990100" : "内容");

    [Fact]
    public void Says_which_of_the_nine_things_are_missing()
    {
        Assert.Equal(9, new GuideContent().Missing.Count);
        Assert.Equal(["传真号码"], GuideFields.Read(key => key is "fax" or "post_code" or "effective_on" or "review_by" ? " " : "内容").Missing);
        Assert.Empty(Complete().Missing);
    }

    [Theory]
    [InlineData("post_code", "99010")]
    [InlineData("review_by", "2026年3月")]
    public void Names_the_field_that_cannot_be(string field, string typed) =>
        Assert.Equal(field, Assert.Throws<RefusedException>(() => GuideFields.Read(key => key == field ? typed : null)).Field);

    [Fact]
    public async Task Is_not_published_incomplete_and_nothing_shows_before_it_is()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer("yunyang-gxj", Role.OfficeHead);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Do<PublishGuide>(publish => publish.Run(head.Body, head, null, Cancel)));

        Assert.Contains("传真号码", refused.Message, StringComparison.Ordinal);
        Assert.Null((await Guide(world, head.Body)).Published);
    }

    [Fact]
    public async Task Has_versions_of_which_the_earlier_stay_as_they_were()
    {
        await using var world = await Yunze.World(provider);
        var publisher = await world.Officer("kjj", Role.Publisher);
        var first = (await Guide(world, publisher.Body)).Published!;

        var changed = Complete();
        await world.Do<EditGuide>(edit => edit.Run(publisher.Body, changed, publisher, null, Cancel));
        Assert.Equal(first.Phone, (await Guide(world, publisher.Body)).Published!.Phone);
        var refused = await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<PublishGuide>(publish => publish.Run(publisher.Body, publisher, null, Cancel)));
        Assert.Contains("另一人", refused.Message, StringComparison.Ordinal);

        // Who saves what he has not changed has not written at it.
        var head = await world.Officer("kjj", Role.OfficeHead);
        await world.Do<EditGuide>(edit => edit.Run(publisher.Body, Complete(), head, null, Cancel));
        await world.Do<PublishGuide>(publish => publish.Run(publisher.Body, head, null, Cancel));

        var guide = await Guide(world, publisher.Body);
        Assert.Equal((2, "内容"), (guide.Published!.Number, guide.Published.Phone));
        Assert.Equal(first.Phone, guide.Versions[0].Phone);
        Assert.Equal(new DateOnly(2027, 3, 2), guide.Published.ReviewBy);
        var acts = await world.Db(db => db.LedgerEntries.Where(entry => entry.Kind == DisclosureGuide.RecordKind && entry.ActorName == publisher.Name).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel));
        Assert.Equal(["guide.edit"], acts);
        Assert.Equal((publisher.Name, head.Name), (guide.Published.EditedByName, guide.Published.PublishedByName));
    }

    [Fact]
    public async Task Is_changed_only_by_those_who_may_and_never_over_another_s_change()
    {
        await using var world = await Yunze.World(provider);
        var (clerk, publisher, elsewhere) = (await world.Officer("kjj", Role.CaseOfficer), await world.Officer("kjj", Role.Publisher), await world.Officer("gxj", Role.Publisher));
        var seen = (await Guide(world, publisher.Body)).Version;

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<EditGuide>(edit => edit.Run(clerk.Body, Complete(), clerk, null, Cancel)));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<EditGuide>(edit => edit.Run(clerk.Body, Complete(), elsewhere, null, Cancel)));
        await world.Do<EditGuide>(edit => edit.Run(publisher.Body, Complete(), publisher, seen, Cancel));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => world.Do<EditGuide>(edit => edit.Run(publisher.Body, Complete(), publisher, seen, Cancel)));
    }

    private static Task<DisclosureGuide> Guide(World world, BodyId body) => world.Db(db => db.Guides.AsNoTracking().SingleAsync(guide => guide.Body == body, Cancel));
}

public sealed class GuideOnSqliteTests() : GuideTests(DatabaseProvider.Sqlite);

public sealed class GuideOnPostgreSqlTests() : GuideTests(DatabaseProvider.PostgreSql);
