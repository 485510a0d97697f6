using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports;

/// <summary>政府信息公开工作年度报告 (arts. 49, 50): one report as data: figures by the form, narrative by section, and what the reader saw on the way.</summary>
public sealed class Report
{
    /// <summary>Edition key of a report that follows neither official form.</summary>
    public const string OtherEdition = "other";

    private readonly Cell[] _cells;
    private long[]? _whole;

    /// <param name="form">The edition, or null for `other`.</param>
    /// <param name="cells">One cell per <see cref="Form.Cells"/>; null makes every cell missing.</param>
    public Report(Form? form, Cell[]? cells = null)
    {
        Form = form;
        _cells = cells ?? new Cell[form?.Cells.Count ?? 0];
        if (_cells.Length != (form?.Cells.Count ?? 0))
            throw new ArgumentException("one cell per cell of the form", nameof(cells));

        for (var i = 0; i < _cells.Length; i++)
        {
            if (_cells[i].State == CellState.Missing && form!.Cells[i].Row.Optional)
                _cells[i] = new Cell(CellState.Absent);
        }
    }

    /// <summary>Name of the file it was read from, without folder; null for a report made here.</summary>
    public string? FileName { get; init; }

    /// <summary>行政机关名称 as the report writes it; null when it cannot be found.</summary>
    public string? Organ { get; init; }

    /// <summary>Report year (the year reported on, not the year of publication); null when it cannot be found.</summary>
    public int? Year { get; init; }

    public string? Title { get; init; }

    /// <summary>The official form, or null when the report follows neither (`other`).</summary>
    public Form? Form { get; }

    public string Edition => Form?.Edition ?? OtherEdition;

    public Narrative Narrative { get; init; } = Narrative.Empty;

    /// <summary>Figures of the running text with what they claim to count.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>What the reader saw besides figures: headings, labels, lines out of place. Rules R001-R019 speak from it.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>Notes of the readers for people, in Chinese.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Date of publication as the page around the report states it.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Address of the page, where it states it.</summary>
    public string? Url { get; init; }

    /// <summary>The figures, one per <see cref="Form.Cells"/>.</summary>
    public ReadOnlySpan<Cell> Cells => _cells;

    public ref readonly Cell this[int index] => ref _cells[index];

    /// <summary>The figures as whole numbers, so that sums over thousands of reports are quick; <see cref="NotWhole"/> for whatever needs a closer look.</summary>
    internal long[] Whole => _whole ??= [.. _cells.Select(WholeOf)];

    internal const long NotWhole = long.MinValue;

    private static long WholeOf(Cell cell) => cell switch
    {
        { State: CellState.Value or CellState.Recovered, Value: { } value } when value == decimal.Truncate(value) && Math.Abs(value) < 1_000_000_000_000 => (long)value,
        { State: CellState.WordNone or CellState.Slash, Value: null } => 0,
        _ => NotWhole,
    };

    /// <summary>A cell by its path; a path the edition does not have gives a missing cell.</summary>
    public Cell this[string path] => Form is not null && Form.TryIndexOf(path, out var index) ? _cells[index] : default;
}
