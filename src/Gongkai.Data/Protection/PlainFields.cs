using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>补加密: what was stored before its column was protected is sealed under the key of whose row it is, with an entry and without its text in it.</summary>
public sealed class PlainFields(GongkaiDb db, FieldProtection protection, WriteQueue queue)
{
    /// <param name="table">A table whose key is the person's id.</param>
    /// <param name="column">The column that is protected now.</param>
    /// <param name="record">Records the entry, given how many fields were sealed.</param>
    /// <param name="cancel">To stop.</param>
    /// <returns>How many were sealed; nought when all are.</returns>
    public async Task<int> Seal(string table, string column, Action<int> record, CancellationToken cancel)
    {
        if ((await Plain(table, column, cancel)).Count == 0)
            return 0;
        using var turn = await queue.Enter(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WriteLock.Take(db, cancel);
        var plain = await Plain(table, column, cancel);
        foreach (var field in plain)
        {
            var cipher = await protection.Seal(new SubjectId(field.Id), field.Text, cancel);
#pragma warning disable EF1002 // Names of a table and a column, from our own code.
            await db.Database.ExecuteSqlRawAsync($"update {table} set {column} = {{0}} where id = {{1}}", [cipher.Value, field.Id], cancel);
#pragma warning restore EF1002
        }

        if (plain.Count > 0)
            record(plain.Count);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.Committed();
        return plain.Count;
    }

    private async Task<List<PlainField>> Plain(string table, string column, CancellationToken cancel)
    {
#pragma warning disable EF1002
        return await db.Database.SqlQueryRaw<PlainField>($"select id as \"Id\", {column} as \"Text\" from {table} where {column} is not null and {column} not like 'gk1.%'").ToListAsync(cancel);
#pragma warning restore EF1002
    }

    private sealed record PlainField(Guid Id, string Text);
}
