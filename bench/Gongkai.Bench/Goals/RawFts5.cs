using System.Text;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;
using Microsoft.Data.Sqlite;

namespace Gongkai.Bench.Goals;

/// <summary>裸FTS5: the same folded texts as pairs of characters between spaces in a contentless FTS5 table, asked as anybody would: match, order by bm25, limit.</summary>
internal sealed class RawFts5 : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _ask;

    public RawFts5(string path, bool build)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Run($"PRAGMA page_size={IndexFile.PageSize}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16384;");
        if (build)
            Run("create virtual table f using fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '，。、；：（）()《》〈〉“”‘’！？—…·-,.;:?!/%+=<>[]{}&*#@~^_|$℃㎡×÷' \")");
        _ask = _connection.CreateCommand();
        _ask.CommandText = "select rowid from f where f match $words order by bm25(f, 8, 1) limit 10";
        _ask.Parameters.Add("$words", SqliteType.Text);
    }

    public void Fill(IEnumerable<(string Title, string Text)> documents)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into f (rowid, title, body) values ($id, $title, $body)";
        foreach (var name in (string[])["$id", "$title", "$body"])
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        var id = 0;
        foreach (var (title, text) in documents)
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (++id, Pairs(Fold.Of(title)), Pairs(Fold.Of(text)));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Run("insert into f (f) values ('optimize')");
    }

    public int Ask(string words)
    {
        _ask.Parameters[0].Value = $"\"{Pairs(Fold.Of(words))}\"";
        using var reader = _ask.ExecuteReader();
        var rows = 0;
        while (reader.Read())
            rows++;
        return rows;
    }

    public void Dispose()
    {
        _ask.Dispose();
        _connection.Dispose();
    }

    private static string Pairs(string text)
    {
        var pairs = new StringBuilder(text.Length * 3);
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        for (var i = 0; i + 1 < runes.Count; i++)
            pairs.Append(runes[i]).Append(runes[i + 1]).Append(' ');
        return pairs.ToString();
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
