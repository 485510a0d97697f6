using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongkai.Data;

/// <summary>
/// 投递: takes the oldest message that is due, of a thing none of whose earlier messages is still waiting, and delivers it. A node claims a message
/// by an update with a lease, so any number of nodes may work; a node that dies loses the lease and another goes on.
/// </summary>
public sealed class OutboxDelivery(IServiceScopeFactory scopes, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxDelivery> log)
{
    private const int ErrorLength = 4000;

    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Delivers all that is due.</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> Drain(CancellationToken cancel)
    {
        var attempts = 0;
        while (await Next(cancel))
            attempts++;
        return attempts;
    }

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> Next(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        if (await Claim(db, cancel) is not { } message)
            return false;

        try
        {
            await Deliver(message, cancel);
            await Settle(db, message, OutboxState.Delivered, message.DueAt, error: null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // We are asked to stop: no fault of the message.
            await Settle(db, message, OutboxState.Waiting, clock.GetUtcNow(), message.Error, attempts: message.Attempts - 1);
            throw;
        }
        catch (Exception problem)
        {
            var dead = message.Attempts >= options.Value.Attempts;
            log.LogWarning(problem, "Message {Number} ({Topic}, {About}), attempt {Attempt}: {Outcome}", message.Number, message.Topic, message.About, message.Attempts, dead ? "given up" : "tried again later");
            var error = problem.ToString();
            await Settle(db, message, dead ? OutboxState.Dead : OutboxState.Waiting, clock.GetUtcNow() + Wait(message.Attempts), error[..Math.Min(error.Length, ErrorLength)]);
        }

        return true;
    }

    private async Task<OutboxMessage?> Claim(GongkaiDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + options.Value.Lease;

        // The subquery's rows are locked on PostgreSQL, or passed over when another node has them; SQLite has one writer anyway.
        var claim = $$"""
            update outbox set leased_by = {0}, leased_until = {1}, attempts = attempts + 1
            where number = (
                select number from outbox as due
                where due.state = 'waiting' and due.due_at <= {2} and (due.leased_until is null or due.leased_until < {2})
                  and not exists (
                    select 1 from outbox as earlier
                    where earlier.topic = due.topic and earlier.about = due.about and earlier.number < due.number and earlier.state = 'waiting')
                order by due.number limit 1 {{(db.IsPostgreSql ? "for update skip locked" : "")}})
            returning *
            """;
        var claimed = await db.Set<OutboxMessage>().FromSqlRaw(claim, _node, until, now).AsNoTracking().ToListAsync(cancel);
        return claimed is [var message] ? message : null;
    }

    private async Task Deliver(OutboxMessage message, CancellationToken cancel)
    {
        // A scope of its own: what a receiver changes in the database is no part of our bookkeeping.
        await using var scope = scopes.CreateAsyncScope();
        var receiver = scope.ServiceProvider.GetServices<IDelivers>().FirstOrDefault(receiver => receiver.Topic == message.Topic)
            ?? throw new InvalidOperationException($"Nobody delivers {message.Topic}");
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(options.Value.Lease);
        await receiver.Deliver(new Delivery(message.Number, message.About, message.Attempts, message.Body), inTime.Token);
    }

    /// <summary>Only while the lease is still ours. Not cancelled: what was done must be noted.</summary>
    private async Task Settle(GongkaiDb db, OutboxMessage message, OutboxState state, DateTimeOffset dueAt, string? error, int? attempts = null)
    {
        var made = attempts ?? message.Attempts;
        await db.Set<OutboxMessage>().Where(m => m.Number == message.Number && m.LeasedBy == _node)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, state).SetProperty(m => m.DueAt, dueAt).SetProperty(m => m.Error, error).SetProperty(m => m.Attempts, made)
                    .SetProperty(m => m.LeasedBy, (string?)null).SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null),
                CancellationToken.None);
    }

    private TimeSpan Wait(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(options.Value.LongestRetry.TotalSeconds, options.Value.FirstRetry.TotalSeconds * Math.Pow(2, attempts - 1)));
}
