using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>表样: the three tables of a report as the official form draws them, cell by cell, for every writer and for the page.</summary>
/// <param name="Key">`t2`, `t3` or `t4`.</param>
/// <param name="Section">Section it stands in.</param>
/// <param name="Caption">What it shows, for people who cannot see it.</param>
/// <param name="Widths">Width of each column as a part of the whole.</param>
/// <param name="HeaderRows">Rows to repeat on every page; none in 表二, where each item has its own header.</param>
/// <param name="Rows">The rows; a cell merged from the row above does not appear again.</param>
public sealed record TableLayout(string Key, string Section, string Caption, IReadOnlyList<double> Widths, int HeaderRows, IReadOnlyList<IReadOnlyList<LaidCell>> Rows)
{
    /// <summary>The tables of the report's edition; none for a report of neither form.</summary>
    public static IReadOnlyList<TableLayout> Of(Report report) => report.Form is not { } form ? []
        : [TableTwoLayout.Of(form), TableThreeLayout.Of(report, form["t3"]), TableFourLayout.Of(form["t4"])];

    /// <summary>Every column of the row is covered by a cell of the row or by a merged one from above.</summary>
    public int Columns => Widths.Count;
}

/// <summary>What a cell of the drawn form is.</summary>
public enum LaidKind
{
    /// <summary>The corner of 表三.</summary>
    Corner,

    /// <summary>Caption line of a sub-table: 第二十条第（一）项.</summary>
    Caption,

    /// <summary>Header over the row labels: 信息内容.</summary>
    RowTitle,

    /// <summary>Header of a column or of several.</summary>
    ColumnHeader,

    /// <summary>Label of a row or of a group of rows.</summary>
    RowHeader,

    /// <summary>A cell that holds a figure.</summary>
    Figure,
}

/// <summary>A cell of the drawn form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its label; empty for a figure.</param>
/// <param name="Column">First column it covers, from 0.</param>
public sealed record LaidCell(LaidKind Kind, string Text, int Column)
{
    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>Name within the report: the path of a figure (`t3.granted.total`), or a name of the header for figures to refer to.</summary>
    public required string Id { get; init; }

    /// <summary>The form's cell, for a figure.</summary>
    public FormCell? Cell { get; init; }

    /// <summary>Headers that speak of this cell, outermost first, rows before columns.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];
}
