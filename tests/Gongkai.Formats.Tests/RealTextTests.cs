namespace Gongkai.Formats.Tests;

/// <summary>Real reports in text form: their tables keep every figure.</summary>
public sealed class RealTextTests
{
    [Theory]
    [InlineData("jining-science-2020.txt", 3, 18 + 26 + 4)]
    [InlineData("jining-miit-2020.txt", 3, 18 + 23 + 1)]
    [InlineData("tongjiang-2020.txt", 3, 18 + 26 + 4)]
    [InlineData("jiaxiang-commerce-2020.txt", 3, 18 + 26 + 4)]
    public void Tables_and_rows(string file, int tables, int rows)
    {
        var document = Documents.Real(file);

        Assert.Equal(tables, document.Tables().Count);
        Assert.Equal(rows, document.Tables().Sum(table => table.Rows.Count));
    }

    [Fact]
    public void Text_of_a_pdf_runs_on()
    {
        var lines = Documents.Real("jiyang-2022.txt").Blocks.Cast<TextLine>().ToArray();

        Assert.All(lines, line => Assert.True(line.MayRunOn));
        Assert.Contains("四、结转下年度继续办理 0 0 0 0 0 0 0", lines.Select(line => line.Text));
    }

    [Fact]
    public void One_line_without_separators_stays_one_line() => Assert.Contains(Documents.Real("pingtan-2022.txt").Lines(), line => line.Length > 2000);
}
