using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>链接检查: links of this site are judged by the record; those of other sites are tried only where that is allowed, and never inside one's own network.</summary>
public abstract class LinkTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_of_this_site_are_judged_by_the_record()
    {
        await using var world = await Yunze.World(provider, ("Gongkai:Webhooks:SiteAddress", "https://www.yunze.example"));
        var (shown, draft, withdrawn, unknown) = (await world.Published(), await world.Drafted(), await world.Published(content: Desk.Content("已撤下的文件")), Guid.NewGuid());
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(withdrawn.Id, "数据有误", publisher, null, Cancel));

        var found = await Check(world, $"""
            <p>见<a href="/documents/{shown.Id.Value}">已公开的办法</a>、<a href="https://www.yunze.example/documents/{shown.Id.Value}/download.pdf">它的PDF</a>、<a href="/kjj/guide">公开指南</a>、<a href="/search?q=1">检索</a>、<a href="mailto:a@yunze.example">邮箱</a>，
            <a href="/documents/{draft.Id.Value}">未公开的办法</a>、<a href="/documents/{withdrawn.Id.Value}">撤下的办法</a>、<a href="https://www.yunze.example/documents/{unknown}">没有的办法</a>、
            <a href="/documents/{shown.Id.Value}/attachments/3">没有的附件</a>、<a href="/nobody/guide">没有的机关</a>、<a href="/office/documents/{shown.Id.Value}">办公页面</a>。</p>
            """);

        Assert.Equal(["未公开的办法", "撤下的办法", "没有的办法", "没有的附件", "没有的机关", "办公页面"], found.Select(finding => finding.Words));
        Assert.All(found, finding => Assert.Equal((FindingSeverity.Warning, "正文"), (finding.Severity, finding.Where)));
        Assert.Contains("尚未公开", found[0].Advice, StringComparison.Ordinal);
        Assert.Contains("已撤下", found[1].Advice, StringComparison.Ordinal);
        Assert.True(found[0].Offset > 0 && found[1].Offset > found[0].Offset);
    }

    [Fact]
    public async Task Other_sites_are_left_alone_unless_a_setting_says_otherwise()
    {
        using var other = new WebhookReceiver();
        await using var world = await Yunze.World(provider, ("Gongkai:Checks:AllowPrivate", "true"));

        Assert.Empty(await Check(world, Link(other.Url)));
        Assert.Empty(other.Got);
    }

    [Fact]
    public async Task Another_site_is_asked_with_HEAD_then_GET_and_its_answer_is_good_for_a_day()
    {
        using var other = new WebhookReceiver(405, 200, 404, 404);
        await using var world = await Yunze.World(provider, ("Gongkai:Checks:OutsideLinks", "true"), ("Gongkai:Checks:AllowPrivate", "true"));

        Assert.Empty(await Check(world, Link(other.Url)));
        Assert.Equal(["HEAD", "GET"], other.Got.Select(got => got.Event));
        var gone = Assert.Single(await Check(world, Link(other.Url) + Link($"{other.Url}?gone#there")));
        Assert.Contains("没有这一页", gone.Advice, StringComparison.Ordinal);
        Assert.Equal(4, other.Got.Count);

        world.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Single(await Check(world, Link($"{other.Url}?gone#elsewhere")));
        Assert.Equal(4, other.Got.Count);
        world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(await Check(world, Link($"{other.Url}?gone")));
    }

    [Fact]
    public async Task Nobody_knocks_inside_ones_own_network()
    {
        using var inside = new WebhookReceiver();
        await using var world = await Yunze.World(provider, ("Gongkai:Checks:OutsideLinks", "true"));

        Assert.Contains("内部网络", Assert.Single(await Check(world, Link(inside.Url))).Advice, StringComparison.Ordinal);
        Assert.Empty(inside.Got);
    }

    private static string Link(string url) => $"""<p>详见<a href="{url}">有关网站</a>。</p>""";

    private static async Task<List<Finding>> Check(World world, string html)
    {
        var document = await world.Drafted(content: Desk.Content(html: html));
        var found = await world.In(async services =>
        {
            var (db, checks) = ((GongkaiDb)services.GetService(typeof(GongkaiDb))!, (DocumentChecks)services.GetService(typeof(DocumentChecks))!);
            return await checks.Run(await db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(one => one.Id == document.Id, Cancel), Cancel);
        });
        return [.. found.Where(finding => finding.Check == "dead_link")];
    }
}

public sealed class LinkOnSqliteTests() : LinkTests(DatabaseProvider.Sqlite);

public sealed class LinkOnPostgreSqlTests() : LinkTests(DatabaseProvider.PostgreSql);
