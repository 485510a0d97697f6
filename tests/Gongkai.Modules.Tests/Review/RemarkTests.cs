using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Publishing;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;

namespace Gongkai.Modules.Tests.Reviews;

/// <summary>批注和答复: what a reviewer remarks the author answers, and the reviewer sees what became of the place.</summary>
public abstract class RemarkTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_author_answers_and_the_reviewer_settles()
    {
        await using var world = await Yunze.World(provider);
        var (clerk, head, other) = (await world.Officer(Desk.Bureau, Role.CaseOfficer), await world.Officer(Desk.Bureau, Role.SectionHead), await world.Officer("gxj", Role.CaseOfficer));
        var document = await world.Drafted();
        var id = await world.Submitted(document.Id);
        var returner = await world.Officer(Desk.Bureau, (await world.Review(id)).Stage!.Role);
        await world.Do<ReturnToAuthor>(back => back.Run(id, "请核对", [new Remark("科技创新券", 6, "名称应当与市政府文件一致"), new Remark("", 0, "全文请再校对")], returner, null, Cancel));

        await world.Do<ReplyToRemark>(reply => reply.Run(id, 1, "已按市政府文件核对，名称一致", clerk, Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => world.Do<ReplyToRemark>(reply => reply.Run(id, 1, "代为答复", other, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ReplyToRemark>(reply => reply.Run(id, 1, " ", clerk, Cancel)));
        await Assert.ThrowsAsync<RefusedException>(() => world.Do<ReplyToRemark>(reply => reply.Run(id, 9, "没有这条", clerk, Cancel)));
        var review = await world.Review(id);
        Assert.Equal([(1, "已按市政府文件核对，名称一致", clerk.Name, false)], review.Answers.Select(answer => (answer.Comment, answer.Text!, answer.OfficerName, answer.Settles)));
        Assert.All(review.Comments, comment => Assert.False(review.IsSettled(comment)));

        await Assert.ThrowsAnyAsync<Exception>(() => world.Do<SettleRemark>(settle => settle.Run(id, 1, clerk, Cancel)));
        await world.Submitted(document.Id);
        await world.Do<SettleRemark>(settle => settle.Run(id, 1, returner, Cancel));

        review = await world.Review(id);
        Assert.Equal([true, false], review.Comments.Select(review.IsSettled));
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<ReplyToRemark>(reply => reply.Run(id, 1, "再说一次", clerk, Cancel)));
        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<SettleRemark>(settle => settle.Run(id, 1, returner, Cancel)));
        Assert.NotEqual(clerk.Id, head.Id);
        await Assert.ThrowsAnyAsync<Exception>(() => world.Db(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(db.Database, $"update remark_answers set text = 'x'", Cancel)));
    }

    [Fact]
    public async Task The_secrecy_reviewer_settles_what_he_remarked_and_no_other_stage_does()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var id = await world.Submitted(document.Id);
        while ((await world.Review(id)).Stage is { IsSecrecy: false })
            await world.Signed(id, stages: 1);
        var (secrecy, head) = (await world.Officer(Desk.Bureau, Role.SecrecyReviewer), await world.Officer(Desk.Bureau, Role.SectionHead));
        await world.Do<RecordSecrecyReview>(record => record.Run(id, SecrecyConclusion.AfterDeletion, "附表涉及工作秘密", null, [new Remark("科技创新券", 6, "附表不宜公开")], null, secrecy, null, Cancel));

        Assert.Contains("保密", (await Assert.ThrowsAnyAsync<Exception>(() => world.Do<SettleRemark>(settle => settle.Run(id, 1, head, Cancel)))).Message, StringComparison.Ordinal);
        await world.Do<SettleRemark>(settle => settle.Run(id, 1, secrecy, Cancel));

        var review = await world.Review(id);
        Assert.True(review.IsSettled(review.Comments[0]));
        Assert.False(review.MaySettle(review.Comments[0], head, new(2026, 3, 2)));
    }

    [Fact]
    public async Task Another_stage_of_the_chain_does_not_settle_the_remark_of_the_section_head()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted();
        var id = await world.Submitted(document.Id);
        var returner = await world.Officer(Desk.Bureau, (await world.Review(id)).Stage!.Role);
        var leader = await world.Officer(Desk.Bureau, Role.Leader);
        await world.Do<ReturnToAuthor>(back => back.Run(id, "请核对", [new Remark("科技创新券", 6, "请核对")], returner, null, Cancel));

        await Assert.ThrowsAsync<NotLawfulException>(() => world.Do<SettleRemark>(settle => settle.Run(id, 1, leader, Cancel)));
        await world.Do<SettleRemark>(settle => settle.Run(id, 1, returner, Cancel));

        Assert.True((await world.Review(id)) is var review && review.IsSettled(review.Comments[0]));
    }

    [Theory]
    [InlineData("第一条 总则\n第二条 科技创新券由市科技局发放。\n第三条 附则", RemarkedPlace.Unchanged)]
    [InlineData("第二条 科技创新券由市科技局发放。", RemarkedPlace.Unchanged)]
    [InlineData("第一条 总则\n第二条 科技创新券由市科学技术局发放。", RemarkedPlace.Around)]
    [InlineData("第一条 总则\n第二条 创新券由市科技局发放。", RemarkedPlace.Changed)]
    [InlineData("", RemarkedPlace.Changed)]
    public void What_became_of_a_place_is_seen(string now, RemarkedPlace expected)
    {
        const string before = "第一条 总则\n第二条 科技创新券由市科技局发放。\n第三条 附则";
        foreach (var offset in (int[])[before.IndexOf("科技创新券", StringComparison.Ordinal), 0, -1, 999])
            Assert.Equal(expected, RemarkedPlace.Of(new ReviewComment(1) { Opinion = 1, Quote = "科技创新券", Offset = offset, Text = "核对" }, before, now));
        Assert.Null(RemarkedPlace.Of(new ReviewComment(1) { Opinion = 1, Quote = "", Text = "核对" }, before, now));
    }
}

public sealed class RemarkOnSqliteTests() : RemarkTests(DatabaseProvider.Sqlite);

public sealed class RemarkOnPostgreSqlTests() : RemarkTests(DatabaseProvider.PostgreSql);
