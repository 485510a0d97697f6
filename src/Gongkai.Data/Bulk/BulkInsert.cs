using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>
/// 整批写入: many new things in one transaction, past the change tracker but not past the ledger: what is handed in is an entry with what it accounts for, and
/// rows of the model's own tables are all that can be written. What must change besides goes through the tracker and is saved in the same transaction.
/// </summary>
public sealed class BulkInsert(GongkaiDb db, WriteQueue queue, ISealsEntries seals, IEnumerable<IKeepsTallies> tallies)
{
    /// <summary>Runs under the write lock and commits, or leaves nothing behind.</summary>
    /// <param name="make">Called when the lock is held, so that what it reads stays true; gives what is to be written, in the order in which one thing may refer to another.</param>
    /// <param name="written">Called when the rows stand and before the commit; may add rows to the tracker.</param>
    /// <param name="cancel">To stop.</param>
    /// <returns>How many rows were written.</returns>
    public async Task<int> Run(Func<Task<IReadOnlyList<Recorded>>> make, Func<Task>? written, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
            return await Write(make, written, cancel);
        using var turn = await queue.Enter(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WriteLock.Take(db, cancel);
        var rows = await Write(make, written, cancel);
        await transaction.CommitAsync(cancel);
        db.Committed();
        return rows;
    }

    private async Task<int> Write(Func<Task<IReadOnlyList<Recorded>>> make, Func<Task>? written, CancellationToken cancel)
    {
        var shapes = db.RowShapes;
        var made = await make();
        var recorded = made.Select(one => new RecordedRows(one.Entry, Rows(shapes, one.Things))).ToList();
        List<NewRow> rows = [.. recorded.SelectMany(one => one.Rows)];
        var things = rows.Count;
        foreach (var sealedRow in recorded.Count == 0 ? [] : await seals.Seal(db, recorded, cancel))
            shapes.Of(db.Model, sealedRow.GetType()).Write(sealedRow, rows);
        await using (var writer = new RowWriter(db))
            await writer.Write(rows, cancel);
        foreach (var tally in tallies)
            await tally.Adding(db, made.SelectMany(one => one.Things), cancel);
        if (written is not null)
            await written();
        await db.SaveChangesAsync(cancel);
        return things;
    }

    private List<NewRow> Rows(RowShapes shapes, IReadOnlyList<object> things)
    {
        List<NewRow> rows = [];
        foreach (var thing in things)
            shapes.Of(db.Model, thing.GetType()).Write(thing, rows);
        return rows;
    }
}
