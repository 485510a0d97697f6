using Gongkai.Formats;

namespace Gongkai.AnnualReports;

/// <summary>单元格状态: how a figure came to be, or why it is not there. Missing is not zero.</summary>
public enum CellState
{
    /// <summary>The row or table is lost; nothing can be said.</summary>
    Missing,

    /// <summary>A plain printed figure.</summary>
    Value,

    /// <summary>An empty cell.</summary>
    Blank,

    /// <summary>The word 无.</summary>
    WordNone,

    /// <summary>A slash or dash.</summary>
    Slash,

    /// <summary>More than one reading is possible; the readings are listed.</summary>
    Ambiguous,

    /// <summary>Found by arithmetic, by place or by OCR; the note says how.</summary>
    Recovered,

    /// <summary>A row that the edition allows but does not ask for, and that this report does not print.</summary>
    Absent,
}

/// <summary>单元格: a figure with its state, its raw text and its place.</summary>
/// <param name="State">How it was read.</param>
/// <param name="Value">The figure, or null where none is printed.</param>
public readonly record struct Cell(CellState State, decimal? Value = null)
{
    /// <summary>What the source prints.</summary>
    public string? Raw { get; init; }

    public SourcePlace? Source { get; init; }

    /// <summary>How it was recovered, or why it is ambiguous, in Chinese.</summary>
    public string? Note { get; init; }

    /// <summary>The readings of an ambiguous cell.</summary>
    public IReadOnlyList<decimal>? Alternatives { get; init; }

    /// <summary>True when a sum may use it: a figure, or a blank, 无 or slash, which counts as 0 with a note.</summary>
    public bool IsUsable => State is CellState.Value or CellState.Recovered or CellState.Blank or CellState.WordNone or CellState.Slash;

    /// <summary>True for a blank, 无 or slash.</summary>
    public bool IsWord => State is CellState.Blank or CellState.WordNone or CellState.Slash;

    public static Cell Of(decimal value) => new(CellState.Value, value);
}
