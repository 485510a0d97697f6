namespace Gongkai.Data;

/// <summary>Wakes this node's worker after a commit, so that nobody waits for the next poll.</summary>
internal sealed class OutboxSignal : IAfterCommit, IDisposable
{
    private readonly SemaphoreSlim _work = new(0, 1);

    public void Committed()
    {
        try
        {
            if (_work.CurrentCount == 0)
                _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else rang in the same moment.
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancel) => _work.WaitAsync(atMost, cancel);

    public void Dispose() => _work.Dispose();
}
