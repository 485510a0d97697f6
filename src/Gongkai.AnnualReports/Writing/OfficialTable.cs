using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Writing;

/// <summary>官方表样: one of the three tables as the official form prints it, with merged cells, ready for any writer.</summary>
/// <param name="Section">Section it stands in: `s2`, `s3`, `s4`.</param>
/// <param name="Caption">Name for people who cannot see it.</param>
/// <param name="Columns">Width of each grid column in parts of 1000.</param>
/// <param name="Rows">Rows; a cell merged from above is not repeated.</param>
/// <param name="HeaderRows">How many rows at the top are header and come again on the next page.</param>
public sealed record OfficialTable(string Section, string Caption, IReadOnlyList<int> Columns, IReadOnlyList<OfficialRow> Rows, int HeaderRows)
{
    /// <summary>The tables of a report; none for edition `other`.</summary>
    public static IReadOnlyList<OfficialTable> Of(Report report) =>
        report.Form is { } form ? [OfficialTwo.Of(report, form), OfficialThree.Of(report, form), OfficialFour.Of(report, form)] : [];
}

/// <summary>A row of an <see cref="OfficialTable"/>.</summary>
public sealed record OfficialRow(IReadOnlyList<OfficialCell> Cells);

/// <summary>A cell of an <see cref="OfficialTable"/>.</summary>
/// <param name="Text">What it prints.</param>
/// <param name="Column">Grid column, from 0.</param>
/// <param name="ColumnSpan">Grid columns covered.</param>
/// <param name="RowSpan">Rows covered.</param>
public sealed record OfficialCell(string Text, int Column, int ColumnSpan = 1, int RowSpan = 1)
{
    /// <summary>The value cell it prints, or null for labels.</summary>
    public FormCell? Value { get; init; }

    /// <summary>True for a label over columns.</summary>
    public bool IsColumnHeader { get; init; }

    /// <summary>True for a label before rows.</summary>
    public bool IsRowHeader { get; init; }

    /// <summary>Labels that belong to a value cell, by id, outermost first.</summary>
    public string? Id { get; init; }

    /// <summary>Ids of the header cells of a value cell.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];
}
