using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Data;

/// <summary>
/// SQLite连接: what holds for each connection, said once in its life (what the pool hands out again has heard it). Committed is on the disk (FULL), what is deleted is overwritten (an erased person's key
/// must not linger in free pages), and a busy database is waited for.
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

    /// <summary>The native connections that have been told.</summary>
    private static readonly ConditionalWeakTable<object, object> s_told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    public static void Tell(SqliteConnection connection)
    {
        var native = connection.Handle!;
        if (s_told.TryGetValue(native, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        s_told.AddOrUpdate(native, Pragmas);
    }
}
