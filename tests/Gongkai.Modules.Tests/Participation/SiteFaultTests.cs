using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Participation;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Modules.Tests.Participation;

/// <summary>网站纠错: taken from anybody without a name, sent to whose page it is, answered once.</summary>
public abstract class SiteFaultTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_taken_without_a_name_and_answered_once()
    {
        await using var world = await Yunze.World(provider);
        var fault = await Reported(world, "/kjj/content", "“科技创新卷”应当是“科技创新券”");
        var publisher = await world.Officer("kjj", Role.Publisher);

        await world.Do<AnswerFault>(answer => answer.Run(fault.Id, "已经改正，谢谢", publisher, Cancel));

        var kept = await world.Db(db => db.SiteFaults.AsNoTracking().SingleAsync(one => one.Receipt == fault.Receipt, Cancel));
        Assert.Equal((await world.Body("kjj"), "已经改正，谢谢", publisher.Name), (kept.Body, kept.Answer, kept.AnsweredByName));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<AnswerFault>(answer => answer.Run(fault.Id, "再答一次", publisher, Cancel)));
    }

    [Fact]
    public async Task Goes_to_whose_page_it_is()
    {
        await using var world = await Yunze.World(provider);
        var stranger = await world.Officer("gxj", Role.Publisher);
        var fault = await Reported(world, "/kjj", "这个页面打不开");

        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<AnswerFault>(answer => answer.Run(fault.Id, "不归我们", stranger, Cancel)));
        Assert.Equal(await world.Body("yunze"), (await Reported(world, "/search?q=科技", "这个词检索不到")).Body);
    }

    [Theory]
    [InlineData("/kjj", "错", "请写明")]
    [InlineData("/kjj", "我的手机是13812345678，请联系", "个人信息")]
    [InlineData("//evil.example", "链接打不开了", "网页地址")]
    [InlineData("javascript:alert(1)", "链接打不开了", "网页地址")]
    [InlineData("/a<b>", "链接打不开了", "网页地址")]
    public async Task Is_refused_in_words_that_say_what_to_do(string page, string text, string says)
    {
        await using var world = await Yunze.World(provider);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Reported(world, page, text));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static Task<SiteFault> Reported(World world, string page, string text) => world.Do<ReportFault, SiteFault>(report => report.Run(page, FaultKind.Wording, text, Cancel));
}

public sealed class SiteFaultOnSqliteTests() : SiteFaultTests(DatabaseProvider.Sqlite);

public sealed class SiteFaultOnPostgreSqlTests() : SiteFaultTests(DatabaseProvider.PostgreSql);
