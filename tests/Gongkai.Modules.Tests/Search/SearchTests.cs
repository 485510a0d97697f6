using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats.Tests.Books;
using Gongkai.Host;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Publishing;
using Gongkai.Publishing;
using Gongkai.Search;
using Gongkai.Search.Feeding;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Search;

/// <summary>检索: what everybody may read is found as soon as it is published, and nothing else ever.</summary>
public abstract class SearchTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_document_is_found_by_title_text_and_numbers()
    {
        await using var world = await YunzeWorld();
        var document = await world.Published();
        await Follow(world);

        foreach (var words in (string[])["科技创新券", "规范科技创新券管理", "券", "云科发[2026]8号", "云科发【2026】8号", document.IndexNumber!, "创新券 制定"])
        {
            var found = Assert.Single((await Find(world, words)).Items);
            Assert.Equal((document.Id.Value, document.Title, "kjj"), (found.Id, found.Title, found.Body));
        }

        Assert.Empty((await Find(world, "没有这样的字样", SearchMatch.All)).Items);
    }

    [Fact]
    public async Task What_is_drafted_reviewed_or_withheld_is_in_no_list_count_or_facet()
    {
        await using var world = await YunzeWorld();
        await world.Drafted();
        await world.Submitted((await world.Drafted()).Id);
        await world.Approved();
        var withheld = await world.Approved(attribute: new AttributeDecision(DisclosureAttribute.Withheld, "EX6", Reason: "讨论稿") { Evidence = "还会改动" });
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        await world.Do<WithholdDocument>(withhold => withhold.Run(withheld.Id, null, head, null, Cancel));
        await Follow(world);

        var all = await Find(world, "", facets: true);
        var named = await Find(world, "科技创新券", facets: true);

        Assert.Equal((0, 0), (all.Total, named.Total));
        Assert.All((SearchAnswer[])[all, named], answer => Assert.Empty(answer.Facets!.Body.Concat(answer.Facets.Year).Concat(answer.Facets.Topic).Concat(answer.Facets.Validity).Concat(answer.Facets.Kind).Concat(answer.Facets.Level)));
    }

    [Fact]
    public async Task A_withdrawal_is_effective_before_the_index_has_followed()
    {
        await using var world = await YunzeWorld();
        var staying = await world.Published();
        var document = await world.Published();
        await Follow(world);
        Assert.Equal(2, (await Find(world, "科技创新券")).Total);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(document.Id, "内容有误", head, null, Cancel));

        var before = await Find(world, "科技创新券", facets: true);
        await Follow(world);
        var after = await Find(world, "科技创新券", facets: true);

        Assert.All((SearchAnswer[])[before, after], answer =>
        {
            Assert.Equal(1, answer.Total);
            Assert.Equal(staying.Id.Value, Assert.Single(answer.Items).Id);
            Assert.All((IEnumerable<FacetValue>[])[answer.Facets!.Body, answer.Facets.Year, answer.Facets.Topic, answer.Facets.Kind], values => Assert.Equal(1, values.Sum(value => value.Count)));
        });
    }

    [Fact]
    public async Task A_revision_replaces_what_was_found_and_the_old_text_is_gone_at_once()
    {
        await using var world = await YunzeWorld();
        var document = await world.Published();
        await Follow(world);
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await Follow(world);
        Assert.Equal(1, (await Find(world, "规范科技创新券管理")).Total);
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content(html: "<p>第一条 支持中小企业购买科技服务。</p>"), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(document.Id));
        await world.Publish(document.Id);

        Assert.Equal(0, (await Find(world, "规范科技创新券管理", SearchMatch.All)).Total);
        await Follow(world);

        Assert.Equal(0, (await Find(world, "规范科技创新券管理", SearchMatch.All)).Total);
        Assert.Equal(document.Id.Value, Assert.Single((await Find(world, "购买科技服务")).Items).Id);
    }

    [Fact]
    public async Task The_site_finds_a_document_within_a_second_of_its_commit()
    {
        await using var world = await YunzeWorld();
        using var workers = ActivatorUtilities.CreateInstance<FollowerWorker>(world.Services);
        await workers.StartAsync(Cancel);
        while (!world.Services.GetRequiredService<Gongkai.Search.Index.SearchIndex>().CanAnswer)
            await Task.Delay(10, Cancel);
        List<double> waits = [];
        for (var turn = 0; turn < 3; turn++)
        {
            await world.Published();
            var committed = System.Diagnostics.Stopwatch.StartNew();
            while ((await Find(world, "科技创新券")).Total <= turn)
                await Task.Delay(5, Cancel);
            waits.Add(committed.Elapsed.TotalMilliseconds);
        }

        await workers.StopAsync(Cancel);

        Assert.InRange(waits.Order().ElementAt(1), 0, 1000);
    }

    [Fact]
    public async Task Attachments_are_read_and_a_hit_says_in_which()
    {
        await using var world = await YunzeWorld();
        var draft = await world.Drafted();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        using var content = new MemoryStream("项目编号　ＫＪ-0815\n牵头单位：云溪河大学"u8.ToArray());
        await world.Do<AttachFile>(attach => attach.Run(draft.Id, "立项清单.txt", content, clerk, null, Cancel));
        await world.Signed(await world.Submitted(draft.Id));
        await world.Publish(draft.Id);
        await Follow(world);

        var found = Assert.Single((await Find(world, "kj-0815", SearchMatch.Phrase)).Items);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(draft.Id, "内容有误", head, null, Cancel));

        Assert.Equal(new FoundIn(1, "立项清单.txt", null), found.In);
        Assert.Contains(found.Snippet, part => part is { IsMarked: true, Text: "ＫＪ-0815" });
        Assert.Equal(0, (await Find(world, "云溪河大学")).Total);
    }

    [Fact]
    public async Task The_text_of_an_e_book_is_found_in_its_chapter()
    {
        await using var world = await YunzeWorld();
        var draft = await world.Drafted();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        using var content = new MemoryStream(new EpubFile().Chapter("谁能领", "<p>注册在本市的企业。</p>").Chapter("怎么领", "<p>在政务大厅三号窗口领取蓝皮手册。</p>").Make());
        await world.Do<AttachFile>(attach => attach.Run(draft.Id, "一本通.epub", content, clerk, null, Cancel));
        await world.Signed(await world.Submitted(draft.Id));
        await Follow(world);
        Assert.Equal(0, (await Find(world, "蓝皮手册", SearchMatch.Phrase)).Total);
        await world.Publish(draft.Id);
        await Follow(world);

        var found = Assert.Single((await Find(world, "蓝皮手册", SearchMatch.Phrase)).Items).In;
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(draft.Id, "内容有误", head, null, Cancel));

        Assert.Equal(new FoundIn(1, "一本通.epub", 2), found);
        Assert.Equal(("第2章", "/attachments/1/read/2"), (found!.Place, found.PathToPage));
        Assert.Equal(0, (await Find(world, "蓝皮手册")).Total);
    }

    [Fact]
    public async Task A_body_is_found_by_the_name_it_had_before()
    {
        await using var world = await YunzeWorld();
        await world.Published();
        await Follow(world);
        var admin = await world.Officer("pingtai", Role.SystemAdmin);
        var bureau = await world.Body("kjj");
        await world.Do<RenameBody>(rename => rename.Run(bureau, "云泽市科学技术和数据局", "市科数局", new(2026, 3, 1), null, admin, null, Cancel));

        var found = await Find(world, "云泽市科学技术和数据局");

        Assert.Equal(1, found.Total);
        Assert.Contains("云泽市科学技术局", found.Relaxed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_finds_is_counted_without_what_names_a_person()
    {
        await using var world = await YunzeWorld();
        await Follow(world);
        await Find(world, "火星移民 13800138000", SearchMatch.All);
        await Find(world, "火星移民 13800138001", SearchMatch.All);
        await Find(world, "身份证11010519491231002X", SearchMatch.All);
        var missed = world.Services.GetRequiredService<MissedQueries>();
        await missed.Write(Cancel);
        await Find(world, "火星移民 138-0013-8000", SearchMatch.All);
        await missed.Write(Cancel);

        var rows = await world.Db(db => db.MissedQueries.OrderByDescending(one => one.Count).Select(one => new { one.Text, one.Count }).ToListAsync(Cancel));

        Assert.Equal(["火星移民 ***|3", "身份证***|1"], rows.Select(row => $"{row.Text}|{row.Count}"));
    }

    internal static async Task Follow(World world) => await world.Services.GetRequiredService<Follower>().CatchUp(Cancel);

    internal static Task<SearchAnswer> Find(World world, string words, SearchMatch match = SearchMatch.Auto, bool facets = false) =>
        Find(world, new SearchRequest { Text = words, Match = match, WithFacets = facets });

    internal static Task<SearchAnswer> Find(World world, SearchRequest request) => world.In(services => services.GetRequiredService<ISearch>().Find(request, Cancel));

    private Task<World> YunzeWorld() => Yunze.World(provider);
}

public sealed class SearchOnSqliteTests() : SearchTests(DatabaseProvider.Sqlite);

public sealed class SearchOnPostgreSqlTests() : SearchTests(DatabaseProvider.PostgreSql);
