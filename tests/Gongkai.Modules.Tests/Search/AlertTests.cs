using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Modules.Tests.Publishing;
using Gongkai.Publishing;
using Gongkai.Search;
using Gongkai.Search.Feeding;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Search;

/// <summary>邮件订阅: nothing before its reader has confirmed, once a day what is new, and nothing left after the end.</summary>
public abstract class AlertTests(DatabaseProvider provider)
{
    private const string Reader = "reader@example.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_only_when_the_letter_was_read_and_tells_each_day_once()
    {
        using var sink = new MailSink();
        await using var world = await World(sink);
        await Ask(world);
        await Drain(world);
        var code = MailSink.Code(Assert.Single(sink.Letters));
        var early = await world.Published();
        await Follow(world);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Round(world));

        Assert.NotNull(await world.Do<AlertCodes, Alert?>(codes => codes.Confirm(code, Cancel)));
        var told = await world.Published(content: Desk.Content("云泽市科技创新券实施细则"));
        await Follow(world);
        Assert.Equal(0, await Round(world));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await Round(world), await Round(world)));
        await Drain(world);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Round(world));
        await Drain(world);

        Assert.Equal(2, sink.Letters.Count);
        var text = MailSink.Text(sink.Letters[1]);
        Assert.Contains($"https://www.yunze.example/documents/{told.Id.Value}", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{early.Id.Value}", text, StringComparison.Ordinal);
        Assert.Contains($"https://www.yunze.example/alerts/end?code={code}", text, StringComparison.Ordinal);
        Assert.Equal($"<https://www.yunze.example/alerts/end?code={code}>", MailSink.Header(sink.Letters[1], "List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", MailSink.Header(sink.Letters[1], "List-Unsubscribe-Post"));
        Assert.Contains(Reader, MailSink.Header(sink.Letters[1], "To"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_document_and_one_that_only_comes_near_are_not_told()
    {
        using var sink = new MailSink();
        await using var world = await World(sink);
        await Confirmed(world, sink);
        var gone = await world.Published();
        var near = Desk.Content("科技特派员名单", "<p>现公布科技特派员名单。</p>");
        near.Summary = "科技特派员名单";
        await world.Published(content: near);
        var publisher = await world.Officer("kjj", Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(gone.Id, "内容有误", publisher, null, Cancel));
        await Follow(world);

        world.Clock.Advance(TimeSpan.FromDays(1));
        await Round(world);
        await Drain(world);

        await world.Services.GetRequiredService<MissedQueries>().Write(Cancel);
        Assert.Single(sink.Letters);
        Assert.Equal(0, await world.Db(db => db.MissedQueries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Tells_what_was_revised_repealed_or_moved_in_and_says_which_it_was()
    {
        using var sink = new MailSink();
        await using var world = await World(sink);
        var (revised, repealed) = (await world.Published(), await world.Published(content: Desk.Content("云泽市科技创新券实施细则")));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Confirmed(world, sink);
        var clerk = await world.Officer("kjj", Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(revised.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(revised.Id, Desk.Content(html: "<p>第一条 科技创新券支持购买科技服务。</p>"), null, clerk, null, Cancel));
        await world.Signed(await world.Submitted(revised.Id));
        await world.Publish(revised.Id);
        await world.Repeal(repealed.Id, world.Clock.Today(), "已有新的规定");
        await world.MoveIn(Moving.File(Moving.Line(1).With("title", "关于科技创新券兑付的通知")), accept: "已经核对");
        await Follow(world);

        world.Clock.Advance(TimeSpan.FromDays(1));
        await Round(world);
        await Drain(world);

        var text = MailSink.Text(sink.Letters[1]);
        var day = $"{world.Clock.Today().AddDays(-1):yyyy年M月d日}";
        Assert.Contains($"{day}修订：更正第一条", text, StringComparison.Ordinal);
        Assert.Contains($"{day}废止：已有新的规定", text, StringComparison.Ordinal);
        Assert.Contains($"{day}迁入本平台", text, StringComparison.Ordinal);
        Assert.Contains("新公开和有变化3件", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_the_server_refuses_is_tried_again()
    {
        using var sink = new MailSink(refusals: 2);
        await using var world = await World(sink);

        await Ask(world);
        await Drain(world);

        Assert.Single(sink.Letters);
        var message = await world.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(message => message.Topic == "alerts.confirm", Cancel));
        Assert.Equal((OutboxState.Delivered, 3), (message.State, message.Attempts));
    }

    [Fact]
    public async Task The_address_is_readable_nowhere_and_gone_with_the_end()
    {
        using var sink = new MailSink();
        await using var world = await World(sink);
        var code = await Confirmed(world, sink);
        var alert = await world.Db(db => db.Alerts.AsNoTracking().SingleAsync(Cancel));
        var (ledger, outbox) = await world.Db(async db => (
            string.Join('\n', (await db.LedgerEntries.AsNoTracking().Where(entry => entry.Kind == Alert.RecordKind).ToListAsync(Cancel)).Select(entry => System.Text.Json.JsonSerializer.Serialize(new { entry.Note, entry.Act, entry.Key }))),
            string.Join('\n', await db.Set<OutboxMessage>().Select(message => message.Body + message.About).ToListAsync(Cancel))));

        await world.Do<AlertCodes>(codes => codes.End(code, Cancel));
        await world.Do<AlertCodes>(codes => codes.End(code, Cancel));

        foreach (var place in (string[])[alert.Email.Value, alert.EmailMark, alert.Code.Value, alert.CodeHash, ledger, outbox])
        {
            Assert.DoesNotContain("reader", place, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(code, place, StringComparison.Ordinal);
        }

        Assert.Equal(FieldProtection.Erased, await world.Do<FieldProtection, string>(protection => protection.Reveal(alert.Email, Cancel)));
        Assert.Equal((0, 0), await world.Db(async db => (await db.Alerts.CountAsync(Cancel), await db.AlertRounds.CountAsync(Cancel))));
        Assert.Null(await world.Do<AlertCodes, Alert?>(codes => codes.Confirm(code, Cancel)));
        Assert.Equal(["alerts.ask", "alerts.confirm", "alerts.end", "ledger.erase_person"], await world.Db(db => db.LedgerEntries.Where(entry => entry.Kind == Alert.RecordKind).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Nobody_s_box_is_filled_and_nobody_learns_whether_an_address_is_known()
    {
        using var sink = new MailSink();
        await using var world = await World(sink);
        for (var time = 0; time < 6; time++)
            await Ask(world, time % 2 == 0 ? Reader : "Reader@Example.org");
        await Drain(world);
        Assert.Equal(AskAlert.MostWaiting, sink.Letters.Count);

        await world.Do<AlertCodes, Alert?>(codes => codes.Confirm(MailSink.Code(sink.Letters[0]), Cancel));
        world.Clock.Advance(TimeSpan.FromDays(2));
        await Ask(world);
        await Drain(world);

        Assert.Equal(AskAlert.MostWaiting, sink.Letters.Count);
    }

    [Fact]
    public async Task What_nobody_confirmed_is_forgotten_after_a_week()
    {
        using var sink = new MailSink();
        await using var world = await World(sink);
        await Ask(world);
        await Drain(world);
        var alert = await world.Db(db => db.Alerts.AsNoTracking().SingleAsync(Cancel));

        world.Clock.Advance(AlertCodes.Waits);
        Assert.Null(await world.Do<AlertCodes, Alert?>(codes => codes.Confirm(MailSink.Code(sink.Letters[0]), Cancel)));
        await Round(world);

        Assert.Equal(0, await world.Db(db => db.Alerts.CountAsync(Cancel)));
        Assert.Equal(FieldProtection.Erased, await world.Do<FieldProtection, string>(protection => protection.Reveal(alert.Email, Cancel)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("reader@localhost")]
    [InlineData("reader@example.org\r\nBcc: other@example.org")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("\"读者\" <reader@example.org>")]
    public async Task Refuses_what_is_no_address(string typed)
    {
        using var sink = new MailSink();
        await using var world = await World(sink);

        Assert.Equal("email", (await Assert.ThrowsAsync<RefusedException>(() => Ask(world, typed))).Field);
        Assert.Equal(0, await world.Db(db => db.Alerts.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Is_not_offered_where_no_letters_can_be_sent()
    {
        await using var world = await Yunze.World(provider);

        Assert.Equal("email", (await Assert.ThrowsAsync<RefusedException>(() => Ask(world))).Field);
    }

    private Task<World> World(MailSink sink) => Yunze.World(provider, sink.Settings);

    private static Task Ask(World world, string email = Reader) => world.Do<AskAlert>(ask => ask.Run(email, new SearchRequest { Text = "科技创新券", Body = "kjj", ByDate = true }, "关于“科技创新券”的公开信息", "/search?q=%E7%A7%91&body=kjj", Cancel));

    private static async Task<string> Confirmed(World world, MailSink sink)
    {
        await Ask(world);
        await Drain(world);
        var code = MailSink.Code(Assert.Single(sink.Letters));
        await world.Do<AlertCodes, Alert?>(codes => codes.Confirm(code, Cancel));
        return code;
    }

    private static Task<int> Round(World world) => world.Do<AlertRounds, int>(rounds => rounds.Run(Cancel));

    private static Task<int> Drain(World world) => world.Services.GetRequiredService<OutboxDelivery>().Drain(Cancel);

    private static Task Follow(World world) => world.Services.GetRequiredService<Follower>().CatchUp(Cancel);
}

public sealed class AlertOnSqliteTests() : AlertTests(DatabaseProvider.Sqlite);

public sealed class AlertOnPostgreSqlTests() : AlertTests(DatabaseProvider.PostgreSql);
