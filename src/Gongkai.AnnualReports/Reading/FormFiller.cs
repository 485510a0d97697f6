using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>填表: the cells and observations of a report while it is being read.</summary>
internal sealed class FormFiller(Form form, bool recognised)
{
    public Form Form { get; } = form;

    /// <summary>True when the source is a recognised picture.</summary>
    public bool Recognised { get; } = recognised;

    public Cell[] Cells { get; } = new Cell[form.Cells.Count];

    public List<Observation> Observations { get; } = [];

    /// <summary>Rows with several readings, to be decided by the columns (key: first cell of the row).</summary>
    public Dictionary<int, IReadOnlyList<decimal[]>> Undecided { get; } = [];

    public void Saw(ObservationKind kind, string text, SourcePlace? place = null, string? at = null) => Observations.Add(new Observation(kind, text, place, at));

    /// <summary>Marks the cells of a row: the row is there but its figures cannot be told.</summary>
    public void Unreadable(int firstCell, int count, string raw, SourcePlace? place, string note)
    {
        for (var i = 0; i < count; i++)
            Cells[firstCell + i] = new Cell(CellState.Missing) { Raw = raw, Source = place is null ? null : place with { Text = raw }, Note = note };
    }

    /// <summary>Marks the cells of a row that is printed empty.</summary>
    public void Blank(int firstCell, int count, SourcePlace? place)
    {
        for (var i = 0; i < count; i++)
            Cells[firstCell + i] = new Cell(CellState.Blank) { Raw = "", Source = place };
    }

    /// <summary>Writes one reading of a row whose digits ran together.</summary>
    public void Recovered(int firstCell, decimal[] figures, string raw, SourcePlace? place, string note)
    {
        for (var i = 0; i < figures.Length; i++)
            Cells[firstCell + i] = new Cell(CellState.Recovered, figures[i]) { Raw = raw, Source = place is null ? null : place with { Text = raw }, Note = note };
    }

    /// <summary>Marks a row with several readings; a cell that is the same in all of them is certain.</summary>
    public void Ambiguous(int firstCell, int count, IReadOnlyList<decimal[]>? readings, string raw, SourcePlace? place, string note)
    {
        for (var i = 0; i < count; i++)
        {
            var alternatives = readings?.Select(reading => reading[i]).Distinct().Order().ToArray();
            Cells[firstCell + i] = new Cell(alternatives is { Length: 1 } ? CellState.Recovered : CellState.Ambiguous, alternatives is { Length: 1 } ? alternatives[0] : null)
            {
                Raw = raw,
                Source = place is null ? null : place with { Text = raw },
                Note = note,
                Alternatives = alternatives is { Length: > 1 } ? alternatives : null,
            };
        }
    }
}
