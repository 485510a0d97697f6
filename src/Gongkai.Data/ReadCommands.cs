using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gongkai.Data;

/// <summary>
/// 常问: the few questions that are asked by far the most, past the model. In SQLite, where most of such a question is the reading of its words, it is kept
/// as prepared with its connection, for a minute: a file that was put back is soon asked. PostgreSQL has a pool of its own.
/// </summary>
public sealed class ReadCommands(IOptions<DatabaseOptions> options, DataFolder folder, TimeProvider clock) : IDisposable
{
    private const int MostKept = 16;
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ConcurrentStack<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly string _address = DataServices.AddressOf(options.Value, folder);

    /// <param name="sql">With one parameter, @id; always the same words.</param>
    /// <param name="id">What is asked for.</param>
    /// <param name="read">Takes what it needs from the answer; the rows are gone afterwards.</param>
    /// <param name="cancel">The visitor has left.</param>
    /// <exception cref="DbException">As from the model's own connection.</exception>
    public async Task<T> Read<T>(string sql, Guid id, Func<DbDataReader, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        var kept = _kept.GetOrAdd(sql, static _ => []);
        var (command, since) = Take(kept) ?? new Kept(await Open(sql, cancel), clock.GetTimestamp());
        var isWell = false;
        try
        {
            command.Parameters[0].Value = id;
            T found;
            await using (var rows = await command.ExecuteReaderAsync(cancel))
                found = await read(rows, cancel);
            isWell = true;
            return found;
        }
        finally
        {
            if (isWell && command is SqliteCommand && kept.Count < MostKept)
                kept.Push(new Kept(command, since));
            else
                Close(command);
        }
    }

    public void Dispose()
    {
        foreach (var (command, _) in _kept.Values.SelectMany(one => one))
            Close(command);
    }

    private Kept? Take(ConcurrentStack<Kept> kept)
    {
        while (kept.TryPop(out var one))
        {
            if (clock.GetElapsedTime(one.Since) < s_life)
                return one;
            Close(one.Command);
        }

        return null;
    }

    private async Task<DbCommand> Open(string sql, CancellationToken cancel)
    {
        DbConnection connection = options.Value.Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnection(_address) : new SqliteConnection(_address);
        try
        {
            await connection.OpenAsync(cancel);
            if (connection is SqliteConnection sqlite)
                SqliteConnections.Tell(sqlite);
            var command = connection.CreateCommand();
            command.CommandText = sql;
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@id";
            command.Parameters.Add(parameter);
            return command;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static void Close(DbCommand command)
    {
        using var connection = command.Connection;
        command.Dispose();
    }

    private sealed record Kept(DbCommand Command, long Since);
}
