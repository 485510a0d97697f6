using System.Collections.Concurrent;
using Gongkai.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Data.Tests.Outboxes;

/// <summary>发件箱.</summary>
public abstract class OutboxTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_rolled_back_is_not_delivered()
    {
        var received = new Receiver();
        await using var world = await World(received);
        await world.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            services.GetRequiredService<Outbox>().Add("test", "甲", 1);
            await db.SaveRecorded();
            await transaction.RollbackAsync(Cancel);
        });
        await Add(world, "甲", 2);

        await Drain(world);

        Assert.Equal(["甲2"], received.Got);
    }

    [Fact]
    public async Task Messages_about_one_thing_keep_their_order_even_past_a_failure_and_others_do_not_wait()
    {
        var received = new Receiver { FailsOn = { ["甲1"] = 2 } };
        await using var world = await World(received);
        await world.In(async services =>
        {
            var outbox = services.GetRequiredService<Outbox>();
            outbox.Add("test", "甲", 1);
            outbox.Add("test", "甲", 2);
            outbox.Add("test", "乙", 3);
            await services.GetRequiredService<GongkaiDb>().SaveRecorded();
        });

        await Drain(world);
        Assert.Equal(["乙3"], received.Got);
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        await Drain(world);
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await Drain(world);

        Assert.Equal(["乙3", "甲1", "甲2"], received.Got);
    }

    [Fact]
    public async Task A_message_given_up_is_kept_with_its_error_lets_others_pass_and_may_be_revived()
    {
        var received = new Receiver { FailsOn = { ["甲1"] = 3 } };
        await using var world = await World(received, ("Gongkai:Outbox:Attempts", "3"));
        await Add(world, "甲", 1);
        await Add(world, "甲", 2);
        for (var i = 0; i < 4; i++)
        {
            await Drain(world);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var dead = Assert.Single(await world.In(services => services.GetRequiredService<Outbox>().DeadLetters(Cancel)));
        Assert.Equal((3, OutboxState.Dead), (dead.Attempts, dead.State));
        Assert.Contains("收不到", dead.Error, StringComparison.Ordinal);
        Assert.Equal(["甲2"], received.Got);

        await world.In(services => services.GetRequiredService<Outbox>().Revive(dead.Number, Cancel));
        await Drain(world);
        Assert.Equal(["甲2", "甲1"], received.Got);
    }

    [Fact]
    public async Task Several_workers_deliver_each_message_once()
    {
        var received = new Receiver { Takes = TimeSpan.FromMilliseconds(2) };
        await using var world = await World(received);
        for (var i = 0; i < 40; i++)
            await Add(world, $"{i % 5}/", i);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Node(world).Drain(Cancel), Cancel)));
        await Drain(world);

        Assert.Equal(40, received.Got.Count);
        Assert.All(Enumerable.Range(0, 5), about => Assert.Equal(
            Enumerable.Range(0, 8).Select(i => $"{about}/{(i * 5) + about}"), received.Got.Where(got => got.StartsWith($"{about}/", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_node_that_died_loses_its_lease_and_another_goes_on()
    {
        var received = new Receiver();
        await using var world = await World(received);
        await Add(world, "甲", 1);
        await world.Db(db => db.Database.ExecuteSqlRawAsync("update outbox set leased_by = 'dead', leased_until = {0}", world.Clock.GetUtcNow().UtcDateTime.AddMinutes(1)));

        Assert.Equal(0, await Drain(world));
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await Drain(world));

        Assert.Equal(["甲1"], received.Got);
    }

    [Fact]
    public async Task Clean_up_forgets_what_was_delivered_and_no_number_is_given_twice()
    {
        await using var world = await World(new Receiver());
        await Add(world, "甲", 1);
        await Add(world, "甲", 2);
        await Drain(world);
        world.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await world.In(services => services.GetRequiredService<Outbox>().CleanUp(TimeSpan.FromDays(30), Cancel)));
        await Add(world, "甲", 3);

        Assert.Equal([2L, 3L], await world.Db(db => db.Set<OutboxMessage>().OrderBy(m => m.Number).Select(m => m.Number).ToListAsync(Cancel)));
    }

    private Task<World> World(Receiver receiver, params (string, string)[] settings) => Shelf.World(provider, services => services.AddSingleton<IDelivers>(receiver), settings);

    private static Task Add(World world, string about, int body) => world.In(async services =>
    {
        services.GetRequiredService<Outbox>().Add("test", about, body);
        await services.GetRequiredService<GongkaiDb>().SaveRecorded();
    });

    private static Task<int> Drain(World world) => world.Services.GetRequiredService<OutboxDelivery>().Drain(Cancel);

    private static OutboxDelivery Node(World world) => ActivatorUtilities.CreateInstance<OutboxDelivery>(world.Services);

    private sealed class Receiver : IDelivers
    {
        private readonly ConcurrentQueue<string> _got = [];

        public string Topic => "test";
        public IReadOnlyList<string> Got => [.. _got];
        public Dictionary<string, int> FailsOn { get; } = [];
        public TimeSpan Takes { get; init; }

        public async Task Deliver(Delivery message, CancellationToken cancel)
        {
            await Task.Delay(Takes, cancel);
            var name = $"{message.About}{message.Read<int>()}";
            if (FailsOn.TryGetValue(name, out var times) && message.Attempt <= times && times-- > 0)
            {
                if (message.Attempt == FailsOn[name])
                    FailsOn.Remove(name);
                throw new InvalidOperationException("收不到");
            }

            _got.Enqueue(name);
        }
    }
}

public sealed class OutboxOnSqliteTests() : OutboxTests(DatabaseProvider.Sqlite);

public sealed class OutboxOnPostgreSqlTests() : OutboxTests(DatabaseProvider.PostgreSql);
