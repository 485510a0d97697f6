using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Data;

/// <summary>写行: rows into their tables inside the running transaction: by one prepared statement a table on SQLite, in batches without waiting on PostgreSQL.</summary>
internal sealed class RowWriter(GongkaiDb db) : IAsyncDisposable
{
    private const int BatchRows = 500;

    private readonly DbConnection _connection = db.Database.GetDbConnection();
    private readonly DbTransaction _transaction = db.Database.CurrentTransaction!.GetDbTransaction();
    private readonly Dictionary<RowShape, DbCommand> _prepared = [];

    public Task Write(IReadOnlyList<NewRow> rows, CancellationToken cancel)
    {
        if (db.IsPostgreSql)
            return InBatches(rows, cancel);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            Insert(row);
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
            await command.DisposeAsync();
    }

    /// <summary>SQLite works on this thread whatever it is called; so it is called plainly.</summary>
    private void Insert(NewRow row)
    {
        if (!_prepared.TryGetValue(row.Shape, out var command))
            _prepared[row.Shape] = command = Prepare(row.Shape);
        for (var i = 0; i < row.Values.Count; i++)
            command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private DbCommand Prepare(RowShape shape)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = Statement(shape, i => string.Create(CultureInfo.InvariantCulture, $"@p{i}"));
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private async Task InBatches(IReadOnlyList<NewRow> rows, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(BatchRows))
        {
            await using var batch = _connection.CreateBatch();
            batch.Transaction = _transaction;
            foreach (var row in some)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = Statement(row.Shape, i => string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
                foreach (var value in row.Values)
                {
                    var parameter = command.CreateParameter();
                    parameter.Value = value ?? DBNull.Value;
                    command.Parameters.Add(parameter);
                }

                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Statement(RowShape shape, Func<int, string> place) =>
        $"insert into \"{shape.Table}\" ({string.Join(", ", shape.Columns.Select(column => $"\"{column.Name}\""))}) values ({string.Join(", ", shape.Columns.Select((_, i) => place(i)))})";
}
