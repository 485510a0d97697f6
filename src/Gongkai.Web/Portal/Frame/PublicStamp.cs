using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Frame;

/// <summary>
/// 公开版次: a number that rises with everything that changes what the public sees, read from the ledger. A commit of this node is asked for at the next
/// visit, so a withdrawal holds at once; what another process or node has written is seen within <see cref="s_atMost"/>. Work inside the office does not move it.
/// </summary>
public sealed class PublicStamp(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublicStamp> log) : IAfterCommit, IDisposable
{
    private static readonly TimeSpan s_atMost = TimeSpan.FromMilliseconds(200);
    private static readonly List<string> s_kinds = ["document", "body", "guide", "catalogue", "catalogue_column", TopicPage.RecordKind, SiteFooter.RecordKind];
    private static readonly List<string> s_inside = [.. DocumentActs.Inside, CatalogueActs.EditGuideWord, TopicActs.EditTopicWord];

    private readonly SemaphoreSlim _one = new(1, 1);
    private long _commits;
    private long _seenCommits = -1;
    private long _lookedAt;
    private long _entry = -1;
    private long _stamp;

    public void Committed() => Interlocked.Increment(ref _commits);

    /// <summary>Of what a page drawn now would show.</summary>
    public ValueTask<long> Now(CancellationToken cancel) =>
        Volatile.Read(ref _commits) == Volatile.Read(ref _seenCommits) && clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) < s_atMost ? ValueTask.FromResult(Volatile.Read(ref _stamp)) : new(Look(cancel));

    private async Task<long> Look(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var commits = Volatile.Read(ref _commits);
            if (commits == _seenCommits && clock.GetElapsedTime(_lookedAt) < s_atMost)
                return _stamp;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
            var head = await db.LedgerEntries.MaxAsync(entry => (long?)entry.Number, cancel) ?? 0;
            if (head != _entry)
            {
                var from = _entry;
                // A ledger that has become shorter is another record: somebody has restored a backup.
                if (head < from || await db.LedgerEntries.AnyAsync(entry => entry.Number > from && entry.Number <= head && s_kinds.Contains(entry.Kind) && !s_inside.Contains(entry.Act), cancel))
                    Volatile.Write(ref _stamp, _stamp + 1);
                _entry = head;
            }

            Volatile.Write(ref _seenCommits, commits);
            Volatile.Write(ref _lookedAt, clock.GetTimestamp());
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            // The database is away: what was drawn last is still shown, and asked for again soon.
            log.LogWarning(away, "the record cannot be asked what has changed");
            Volatile.Write(ref _lookedAt, clock.GetTimestamp());
        }
        finally
        {
            _one.Release();
        }

        return _stamp;
    }

    public void Dispose() => _one.Dispose();
}
