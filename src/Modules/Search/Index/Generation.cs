using System.Collections.Concurrent;
using System.Globalization;

namespace Gongkai.Search.Index;

/// <summary>一代索引: a complete index file with the readers that have it open; it goes when the last of them lets go.</summary>
internal sealed class Generation(string path, int number) : IDisposable
{
    private const int MostIdle = 4;

    private readonly ConcurrentBag<IndexReader> _idle = [];
    private readonly Lanes _lanes = new();
    private int _users = 1;
    private bool _isObsolete;

    public string Path => path;
    public int Number => number;

    public static string NameOf(int number) => $"index-{number.ToString("000000", CultureInfo.InvariantCulture)}.db";

    /// <summary>Takes part in its use; null when it is gone already.</summary>
    public Lease? Use()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var before = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (before == users)
                return new Lease(this);
            users = before;
        }

        return null;
    }

    /// <summary>Another has taken its place; the files go with the last user.</summary>
    public void Retire()
    {
        _isObsolete = true;
        Dispose();
    }

    public void Dispose() => Leave();

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
        if (_isObsolete)
            IndexFiles.Delete(path);
    }

    /// <summary>使用: a reader for one question.</summary>
    internal sealed class Lease(Generation of) : IDisposable
    {
        private IndexReader? _reader;

        public int Number => of.Number;

        public IndexReader Reader => _reader ??= of._idle.TryTake(out var reader) ? reader : new IndexReader(IndexFile.OpenForReading(of.Path), of._lanes);

        /// <summary>The reader met damage and is not to be used again.</summary>
        public void Spoil()
        {
            _reader?.Dispose();
            _reader = null;
        }

        public void Dispose()
        {
            if (_reader is { } reader && of._idle.Count < MostIdle)
                of._idle.Add(reader);
            else
                _reader?.Dispose();
            of.Leave();
        }
    }
}
