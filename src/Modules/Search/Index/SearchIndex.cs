using Gongkai.Data;
using Gongkai.Search.Feeding;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Index;

/// <summary>
/// 索引: what is asked and what is written of the search index of this node. A generation that turns out damaged is answered from no more; until another is built the search says so.
/// </summary>
internal sealed class SearchIndex(DataFolder folder, ILogger<SearchIndex> log) : IDisposable
{
    private readonly Lock _lock = new();
    private Generation? _current;
    private bool _isClosed;

    public IndexFiles Files { get; } = new(folder);

    /// <summary>重建中: a new generation is being built, whether or not an old one still answers.</summary>
    public bool IsBuilding { get; set; }

    public bool CanAnswer => Volatile.Read(ref _current) is not null;

    /// <summary>Whom to ring when damage was met.</summary>
    public CommitSignal? Bell { get; set; }

    public Generation? Current => Volatile.Read(ref _current);

    /// <exception cref="IndexMissingException">There is none that could answer.</exception>
    public T Read<T>(Func<IndexReader, T> ask)
    {
        using var lease = Current?.Use() ?? throw new IndexMissingException();
        try
        {
            return ask(lease.Reader);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            lease.Spoil();
            Drop(lease.Number, damage);
            throw new IndexMissingException();
        }
    }

    public IndexAnswer Answer(IndexQuery query) => Read(reader => reader.Answer(query));

    /// <summary>Opens a complete generation in the place of the present one, whose files go when nobody reads them any more.</summary>
    public void Swap(int number)
    {
        var next = new Generation(Files.PathOf(number), number);
        lock (_lock)
        {
            if (_isClosed)
            {
                next.Dispose();
                return;
            }

            var before = _current;
            Volatile.Write(ref _current, next);
            before?.Retire();
        }
    }

    /// <summary>A generation was found damaged: it answers no more.</summary>
    public void Drop(int number, Exception? damage)
    {
        lock (_lock)
        {
            if (_current?.Number != number)
                return;
            log.LogError(damage, "The search index {Generation} is damaged and is built anew", number);
            var before = _current;
            Volatile.Write(ref _current, null);
            before.Retire();
        }

        Bell?.Committed();
    }

    public static bool IsDamage(Exception problem) => problem switch
    {
        SqliteException { SqliteErrorCode: 10 or 11 or 14 or 26 or 267 } => true,
        SqliteException { SqliteErrorCode: 1 } lost => lost.Message.Contains("no such", StringComparison.Ordinal) || lost.Message.Contains("malformed", StringComparison.Ordinal) || lost.Message.Contains("vtable", StringComparison.Ordinal),
        InvalidDataException or InvalidCastException or IndexOutOfRangeException or System.Text.Json.JsonException => true,
        _ => false,
    };

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _current?.Dispose();
            _current = null;
        }

        Files.Dispose();
    }
}
