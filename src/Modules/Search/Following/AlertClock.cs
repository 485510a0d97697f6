using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search;

/// <summary>每日摘要的安排: puts a message for each search that was not told of yesterday into the outbox, and forgets what nobody confirmed.</summary>
public sealed class AlertRounds(GongkaiDb db, Outbox outbox, AlertCodes codes, Mailer mailer, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <returns>How many were put in.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        await codes.Forget(cancel);
        if (!mailer.IsReady)
            return 0;
        var (today, arranged) = (clock.Today(), 0);
        while (await db.AlertRounds.Where(round => round.From < today).OrderBy(round => round.From).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } due)
        {
            foreach (var round in due)
            {
                // Day and message change together, so that no day is told twice or never.
                outbox.Add(AlertMessage.Digest, $"{round.Alert.Value:N}", new AlertMessage(round.Alert.Value, round.From, today.AddDays(-1)));
                round.From = today;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            arranged += due.Count;
        }

        return arranged;
    }
}

/// <summary>每日摘要的钟: in the morning, when people read letters.</summary>
internal sealed class AlertClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AlertClock> log) : BackgroundService
{
    private const int Hour = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMinutes(10), clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Hour < Hour)
                continue;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AlertRounds>().Run(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "The daily letters could not be arranged");
            }
        }
    }
}
