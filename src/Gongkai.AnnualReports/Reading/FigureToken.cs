using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>数值记号: something that stands where a figure is expected.</summary>
/// <param name="State">Value, Blank, WordNone or Slash.</param>
/// <param name="Value">The figure, without its unit applied.</param>
/// <param name="Raw">As printed.</param>
/// <param name="Place">Where.</param>
/// <param name="Row">Line or table row, counted over the document.</param>
internal sealed record FigureToken(CellState State, decimal? Value, string Raw, SourcePlace Place, int Row)
{
    /// <summary>Digits as printed, for figures that may be several run together; null for anything with a sign, point or comma.</summary>
    public string? Digits { get; init; }

    /// <summary>件, 元, 万元 … as printed after the figure, or empty.</summary>
    public string Unit { get; init; } = "";

    public int Column { get; init; } = -1;

    public int ColumnSpan { get; init; } = 1;

    public bool IsCell { get; init; }

    /// <summary>Position of the cell in its row, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Horizontal middle on the page in points, where known.</summary>
    public double? X { get; init; }

    /// <summary>Top and bottom on the page in points, where known.</summary>
    public (double Top, double Bottom)? Height { get; init; }

    /// <summary>True when a decimal point follows at the end of the line.</summary>
    public bool EndsInPoint { get; init; }

    /// <summary>Text of a cell that is neither figure nor blank.</summary>
    public bool IsText => State == CellState.Missing && !IsLost;

    /// <summary>The word 缺, which our own writers print where nothing could be told.</summary>
    public bool IsLost { get; init; }

    public bool IsFigure => State == CellState.Value;

    public Cell ToCell(bool recognised = false) => new(recognised && IsFigure ? CellState.Recovered : State, Value)
    {
        Raw = Raw,
        Source = Place.Text == Raw ? Place : Place with { Text = Raw },
        Note = recognised && IsFigure ? "由图片识别，请与原件核对" : null,
    };
}
