using Gongkai.Formats;

namespace Gongkai.AnnualReports;

/// <summary>读取所见: something the reader saw that is no figure.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words of the source.</param>
/// <param name="Place">Where.</param>
/// <param name="At">What it concerns: a section (`s4`), a sub-table (`t2.art20_8`), a row (`t3.received_new`), a column (`t3.*.social_welfare_org`), a cell, a group (`t3.refused`).</param>
public sealed record Observation(ObservationKind Kind, string Text, SourcePlace? Place = null, string? At = null);

/// <summary>Kinds of <see cref="Observation"/>.</summary>
public enum ObservationKind
{
    /// <summary>A heading of one of the six sections; <see cref="Observation.At"/> is its key.</summary>
    SectionHeading,

    /// <summary>Caption of a sub-table of 表二 found; At is the table's key.</summary>
    SubTable,

    /// <summary>A row label found; Text is the label as printed.</summary>
    RowLabel,

    /// <summary>A column label found; Text as printed.</summary>
    ColumnLabel,

    /// <summary>Figures printed on a group line, which holds none in the form.</summary>
    GroupLineFigures,

    /// <summary>A row with figures that no row of the form explains.</summary>
    UnknownRow,

    /// <summary>A column that no column of the form explains.</summary>
    UnknownColumn,

    /// <summary>A row whose number of figures is not the number of columns; Text holds the figures.</summary>
    WrongNumberOfFigures,

    /// <summary>A sign of the other edition; Text is the word.</summary>
    OtherEdition,

    /// <summary>A heading stands there but its table is lost or is a picture; At is the table.</summary>
    TableLost,

    /// <summary>A second table of the same kind, whose figures were not used.</summary>
    SecondTable,
}
