using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Ledgers.Chain;

/// <summary>
/// 读链: every entry with its details, in order, from one consistent look at the database. Read row by row without the mapping, which would
/// stop at the first value that somebody has spoilt; here it is a finding.
/// </summary>
internal static class ChainReader
{
    private const string Query = """
        select e.number, e.at, e.actor_id, e.actor_name, e.body_id, e.body_name, e.act, e.kind, e.key, e.details_digest, e.previous, e.hash, e.algorithm, d.salt, d.body
        from ledger_entries e left join ledger_details d on d.number = e.number order by e.number
        """;

    public static async IAsyncEnumerable<ChainRow> Read(GongkaiDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Query;
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                yield return Row(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static ChainRow Row(DbDataReader row)
    {
        var number = row.GetInt64(0);
        try
        {
            var entry = new LedgerEntry
            {
                Number = number,
                At = new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc)),
                ActorId = row.GetString(2),
                ActorName = row.GetString(3),
                BodyId = row.GetString(4),
                BodyName = row.GetString(5),
                Act = row.GetString(6),
                Kind = row.GetString(7),
                Key = row.GetString(8),
                DetailsDigest = row.GetFieldValue<byte[]>(9),
                Previous = row.GetFieldValue<byte[]>(10),
                Hash = row.GetFieldValue<byte[]>(11),
                Algorithm = Words.Parse<HashKind>(row.GetString(12)),
            };
            return new ChainRow(number, entry, row.IsDBNull(13) ? null : new LedgerDetails { Number = number, Salt = row.GetFieldValue<byte[]>(13), Body = row.GetString(14) }, null);
        }
        catch (Exception problem) when (problem is FormatException or InvalidCastException or ArgumentException)
        {
            return new ChainRow(number, null, null, string.Create(CultureInfo.InvariantCulture, $"无法读取：{problem.Message}"));
        }
    }
}

/// <summary>A row as it was found.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Entry">The entry; null when a value cannot be what the chain writes.</param>
/// <param name="Details">Its details; null when there are none.</param>
/// <param name="Unreadable">Why there is no entry.</param>
public readonly record struct ChainRow(long Number, LedgerEntry? Entry, LedgerDetails? Details, string? Unreadable);
