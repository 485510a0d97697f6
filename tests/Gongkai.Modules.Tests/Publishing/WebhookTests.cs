using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>事件推送: what happens to a document is told to those who asked, signed, after the commit, until they have it; nobody inside is knocked at.</summary>
public abstract class WebhookTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_and_a_withdrawal_arrive_signed_and_in_order()
    {
        using var receiver = new WebhookReceiver();
        await using var world = await Inside(provider);
        var (_, secret) = await Add(world, receiver.Url, DocumentEvent.Published, DocumentEvent.Withdrawn);
        var document = await world.Published();
        await Withdraw(world, document.Id);

        await Drain(world);

        Assert.Equal(["document.published", "document.withdrawn"], receiver.Got.Select(got => got.Event));
        var (_, signature, body) = receiver.Got[0];
        var time = signature.Split(',')[0]["t=".Length..];
        Assert.Equal($"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}", signature);
        Assert.Equal(world.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(time));
        using var told = JsonDocument.Parse(body);
        Assert.Equal(["at", "document_id", "event", "id", "title", "url", "version"], told.RootElement.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(document.Id.Value, told.RootElement.GetProperty("document_id").GetGuid());
        Assert.Equal(document.Title, told.RootElement.GetProperty("title").GetString());
        Assert.Equal($"https://www.yunze.example/documents/{document.Id.Value}", told.RootElement.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_withdrawal_tells_the_title_that_was_public_and_not_the_one_being_written()
    {
        using var receiver = new WebhookReceiver();
        await using var world = await Inside(provider);
        await Add(world, receiver.Url, DocumentEvent.Withdrawn);
        var document = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        await world.Do<ReviseDocument>(revise => revise.Run(document.Id, clerk, null, Cancel));
        await world.Do<EditDraft>(edit => edit.Run(document.Id, Desk.Content("还没有公开的新标题"), null, clerk, null, Cancel));

        await Withdraw(world, document.Id);
        await Drain(world);

        using var told = JsonDocument.Parse(Assert.Single(receiver.Got).Body);
        Assert.Equal(document.Title, told.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_tried_again_when_somebody_says_so()
    {
        using var receiver = new WebhookReceiver(500);
        await using var world = await Yunze.World(provider, ("Gongkai:Webhooks:AllowPrivate", "true"), ("Gongkai:Outbox:Attempts", "1"));
        var (webhook, _) = await Add(world, receiver.Url, DocumentEvent.Published);
        await world.Published();
        await Drain(world);
        var dead = Assert.Single(await Log(world, webhook));
        var (head, elsewhere) = (await world.Officer(Desk.Bureau, Role.OfficeHead), await world.Officer("gxj", Role.OfficeHead));
        Task Retry(Officer by) => world.Do<RetryDelivery>(retry => retry.Run(webhook.Id, dead.Number, by, Cancel));

        Assert.Equal(OutboxState.Dead, dead.State);
        await Assert.ThrowsAsync<NotAllowedException>(() => Retry(elsewhere));
        await Retry(head);
        await Drain(world);
        await Assert.ThrowsAsync<RefusedException>(() => Retry(head));

        Assert.Equal(OutboxState.Delivered, Assert.Single(await Log(world, webhook)).State);
        Assert.Equal(2, receiver.Got.Count);
        Assert.Equal(1, await world.Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == "webhooks.retry", Cancel)));
    }

    [Fact]
    public async Task Only_what_was_asked_for_and_only_of_this_body_is_told()
    {
        using var receiver = new WebhookReceiver();
        await using var world = await Inside(provider);
        await Add(world, receiver.Url, DocumentEvent.Revised);
        await Add(world, receiver.Url, "gxj", DocumentEvent.Published);

        await world.Published();
        await Drain(world);

        Assert.Empty(receiver.Got);
    }

    [Fact]
    public async Task A_publication_that_is_refused_tells_nobody()
    {
        await using var world = await Inside(provider);
        await Add(world, "http://127.0.0.1:9/hook", DocumentEvent.Published);
        var document = await world.Drafted();

        await Assert.ThrowsAnyAsync<Exception>(() => world.Publish(document.Id));

        Assert.Empty(await Messages(world));
    }

    [Fact]
    public async Task A_receiver_that_fails_is_told_again_and_the_log_says_why()
    {
        using var receiver = new WebhookReceiver(500, 302);
        await using var world = await Inside(provider);
        var (webhook, _) = await Add(world, receiver.Url, DocumentEvent.Published);
        await world.Published();

        await Drain(world);
        var failed = Assert.Single(await Log(world, webhook));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Drain(world);
        var redirected = Assert.Single(await Log(world, webhook));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Drain(world);
        var delivered = Assert.Single(await Log(world, webhook));

        Assert.Equal((OutboxState.Waiting, 1, "对方答复 500"), (failed.State, failed.Attempts, failed.Error));
        Assert.Equal((OutboxState.Waiting, 2, "对方答复 302"), (redirected.State, redirected.Attempts, redirected.Error));
        Assert.Equal((OutboxState.Delivered, 3), (delivered.State, delivered.Attempts));
        // The same message each time, by its id, and nothing followed the redirect.
        Assert.Single(receiver.Got.Select(got => got.Body).Distinct());
        Assert.Equal(3, receiver.Got.Count);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task A_name_that_leads_inside_is_not_knocked_at_when_the_setting_does_not_allow_it(string host)
    {
        using var receiver = new WebhookReceiver();
        await using var world = await Yunze.World(provider);
        var client = world.Services.GetRequiredService<WebhookClient>();

        var refused = await Assert.ThrowsAsync<WebhookFailedException>(() => client.Send(new Uri($"http://{host}:{receiver.Port}/hook"), "document.published", "{}"u8.ToArray(), "secret", Cancel));

        Assert.Equal("地址属于内部网络，不予推送", refused.Message);
        Assert.Empty(receiver.Got);
    }

    [Theory]
    [InlineData("http://receiver.example/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:192.168.1.1]/hook")]
    [InlineData("https://user:word@receiver.example/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("receiver.example")]
    [InlineData(null)]
    public async Task An_address_that_can_not_be_meant_is_refused_when_it_is_typed(string? url)
    {
        await using var world = await Yunze.World(provider);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Add(world, url!, DocumentEvent.Published));

        Assert.Equal("url", refused.Field);
    }

    [Fact]
    public async Task Its_secret_lies_sealed_stands_in_no_entry_and_goes_with_it()
    {
        await using var world = await Yunze.World(provider);
        var (webhook, secret) = await Add(world, "https://receiver.example/hook", DocumentEvent.Published);
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);

        Assert.DoesNotContain(secret, (await world.Db(db => db.Webhooks.SingleAsync(Cancel))).Secret.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.Db(db => db.LedgerDetails.Select(details => details.Body).ToListAsync(Cancel)), body => body.Contains(secret, StringComparison.Ordinal) || body.Contains(webhook.Secret.Value, StringComparison.Ordinal));
        await world.Do<RemoveWebhook>(remove => remove.Run(webhook.Id, head, Cancel));

        Assert.Equal(FieldProtection.Erased, await world.Do<FieldProtection, string>(protection => protection.Reveal(webhook.Secret, Cancel)));
        Assert.True(await world.Db(db => db.LedgerEntries.AnyAsync(entry => entry.Act == "webhooks.remove", Cancel)));
    }

    [Fact]
    public async Task What_still_waits_when_it_is_removed_is_not_delivered()
    {
        using var receiver = new WebhookReceiver();
        await using var world = await Inside(provider);
        var (webhook, _) = await Add(world, receiver.Url, DocumentEvent.Published);
        await world.Published();
        var head = await world.Officer(Desk.Bureau, Role.OfficeHead);
        await world.Do<RemoveWebhook>(remove => remove.Run(webhook.Id, head, Cancel));

        await Drain(world);

        Assert.Empty(receiver.Got);
        Assert.Equal(OutboxState.Delivered, Assert.Single(await Messages(world)).State);
    }

    private static Task<World> Inside(DatabaseProvider provider) => Yunze.World(provider, ("Gongkai:Webhooks:AllowPrivate", "true"), ("Gongkai:Webhooks:SiteAddress", "https://www.yunze.example/"));

    private static Task<(Webhook Webhook, string Secret)> Add(World world, string url, params DocumentEvent[] events) => Add(world, url, Desk.Bureau, events);

    private static async Task<(Webhook Webhook, string Secret)> Add(World world, string url, string body, params DocumentEvent[] events)
    {
        var head = await world.Officer(body, Role.OfficeHead);
        return await world.Do<AddWebhook, (Webhook, string)>(add => add.Run(head.Body, url, events, head, Cancel));
    }

    private static async Task Withdraw(World world, DocumentId id)
    {
        var publisher = await world.Officer(Desk.Bureau, Role.Publisher);
        await world.Do<WithdrawDocument>(withdraw => withdraw.Run(id, "数据有误", publisher, null, Cancel));
    }

    private static Task<int> Drain(World world) => world.Services.GetRequiredService<OutboxDelivery>().Drain(Cancel);

    private static Task<List<OutboxMessage>> Messages(World world) => world.Db(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync(Cancel));

    private static Task<IReadOnlyList<WebhookAttempt>> Log(World world, Webhook webhook) => world.Do<WebhookLog, IReadOnlyList<WebhookAttempt>>(log => log.Of(webhook.Id, 10, Cancel));
}

public sealed class WebhookOnSqliteTests() : WebhookTests(DatabaseProvider.Sqlite);

public sealed class WebhookOnPostgreSqlTests() : WebhookTests(DatabaseProvider.PostgreSql);

/// <summary>公网地址.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2400:3200::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Are_those_of_the_open_internet(string address) => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:1::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Are_not_those_that_only_this_machine_or_its_network_reaches(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));
}
