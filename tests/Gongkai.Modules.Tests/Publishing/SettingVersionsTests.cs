using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Search;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>设置的版本: of two who set one thing over the same version, one is told, be it hours later or in the same moment.</summary>
public abstract class SettingVersionsTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_of_review_is_not_set_over_one_that_was_not_seen()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        Task Set(string? appliesTo, string name, uint? seen) => world.Do<SetReviewChain>(set => set.Run(head.Body, appliesTo, name, Stages, head, seen, Cancel));

        await OneIsTold(() => Set("information", "甲", 0), () => Set("information", "乙", 0));
        await OneIsTold(() => Set(null, "甲", 0), () => Set(null, "乙", 0));
        await OneIsTold(() => Set("information", "丙", 1), () => Set("information", "丁", 1));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => Set("information", "戊", 1));

        Assert.Equal((2u, 1u), (await Version("information"), await Version(null)));
        var kept = await world.Db(db => db.ReviewChains.Where(chain => chain.Body == head.Body && chain.ReplacedAt == null).OrderBy(chain => chain.AppliesTo).Select(chain => chain.Number).ToListAsync(Cancel));
        Assert.Equal([1u, 2u], kept.Order());

        Task<uint> Version(string? appliesTo) => world.Do<ReviewChains, uint>(chains => chains.Version(head.Body, appliesTo, Cancel));
    }

    [Fact]
    public async Task An_index_rule_is_not_set_over_one_that_was_not_seen_and_numbers_given_meanwhile_are_no_change_of_it()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        Task Set(string code, uint? seen) => world.Do<SetIndexRule>(set => set.Run(head.Body, "{code}-{yyyy}-{serial:4}", code, head, seen, Cancel));
        var edition = await Edition();

        await world.Published();
        Assert.Equal(edition, await Edition());
        await OneIsTold(() => Set("KJJ-A", edition), () => Set("KJJ-B", edition));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => Set("KJJ-C", edition));

        Assert.Equal(edition + 1, await Edition());

        Task<uint> Edition() => world.Db(db => db.IndexRules.Where(rule => rule.Body == head.Body).Select(rule => rule.Edition).SingleOrDefaultAsync(Cancel));
    }

    [Fact]
    public async Task A_retention_period_is_not_set_over_one_that_was_not_seen()
    {
        await using var world = await Yunze.World(provider);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        Task Set(RetentionPeriod period, uint? seen) => world.Do<SetRetention>(set => set.Run(head.Body, DocumentKind.Information, period, head, seen, Cancel));

        await OneIsTold(() => Set(RetentionPeriod.Permanent, 0), () => Set(RetentionPeriod.TenYears, 0));
        var won = await Period();
        await OneIsTold(() => Set(RetentionPeriod.ThirtyYears, 1), () => Set(won == RetentionPeriod.Permanent ? RetentionPeriod.TenYears : RetentionPeriod.Permanent, 1));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => Set(RetentionPeriod.Permanent, 1));

        Task<RetentionPeriod> Period() => world.Db(async db => (await RetentionRules.Of(db, head.Body, Cancel))[DocumentKind.Information]);
    }

    [Fact]
    public async Task A_word_of_a_body_and_one_of_the_site_are_not_set_over_what_was_not_seen()
    {
        await using var world = await Yunze.World(provider);
        var (head, admin) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer("pingtai", Role.SystemAdmin));
        Task Own(string right, uint? seen) => world.Do<SetCheckedWord>(set => set.Run("科枝", right, CheckedWordKind.Misspelling, false, true, head, seen, Cancel));
        Task Site(string right, uint? seen) => world.Do<SetSiteWord>(set => set.Run("科枝", right, CheckedWordKind.Misspelling, false, true, admin, seen, Cancel));

        await OneIsTold(() => Own("科技", 0), () => Own("科支", 0));
        await OneIsTold(() => Site("科技", 0), () => Site("科支", 0));
        await OneIsTold(() => Own("科学技术", 1), () => Own("科技工作", 1));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => Own("科技", 1));
        await Site("科学技术", 1);

        Assert.Equal([2u, 2u], await world.Db(db => db.CheckedWords.Where(word => word.Wrong == "科枝").Select(word => word.Version).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_group_of_synonyms_is_not_changed_over_what_was_not_seen()
    {
        await using var world = await Yunze.World(provider);
        var admin = await world.Officer("pingtai", Role.SystemAdmin);
        var group = await world.Do<SetSynonym, Synonym>(set => set.Run(null, "娃娃、孩子", true, admin, null, Cancel));
        Task Change(string words, uint? seen) => world.Do<SetSynonym>(set => set.Run(group.Id, words, true, admin, seen, Cancel));

        await OneIsTold(() => Change("娃娃、儿童", group.Version), () => Change("娃娃、小孩", group.Version));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => Change("孩子、儿童", group.Version));
    }

    [Fact]
    public async Task A_catalogue_is_not_published_with_lines_that_were_not_seen()
    {
        await using var world = await Yunze.World(provider);
        var (head, publisher) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer(Desk.Bureau, Role.Publisher));
        await Add("科技奖励");
        var seen = await Seen();

        await Add("科技统计");
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => Publish(seen));
        seen = await Seen();
        await OneIsTold(() => Publish(seen), () => Publish(seen));

        Task Add(string matter) => world.Do<SaveLine>(save => save.Run(
            publisher.Body, new CatalogueLineId(Guid.NewGuid()), new LineContent { Matter = matter, Content = "办法和结果", Article20Item = "a20_11", Column = "a20_11" }, head, null, Cancel));
        Task Publish(uint version) => world.Do<PublishCatalogue>(publish => publish.Run(publisher.Body, null, publisher, version, Cancel));
        Task<uint> Seen() => world.Db(async db => PublishCatalogue.Stamp(
            await db.Catalogues.AsNoTracking().SingleOrDefaultAsync(one => one.Body == publisher.Body, Cancel),
            CatalogueSheet.Write(await db.LinesOf(publisher.Body).ToListAsync(Cancel), await LineNames.Of(db, publisher.Body, Cancel))));
    }

    private static ReviewStage[] Stages =>
    [
        new(1, "科室负责人", Role.SectionHead) { Gates = [Gate.Text, Gate.Law, Gate.Policy, Gate.Politics, .. Gates.OfItem] },
        new(2, "保密审查", Role.SecrecyReviewer) { IsSecrecy = true, Gates = [Gate.Secrecy] },
    ];

    /// <summary>Both at once: what the one does holds, the other learns that he was second and changes nothing.</summary>
    private static async Task OneIsTold(params Func<Task>[] both)
    {
        var outcomes = await Task.WhenAll(both.Select(one => Task.Run(async () => await Record.ExceptionAsync(one), Cancel)));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, outcome => outcome is ChangedMeanwhileException);
    }
}

public sealed class SettingVersionsOnSqliteTests() : SettingVersionsTests(DatabaseProvider.Sqlite);

public sealed class SettingVersionsOnPostgreSqlTests() : SettingVersionsTests(DatabaseProvider.PostgreSql);
