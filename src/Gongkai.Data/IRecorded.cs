namespace Gongkai.Data;

/// <summary>台账记录: a row that says who did what. A save that changes anything else must add one.</summary>
public interface IRecorded;

/// <summary>登账: closes the entries of a save (number, time, hash) inside its transaction and under the one write lock.</summary>
public interface ISealsEntries
{
    Task Seal(GongkaiDb db, IReadOnlyList<IRecorded> entries, CancellationToken cancel);

    /// <summary>The same for rows that the change tracker does not know.</summary>
    /// <returns>The entries and what lies beside them, to be written as rows in this order.</returns>
    Task<IReadOnlyList<object>> Seal(GongkaiDb db, IReadOnlyList<RecordedRows> recorded, CancellationToken cancel);
}

/// <summary>未留痕: a save changed something and told the ledger nothing; always a mistake of ours.</summary>
public sealed class UnrecordedChangeException(string what)
    : InvalidOperationException($"A save changes {what} without an entry in the ledger: call ledger.Record before SaveChangesAsync, or map the table WithoutEntry and say why.");
