using System.IO.Compression;
using System.Text;

namespace Gongkai.Bench.Corpus;

/// <summary>A report as a .docx with the properties that office programs write into every cell and run.</summary>
internal static class AsWord
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Run = "<w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>";
    private const string Paragraph = "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"560\"/></w:pPr>";
    private const string Borders = "<w:tcBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders><w:vAlign w:val=\"center\"/>";

    public static byte[] Write(SyntheticReport report, int index) => Pack(Body(report));

    public static byte[] Pack(string body) => PackWhole(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

    /// <summary>A file around a main part as it is.</summary>
    public static byte[] PackWhole(byte[] main)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part(zip, "word/document.xml", main);
        }

        return stream.ToArray();
    }

    private static string Body(SyntheticReport report)
    {
        var body = new StringBuilder();
        body.Append(P(report.Title)).Append(P(report.Lead)).Append(P("一、总体情况"));
        foreach (var paragraph in report.Overview)
            body.Append(P(paragraph));
        var section = "";
        foreach (var (own, grid) in Grid.Of(report))
        {
            if (own != section)
                body.Append(P(AsWebPage.Heading(report, own)));
            section = own;
            Table(grid, body);
        }

        return body.Append(P("五、存在的主要问题及改进情况")).Append(P(report.Problems)).Append(P("六、其他需要报告的事项")).Append(P(report.Others)).ToString();
    }

    /// <summary>Word repeats a vertically merged cell in each row it covers.</summary>
    private static void Table(Grid grid, StringBuilder body)
    {
        var covered = new Dictionary<int, (int Rows, int Columns)>();
        body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid/>");
        foreach (var row in grid.Rows)
        {
            body.Append("<w:tr><w:trPr><w:trHeight w:val=\"454\"/></w:trPr>");
            var column = 0;
            foreach (var cell in row)
            {
                Continue(covered, ref column, body);
                body.Append(Cell(cell.Text, cell.Columns, cell.Rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""));
                if (cell.Rows > 1)
                    covered[column] = (cell.Rows - 1, cell.Columns);
                column += cell.Columns;
            }

            Continue(covered, ref column, body);
            body.Append("</w:tr>");
        }

        body.Append("</w:tbl>");
    }

    private static void Continue(Dictionary<int, (int Rows, int Columns)> covered, ref int column, StringBuilder body)
    {
        while (covered.Remove(column, out var merged))
        {
            body.Append(Cell("", merged.Columns, "<w:vMerge/>"));
            if (merged.Rows > 1)
                covered[column] = (merged.Rows - 1, merged.Columns);
            column += merged.Columns;
        }
    }

    private static string Cell(string text, int columns, string merge) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/>{(columns > 1 ? $"<w:gridSpan w:val=\"{columns}\"/>" : "")}{merge}{Borders}</w:tcPr><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r>{Run}<w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string P(string text) => $"<w:p>{Paragraph}<w:r>{Run}<w:t>{text}</w:t></w:r></w:p>";

    private static void Part(ZipArchive zip, string name, string content) => Part(zip, name, Encoding.UTF8.GetBytes(content));

    private static void Part(ZipArchive zip, string name, byte[] content)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        part.Write(content);
    }
}
