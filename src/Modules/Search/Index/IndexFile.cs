using System.Globalization;
using Gongkai.Search.Native;
using Microsoft.Data.Sqlite;

namespace Gongkai.Search.Index;

/// <summary>
/// 索引文件: one generation of the index, a SQLite file of its own. `grams` holds every pair of neighbouring characters with its place, `singles` every single one, `documents` what is filtered and counted by,
/// `texts` what snippets are cut from; row ids are given once and never again.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    /// <summary>Of the layout, of the folding and of which attachments are read: another number makes the index be built anew.</summary>
    public const int Format = 4;

    public const int PageSize = 8192;

    private const string Schema =
        """
        create table meta (name text primary key, value text not null) without rowid;
        create table documents (
          id integer primary key, key blob not null unique, stamp text not null, body blob not null, kind integer not null, shown integer not null,
          topic text not null, item text not null, chosen text not null, published integer not null, changed integer not null, validity integer not null, ended integer not null, title text not null, length integer not null, waiting integer not null);
        create index documents_waiting on documents (id) where waiting <> 0;
        create table gone (number integer primary key autoincrement, id integer not null);
        create table texts (id integer primary key, body blob not null, files blob, parts text);
        create virtual table grams using fts5(title, body, files, particulars, content='', contentless_delete=1, tokenize='gongkai 2');
        create virtual table singles using fts5(title, body, files, particulars, content='', contentless_delete=1, detail=column, tokenize='gongkai 1');
        """;

    private readonly MatchTaker _taker = new();

    private IndexFile(SqliteConnection connection, string path)
    {
        (Connection, Path) = (connection, path);
        Fts5.Register(connection, _taker);
    }

    public SqliteConnection Connection { get; }
    public string Path { get; }

    public MatchTaker Taker => _taker;

    /// <summary>A new, empty file; until it is complete it may be lost at any moment, so nothing is waited for.</summary>
    public static IndexFile Create(string path)
    {
        var file = Open(path, SqliteOpenMode.ReadWriteCreate, $"PRAGMA page_size={PageSize}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536;");
        try
        {
            file.Run(Schema);
            file.Run($"insert into meta values ('format', '{Format}')");
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static IndexFile OpenForWriting(string path) => Open(path, SqliteOpenMode.ReadWrite, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=0;");

    public static IndexFile OpenForReading(string path) => Open(path, SqliteOpenMode.ReadWrite, "PRAGMA query_only=ON; PRAGMA cache_size=-16384;");

    public string? Meta(string name)
    {
        using var command = Command("select value from meta where name = $name");
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    public long Number(string name) => long.TryParse(Meta(name), CultureInfo.InvariantCulture, out var number) ? number : 0;

    public void SetMeta(string name, string value)
    {
        using var command = Command("insert into meta values ($name, $value) on conflict (name) do update set value = excluded.value");
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }

    public long Long(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar() is long value ? value : 0;
    }

    public void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>As one transaction: all of it or nothing, and nothing of what others write meanwhile.</summary>
    public T Together<T>(Func<T> work)
    {
        Run("begin");
        try
        {
            var result = work();
            Run("commit");
            return result;
        }
        catch
        {
            try
            {
                Run("rollback");
            }
            catch (SqliteException)
            {
                // What went wrong first is what is to be told.
            }

            throw;
        }
    }

    public SqliteCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public void Dispose()
    {
        Connection.Dispose();
        _taker.Dispose();
    }

    private static IndexFile Open(string path, SqliteOpenMode mode, string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout=10000; {pragmas}";
            command.ExecuteNonQuery();
            return new IndexFile(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
