using Gongkai.Data;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongkai.Publishing;

/// <summary>
/// 全部复查: when the checks have changed, everything public is looked through again, one document after the other with a pause between. Each is noted in its own
/// transaction, so whoever is interrupted goes on where he was.
/// </summary>
public sealed class RescanPublic(IServiceScopeFactory scopes, IOptions<CheckOptions> options, TimeProvider clock, ILogger<RescanPublic> log)
{
    private const int AtOnce = 200;

    /// <returns>How many documents were looked through.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var scanned = 0;
        while (true)
        {
            // Read anew for each batch: somebody may change the words meanwhile.
            var (ready, due) = await Due(cancel);
            if (due.Count == 0)
                return scanned;
            foreach (var id in due)
            {
                await One(id, ready, cancel);
                scanned++;
                await Task.Delay(TimeSpan.FromMilliseconds(options.Value.RescanPause), clock, cancel);
            }
        }
    }

    /// <summary>How far it is: documents that are public, and those the checks of now have not seen.</summary>
    public async Task<ScanProgress> Progress(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, checker) = (scope.ServiceProvider.GetRequiredService<GongkaiDb>(), scope.ServiceProvider.GetRequiredService<PreChecker>());
        var checks = (await checker.Ready(cancel)).Fingerprint;
        return new ScanProgress(
            await db.Documents.Readable.CountAsync(cancel), await Unseen(db, checks).CountAsync(cancel),
            await db.DocumentScans.CountAsync(scan => scan.Checks == checks && scan.Trouble != null, cancel));
    }

    private async Task<(ReadyChecks Ready, List<DocumentId> Due)> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ready = await scope.ServiceProvider.GetRequiredService<PreChecker>().Ready(cancel);
        return (ready, await Unseen(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), ready.Fingerprint).OrderBy(id => id).Take(AtOnce).ToListAsync(cancel));
    }

    private static IQueryable<DocumentId> Unseen(GongkaiDb db, string checks)
    {
        var scans = db.DocumentScans;
        return db.Documents.AsNoTracking().Readable.Where(document => !scans.Any(scan => scan.Document == document.Id && scan.Checks == checks && scan.ShownVersion == document.ShownVersion)).Select(document => document.Id);
    }

    private async Task One(DocumentId id, ReadyChecks ready, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var scan = scope.ServiceProvider.GetRequiredService<ScanDocument>();
        try
        {
            await scan.Run(id, ready, cancel);
        }
        catch (Exception problem) when (problem is DbUpdateException)
        {
            // Another node was quicker, or the database was busy: the next round sees.
            log.LogInformation(problem, "The scan of {Document} is left to the next round", id.Value);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "{Document} cannot be scanned", id.Value);
            await scan.GiveUp(id, ready, problem.GetType().Name, cancel);
        }
    }
}

/// <summary>复查进度.</summary>
public sealed record ScanProgress(int Public, int Waiting, int InTrouble);

/// <summary>复查的钟: looks once a minute whether the checks or what is public have changed.</summary>
internal sealed class RescanClock(RescanPublic rescan, TimeProvider clock, ILogger<RescanClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rescan.Run(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "What is public could not be scanned");
            }
        }
    }
}
