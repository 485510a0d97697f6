using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Publishing;

/// <summary>记录届满: one document has lapsed by its own text.</summary>
public sealed class LapseDocument(DocumentDesk desk, IEnumerable<IWhenPublished> listeners)
{
    public async Task Run(DocumentId id, IActor by, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.PublishDocuments, by, seen: null, cancel);
        document.Lapse(by, desk.Now);
        await listeners.Tell(document, cancel);
        await desk.Close(document, Act.Lapse, by, cancel);
    }
}

/// <summary>到期失效: records each lapse the day after the last day, so that it stands in the ledger and the change feed, and copies elsewhere do not stay in force.</summary>
public sealed class LapseDue(IServiceScopeFactory scopes, ILogger<LapseDue> log)
{
    private static readonly Actor s_calendar = Actor.System("expiry", "有效期届满");

    /// <returns>How many were recorded.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var recorded = 0;
        while (await Round(cancel) is > 0 and var some)
            recorded += some;
        return recorded;
    }

    private async Task<int> Round(CancellationToken cancel)
    {
        List<DocumentId> due;
        await using (var reading = scopes.CreateAsyncScope())
            due = await reading.ServiceProvider.GetRequiredService<Expiries>().Due(cancel);
        var recorded = 0;
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<LapseDocument>().Run(id, s_calendar, cancel);
                recorded++;
            }
            catch (Exception problem) when (problem is NotLawfulException or DbUpdateException or ChangedMeanwhileException)
            {
                // Another node was quicker, or somebody works at it: the next round sees.
                log.LogInformation(problem, "The lapse of {Document} is left to the next round", id.Value);
            }
        }

        return recorded;
    }
}
