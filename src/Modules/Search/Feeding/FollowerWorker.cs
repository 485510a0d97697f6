using Gongkai.Data;
using Gongkai.Search.Index;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Feeding;

/// <summary>跟随员: follows after every commit of this node, several times a second what other nodes commit, and proves the index from time to time.</summary>
internal sealed class FollowerWorker(Follower follower, CommitSignal signal, SearchIndex index, MissedQueries missed, TimeProvider clock, ILogger<FollowerWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_betweenMisses = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_betweenProofs = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        index.Bell = signal;
        var (proven, written) = (clock.GetTimestamp(), clock.GetTimestamp());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await follower.Round(stoppingToken))
                    continue;
                if (clock.GetElapsedTime(proven) > s_betweenProofs)
                {
                    follower.Prove();
                    proven = clock.GetTimestamp();
                }

                if (clock.GetElapsedTime(written) > s_betweenMisses)
                {
                    await missed.Write(stoppingToken);
                    written = clock.GetTimestamp();
                }

                await signal.Wait(s_poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                // The record is away, or the disk: both come back.
                log.LogError(problem, "The search index cannot follow the record");
                await Task.Delay(s_poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

/// <summary>提交信号: wakes the follower of this node.</summary>
internal sealed class CommitSignal : IAfterCommit, IDisposable
{
    private readonly SemaphoreSlim _work = new(0, 1);

    public void Committed()
    {
        try
        {
            if (_work.CurrentCount == 0)
                _work.Release();
        }
        catch (Exception gone) when (gone is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else rang in the same moment, or the site is closing.
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancel) => _work.WaitAsync(atMost, cancel);

    public void Dispose() => _work.Dispose();
}
