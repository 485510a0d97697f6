namespace Gongkai.Formats.Tests;

/// <summary>Real documents that are no text: the official form and a page in the style of a city portal.</summary>
public sealed class RealDocumentTests
{
    [Theory]
    [InlineData("form-2021-blank.docx"), InlineData("hangzhou-style-2025.html")]
    public void The_official_form_gives_three_tables_with_all_their_columns(string file)
    {
        var tables = Documents.Real(file).Tables();

        Assert.Equal(3, tables.Count);
        var row = tables[1].Rows.Single(row => row.Cells[0].Text == "一、本年新收政府信息公开申请数量");
        Assert.Equal([0, 3, 4, 5, 6, 7, 8, 9], row.Cells.Select(cell => cell.Column));
        Assert.Equal(22, tables[1].Rows.Single(row => row.Cells[0].Text == "三、本年度办理结果").Cells[0].RowSpan);
        Assert.Equal(15, tables[2].Rows[^1].Cells.Count);
    }
}
