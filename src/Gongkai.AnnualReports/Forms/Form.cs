using System.Collections.Frozen;
using System.Text.Json;

namespace Gongkai.AnnualReports.Forms;

/// <summary>格式: one official edition of the annual report, read from its data file: which cells exist, what they are called, how they nest.</summary>
/// <remarks>A report holds its figures as one flat array in the order of <see cref="Cells"/>; rules bind to indexes once.</remarks>
public sealed class Form
{
    private static readonly Lazy<Form> s_trial2019 = new(() => Load("trial2019"));
    private static readonly Lazy<Form> s_f2021 = new(() => Load("f2021"));
    private readonly FrozenDictionary<string, int> _indexes;
    private readonly FrozenDictionary<string, FormTable> _tables;

    private Form(FormFile file)
    {
        Edition = file.Edition;
        Name = file.Name;
        Notice = file.Notice;
        Years = file.Years;
        Sections = file.Sections;
        Tables = file.Tables;

        var cells = new List<FormCell>();
        foreach (var table in Tables)
        {
            table.FirstCell = cells.Count;
            foreach (var row in table.Rows)
            {
                foreach (var column in table.Columns)
                {
                    var path = table.Path.Replace("{row}", row.Key, StringComparison.Ordinal).Replace("{column}", column.Key, StringComparison.Ordinal);
                    cells.Add(new FormCell(cells.Count, path, table, row, column));
                }
            }
        }

        Cells = cells;
        _indexes = cells.ToFrozenDictionary(cell => cell.Path, cell => cell.Index);
        _tables = Tables.ToFrozenDictionary(table => table.Key);
    }

    /// <summary>试行格式, 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.</summary>
    public static Form Trial2019 => s_trial2019.Value;

    /// <summary>现行格式, 国办公开办函〔2021〕30号, from the report of 2021.</summary>
    public static Form F2021 => s_f2021.Value;

    public static IReadOnlyList<Form> All => [Trial2019, F2021];

    /// <summary>The edition with this key, or null (a report of edition `other` has no form).</summary>
    public static Form? Of(string? edition) => All.FirstOrDefault(form => form.Edition == edition);

    /// <summary>The edition meant for a report year, or null before 2019.</summary>
    public static Form? OfYear(int year) => All.FirstOrDefault(form => form.IsMeantFor(year));

    /// <summary>Key of the edition: `trial2019` or `f2021`.</summary>
    public string Edition { get; }

    public string Name { get; }

    /// <summary>Number of the notice that prescribes it.</summary>
    public string Notice { get; }

    public FormYears Years { get; }

    public IReadOnlyList<FormSection> Sections { get; }

    public IReadOnlyList<FormTable> Tables { get; }

    /// <summary>Every value cell, in the order of tables, rows and columns.</summary>
    public IReadOnlyList<FormCell> Cells { get; }

    public FormTable this[string table] => _tables[table];

    public bool IsMeantFor(int year) => year >= Years.From && (Years.To is null || year <= Years.To);

    /// <summary>Index of a cell by its path (`t3.received_new.total`).</summary>
    /// <exception cref="KeyNotFoundException">The edition has no such cell.</exception>
    public int IndexOf(string path) => _indexes[path];

    public bool TryIndexOf(string path, out int index) => _indexes.TryGetValue(path, out index);

    public FormCell? Find(string path) => _indexes.TryGetValue(path, out var index) ? Cells[index] : null;

    private static Form Load(string edition)
    {
        using var stream = typeof(Form).Assembly.GetManifestResourceStream($"forms/{edition}.json")
            ?? throw new InvalidOperationException($"form {edition} is not embedded");
        return new Form(JsonSerializer.Deserialize(stream, FormJson.Default.FormFile)!);
    }
}

/// <summary>Report years an edition is meant for; <paramref name="To"/> is null while it is in force.</summary>
public sealed record FormYears(int From, int? To = null);

/// <summary>章节: one of the six sections.</summary>
/// <param name="Key">`s1` to `s6`.</param>
/// <param name="Number">一 to 六.</param>
/// <param name="Label">Official heading without its number.</param>
public sealed record FormSection(string Key, string Number, string Label)
{
    public IReadOnlyList<string> Also { get; init => field = value ?? []; } = [];
}
