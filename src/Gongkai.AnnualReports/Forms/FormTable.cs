namespace Gongkai.AnnualReports.Forms;

/// <summary>表: a table of the form. 表二 is one table per item of article 20 (`t2.art20_1`), the others are `t3` and `t4`.</summary>
public sealed record FormTable(string Key, string Section, string Caption, string Path, string Unit, IReadOnlyList<FormColumn> Columns, IReadOnlyList<FormRow> Rows)
{
    /// <summary>Header over the row labels: 信息内容.</summary>
    public string? RowTitle { get; init; }

    /// <summary>Text of the corner cell of 表三.</summary>
    public string? Corner { get; init; }

    /// <summary>Header over all columns: 申请人情况.</summary>
    public string? ColumnsTitle { get; init; }

    /// <summary>Group lines, which hold no figures: 三、本年度办理结果, （三）不予公开 …</summary>
    public IReadOnlyList<FormGroup> Groups { get; init => field = value ?? []; } = [];

    /// <summary>Index of its first cell in <see cref="Form.Cells"/>; cells follow row by row.</summary>
    public int FirstCell { get; internal set; }

    public FormRow Row(string key) => Rows.First(row => row.Key == key);

    public FormColumn Column(string key) => Columns.First(column => column.Key == key);

    /// <summary>True when the edition has this column.</summary>
    public bool Has(string column) => Columns.Any(own => own.Key == column);

    public FormGroup Group(string key) => Groups.First(group => group.Key == key);

    /// <summary>Index in <see cref="Form.Cells"/> of the cell in the given row and column, both counted from 0.</summary>
    public int IndexOf(int row, int column) => FirstCell + (row * Columns.Count) + column;

    public int IndexOf(string row, string column)
    {
        for (var r = 0; r < Rows.Count; r++)
        {
            if (Rows[r].Key != row)
                continue;
            for (var c = 0; c < Columns.Count; c++)
            {
                if (Columns[c].Key == column)
                    return IndexOf(r, c);
            }
        }

        throw new KeyNotFoundException($"{Key}: {row}, {column}");
    }
}

/// <summary>列.</summary>
public sealed record FormColumn(string Key, string Label)
{
    /// <summary>Header cell above it: 法人或其他组织.</summary>
    public string? Group { get; init; }

    /// <summary>Other labels seen for the same column.</summary>
    public IReadOnlyList<string> Also { get; init => field = value ?? []; } = [];

    /// <summary>Unit where it differs from the table's: 元, 万元.</summary>
    public string? Unit { get; init; }

    /// <summary>True where a minus or plus sign is lawful (本年增/减).</summary>
    public bool Signed { get; init; }

    /// <summary>True for amounts of money.</summary>
    public bool Decimals { get; init; }
}

/// <summary>行: a row that holds figures.</summary>
public sealed record FormRow(string Key, string Label)
{
    /// <summary>Number printed before the label: 一、 （一） 1.</summary>
    public string? Number { get; init; }

    /// <summary>Keys of the groups it stands in, outermost first.</summary>
    public IReadOnlyList<string> Group { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Also { get; init => field = value ?? []; } = [];

    /// <summary>True for a row that the official form lacks but reports sometimes print: 其他处理 as one row in the form of 2021.</summary>
    public bool Optional { get; init; }

    /// <summary>Number and label as printed.</summary>
    public string FullLabel => Number + Label;
}

/// <summary>分组行.</summary>
public sealed record FormGroup(string Key, string Label)
{
    public string? Number { get; init; }

    public string FullLabel => Number + Label;
}

/// <summary>单元格 of the form: its index, its path (`t3.received_new.total`) and where it stands.</summary>
public sealed record FormCell(int Index, string Path, FormTable Table, FormRow Row, FormColumn Column)
{
    /// <summary>What people call it: 自然人、予以公开.</summary>
    public string Name => $"{Row.Label}／{Column.Label}";

    public string Unit => Column.Unit ?? Table.Unit;
}
