namespace Gongkai.Data;

/// <summary>新行: one row as it is written, with what the ledger must know of its columns.</summary>
public sealed class NewRow
{
    internal NewRow(RowShape shape, object?[] values) => (Shape, Values) = (shape, values);

    public string Table => Shape.Table;
    public IReadOnlyList<NewColumn> Columns => Shape.Columns;

    /// <summary>In the form in which the database keeps them, in the order of the columns.</summary>
    public IReadOnlyList<object?> Values { get; }

    internal RowShape Shape { get; }
}

/// <summary>新行的一列.</summary>
public sealed record NewColumn(string Name, bool IsKey, bool IsVersion, bool IsKeptOutOfLedger);

/// <summary>整批登记的事: an entry and the new things it accounts for; what is written in bulk comes only so.</summary>
public sealed record Recorded(IRecorded Entry, IReadOnlyList<object> Things);

/// <summary>An entry with the rows of its things.</summary>
public sealed record RecordedRows(IRecorded Entry, IReadOnlyList<NewRow> Rows);
