namespace Gongkai.Data;

/// <summary>
/// 写入队列: writers of one process wait for each other here, in order and without holding a thread. SQLite would let each of them
/// sleep on a thread of its own and wake in any order; PostgreSQL queues by itself.
/// </summary>
public sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<IDisposable?> Enter(GongkaiDb db, CancellationToken cancel)
    {
        if (db.IsPostgreSql)
            return null;
        await _turn.WaitAsync(cancel);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
