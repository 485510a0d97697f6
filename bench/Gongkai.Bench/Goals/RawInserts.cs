using Gongkai.Bench.Measuring;
using Microsoft.Data.Sqlite;

namespace Gongkai.Bench.Goals;

/// <summary>裸插入: the rows one database has more than an earlier copy of it, put into that copy by prepared statements with nothing around them.</summary>
internal static class RawInserts
{
    private const int RowsAtOnce = 4000;

    private static readonly string[] s_tables =
    [
        "reviews", "review_stages", "review_rounds", "review_authors", "review_opinions", "review_findings", "documents", "document_versions", "attachments", "document_steps", "document_editors", "imported_items", "ledger_entries", "ledger_details",
    ];

    /// <returns>How many rows, and the seconds of processor time their inserts took.</returns>
    public static (int Rows, double Seconds) Measure(string database, string earlier)
    {
        using var from = Open(database);
        using var into = Open(earlier);
        var tables = s_tables.Select(table => (Table: table, Rows: New(from, into, table))).ToList();
        var start = ProcessorTime.Own;
        foreach (var (table, rows) in tables)
            Insert(into, table, rows);
        return (tables.Sum(table => table.Rows.Count), (ProcessorTime.Own - start).TotalSeconds);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    private static List<object[]> New(SqliteConnection from, SqliteConnection into, string table)
    {
        using var last = into.CreateCommand();
        last.CommandText = $"select coalesce(max(rowid), 0) from {table}";
        using var select = from.CreateCommand();
        select.CommandText = $"select * from {table} where rowid > {last.ExecuteScalar()} order by rowid";
        using var reader = select.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static void Insert(SqliteConnection into, string table, List<object[]> rows)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            using var transaction = into.BeginTransaction();
            using var command = into.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"insert into {table} values ({string.Join(", ", some[0].Select((_, i) => $"@p{i}"))})";
            foreach (var i in Enumerable.Range(0, some[0].Length))
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            foreach (var row in some)
            {
                for (var i = 0; i < row.Length; i++)
                    command.Parameters[i].Value = row[i];
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }
}
