using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>五公开: a stage on every document; what was decided asks for what came of it by a day.</summary>
public abstract class FollowUpTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_asks_for_its_execution_and_result_until_both_are_public()
    {
        await using var world = await Yunze.World(provider);
        var today = world.Clock.Today();
        var decision = await world.Published(DocumentKind.Information, Content(OpennessStage.Decision, execution: today.AddDays(30), result: today.AddDays(60)));
        Assert.Empty(await Overdue(world, decision.Body));

        world.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Equal([(decision.Id, OpennessStage.Execution, today.AddDays(30)), (decision.Id, OpennessStage.Result, today.AddDays(60))], (await Overdue(world, decision.Body)).Select(one => (one.Decision, one.Stage, one.Due)));
        Assert.Empty(await Overdue(world, await world.Body("gxj")));

        var execution = await world.Published(DocumentKind.Information, Content(OpennessStage.Execution, follows: decision.Id));
        var draft = await world.Drafted(DocumentKind.Information, content: Content(OpennessStage.Result, follows: decision.Id));
        Assert.Equal([OpennessStage.Result], (await Overdue(world, decision.Body)).Select(one => one.Stage));
        Assert.Equal(new HashSet<DocumentId> { execution.Id, draft.Id }, (await world.Do<FollowUps, List<FollowUp>>(ups => ups.Of(decision.Id, readableOnly: false, Cancel))).Select(one => one.Id).ToHashSet());

        var (read, readExecution) = (await Read(world, decision.Id), await Read(world, execution.Id));
        Assert.Equal((OpennessStage.Decision, today.AddDays(30), today.AddDays(60)), (read.LastShown.Stage, read.LastShown.ExecutionDue, read.LastShown.ResultDue));
        Assert.Equal([(execution.Id, OpennessStage.Execution)], read.FollowUps.Select(one => (one.Id, one.Stage)));
        Assert.Equal(decision.Id, readExecution.Decision?.Id);

        await world.Do<WithdrawDocument>(async withdraw => await withdraw.Run(execution.Id, "内容有误", await world.Officer(Desk.Bureau, Role.Publisher), null, Cancel));
        Assert.Equal(2, (await Overdue(world, decision.Body)).Count);
        Assert.Empty((await Read(world, decision.Id)).FollowUps);
    }

    [Fact]
    public async Task Dates_belong_to_a_decision_and_a_report_to_a_decision_of_its_body()
    {
        await using var world = await Yunze.World(provider);
        var day = world.Clock.Today().AddDays(9);
        var information = await world.Drafted(DocumentKind.Information);

        foreach (var content in (DocumentContent[])[Content(OpennessStage.Service, execution: day), Content(OpennessStage.Decision, execution: day, result: day.AddDays(-1)), Content(OpennessStage.Execution, follows: information.Id), Content(OpennessStage.Decision, follows: information.Id), Content(null, result: day)])
            await Assert.ThrowsAsync<RefusedException>(() => world.Drafted(DocumentKind.Information, content: content));
        Assert.Equal(["执行情况公开期限", "结果公开期限"], ContentFields.Missing(Content(OpennessStage.Decision)));
        Assert.Empty(ContentFields.Missing(Content(OpennessStage.Service)));
    }

    [Fact]
    public async Task What_was_reviewed_before_there_were_stages_keeps_its_digest_and_a_stage_changes_it()
    {
        await using var world = await Yunze.World(provider);
        var document = await world.Drafted(DocumentKind.Information);
        var plain = document.DigestOf(document.Working);

        document.Working.Stage = OpennessStage.Service;
        var staged = document.DigestOf(document.Working);
        document.Working.Stage = null;

        Assert.NotEqual(plain, staged);
        Assert.Equal(
            ContentDigest.Of(["information", "proactive", null, null, null, .. ContentFields.All.Take(13).Select(field => field.Of(document.Working))]), plain);
    }

    [Fact]
    public async Task Lists_are_narrowed_by_the_stage()
    {
        await using var world = await Yunze.World(provider);
        var service = await world.Drafted(DocumentKind.Information, content: Content(OpennessStage.Service));
        await world.Drafted(DocumentKind.Information);
        var filter = new DocumentFilter { Body = service.Body, Openness = OpennessStage.Service };

        var counts = await world.Do<DocumentBoard, IReadOnlyDictionary<DocumentState, int>>(board => board.Count(filter, Cancel));
        var rows = await world.Do<DocumentBoard, IReadOnlyList<DocumentRow>>(board => board.Page(filter, 1, 0, 50, Cancel));

        Assert.Equal(1, counts[DocumentState.Draft]);
        Assert.Equal([service.Id], rows.Select(row => row.Id));
    }

    private static DocumentContent Content(OpennessStage? stage, DateOnly? execution = null, DateOnly? result = null, DocumentId? follows = null)
    {
        var content = Desk.Content("关于印发科技创新券实施方案的通知");
        (content.Stage, content.ExecutionDue, content.ResultDue, content.Follows) = (stage, execution, result, follows);
        return content;
    }

    private static Task<IReadOnlyList<MissingFollowUp>> Overdue(World world, BodyId body) => world.Do<FollowUps, IReadOnlyList<MissingFollowUp>>(ups => ups.Overdue([body], Cancel));

    private static async Task<PublicDocument> Read(World world, DocumentId id) => (await world.Do<PublicReader, PublicDocument?>(reader => reader.Read(id, Cancel)))!;
}

public sealed class FollowUpOnSqliteTests() : FollowUpTests(DatabaseProvider.Sqlite);

public sealed class FollowUpOnPostgreSqlTests() : FollowUpTests(DatabaseProvider.PostgreSql);
