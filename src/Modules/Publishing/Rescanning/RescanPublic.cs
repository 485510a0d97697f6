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
        var ready = await checker.Ready(cancel);
        var (waiting, inTrouble) = (0, 0);
        foreach (var (documents, checks) in Apart(db, ready))
        {
            waiting += await Unseen(db, documents, checks).CountAsync(cancel);
            inTrouble += await db.DocumentScans.CountAsync(scan => scan.Checks == checks && scan.Trouble != null && documents.Any(document => document.Id == scan.Document), cancel);
        }

        return new ScanProgress(await db.Documents.Readable.CountAsync(cancel), waiting, inTrouble);
    }

    private async Task<(ReadyChecks Ready, List<DocumentId> Due)> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ready = await scope.ServiceProvider.GetRequiredService<PreChecker>().Ready(cancel);
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        foreach (var (documents, checks) in Apart(db, ready))
        {
            if (await Unseen(db, documents, checks).OrderBy(id => id).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } due)
                return (ready, due);
        }

        return (ready, []);
    }

    /// <summary>What is public, apart by the checks that hold for it: a body with words of its own has its own.</summary>
    private static IEnumerable<(IQueryable<Document> Documents, string Checks)> Apart(GongkaiDb db, ReadyChecks ready)
    {
        var (readable, own) = (db.Documents.AsNoTracking().Readable, ready.OwnFingerprints.Keys.ToList());
        yield return (own.Count == 0 ? readable : readable.Where(document => !own.Contains(document.Body)), ready.Fingerprint);
        foreach (var (body, checks) in ready.OwnFingerprints)
            yield return (readable.Where(document => document.Body == body), checks);
    }

    private static IQueryable<DocumentId> Unseen(GongkaiDb db, IQueryable<Document> documents, string checks)
    {
        var scans = db.DocumentScans;
        return documents.Where(document => !scans.Any(scan => scan.Document == document.Id && scan.Checks == checks && scan.ShownVersion == document.ShownVersion)).Select(document => document.Id);
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
