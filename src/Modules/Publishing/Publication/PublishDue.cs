using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Publishing;

/// <summary>到时公开: publishes what is due, through the same door as everybody; what may not be public any more goes back to the desk.</summary>
public sealed class PublishDue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishDue> log)
{
    private static readonly Actor s_schedule = Actor.System("schedule", "定时公开");

    /// <returns>How many became public.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var published = 0;
        foreach (var (id, reason) in await Due(cancel))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<PublishDocument>().Run(id, reason, s_schedule, seen: null, cancel);
                published++;
            }
            catch (Exception refused) when (refused is NotLawfulException or RefusedException)
            {
                log.LogWarning(refused, "Scheduled publication of {Document} is refused", id.Value);
                await Unschedule(id, cancel);
            }
            catch (Exception problem) when (problem is DbUpdateException or ChangedMeanwhileException)
            {
                // Another node was quicker, or the database was busy: the next round sees.
                log.LogInformation(problem, "Scheduled publication of {Document} is left to the next round", id.Value);
            }
        }

        return published;
    }

    private async Task<List<(DocumentId Id, string? Reason)>> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Documents.AsNoTracking().AsSplitQuery()
            .Where(document => document.ScheduledAt <= now).OrderBy(document => document.ScheduledAt).ThenBy(document => document.Explains != null).Take(100).ToListAsync(cancel);
        return [.. due.Select(document => (document.Id, document.History.Last(taken => taken.Step == Procedure.Schedule.Id).Reason))];
    }

    private async Task Unschedule(DocumentId id, CancellationToken cancel)
    {
        // A scope of its own: the refused attempt has left its changes behind.
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<UnschedulePublication>().Run(id, s_schedule, seen: null, cancel);
        }
        catch (NotLawfulException)
        {
            // Somebody recalled it meanwhile.
        }
    }
}

/// <summary>定时公开的钟: looks twice a minute, and once a day for what has lapsed.</summary>
internal sealed class PublicationClock(PublishDue due, LapseDue lapse, TimeProvider clock, ILogger<PublicationClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? lookedOn = null;
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
        do
        {
            try
            {
                await due.Run(stoppingToken);
                if (lookedOn != clock.Today())
                {
                    await lapse.Run(stoppingToken);
                    lookedOn = clock.Today();
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Scheduled publications and lapses could not be looked for");
            }
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }
}
