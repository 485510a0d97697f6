using System.Text;
using Gongkai.Formats.Reading;
using static Gongkai.Formats.Tests.Word.WordFile;

namespace Gongkai.Formats.Tests.Word;

public sealed class DocxReaderTests
{
    [Fact]
    public void Merged_cells_appear_once_with_their_columns()
    {
        var table = Read(Table(
            Row(Cell("三、本年度办理结果", "<w:vMerge w:val=\"restart\"/>"), Cell("（一）予以公开", "<w:gridSpan w:val=\"2\"/>"), Cell("1")),
            Row(Cell("", "<w:vMerge/>"), Cell("（三）不予公开", "<w:vMerge w:val=\"restart\"/>"), Cell("1.属于国家秘密"), Cell("2")),
            Row(Cell("", "<w:vMerge w:val=\"continue\"/>"), Cell("", "<w:vMerge/>"), Cell("2.其他"), Cell("3")))).Tables().Single();

        Assert.Equal("三、本年度办理结果|（一）予以公开|1\n（三）不予公开|1.属于国家秘密|2\n2.其他|3", table.Drawn());
        Assert.Equal([[0, 1, 3], [1, 2, 3], [2, 3]], table.Rows.Select(row => row.Cells.Select(cell => cell.Column).ToArray()));
        Assert.Equal([3, 1, 1], table.Rows[0].Cells.Select(cell => cell.RowSpan));
        Assert.Equal(2, table.Rows[1].Cells[0].RowSpan);
    }

    [Fact]
    public void Deleted_text_is_left_out_and_inserted_text_kept()
    {
        var document = Read("<w:p><w:r><w:t>受理</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>");

        Assert.Equal(["受理6件"], document.Lines());
        Assert.Contains("修订", document.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Field_codes_and_hidden_text_are_left_out() =>
        Assert.Equal(["第3页"], Read("<w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + "<w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>页</w:t></w:r></w:p>").Lines());

    [Fact]
    public void One_branch_of_alternate_content_is_read_and_text_boxes_follow_their_paragraph() =>
        Assert.Equal(["正文", "框内"], Read("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" + P("框内") + "</w:txbxContent></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + P("框内") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>").Lines());

    [Fact]
    public void Line_breaks_make_lines_of_one_paragraph()
    {
        var lines = Read(P("标题") + "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>").Blocks.Cast<TextLine>();

        Assert.Equal([("标题", 1), ("上", 2), ("下", 2)], lines.Select(line => (line.Text, line.Place.Paragraph!.Value)));
    }

    [Fact]
    public void Paragraphs_typed_with_tabs_become_a_table() =>
        Assert.Equal("规章|1|2\n行政规范性文件|3|4", Read(TabbedParagraph("规章", "1", "2") + TabbedParagraph("行政规范性文件", "3", "4")).Tables().Single().Drawn());

    [Fact]
    public void A_table_that_frames_the_page_is_no_table()
    {
        var document = Read($"<w:tbl><w:tr><w:tc>{P("一、总体情况")}{Table(Row(Cell("规章"), Cell("1")))}{P("末段")}</w:tc></w:tr></w:tbl>");

        Assert.Equal(["一、总体情况", "末段"], document.Lines());
        Assert.Equal("规章|1", document.Tables().Single().Drawn());
    }

    [Fact]
    public void The_strict_namespace_reads_the_same() =>
        Assert.Equal(["一、总体情况"], DocumentReader.Read(Make(P("一、总体情况"), ns: Strict), "a.docx").Lines());

    [Fact]
    public void The_title_comes_from_the_properties() => Assert.Equal("属性里的标题", Read(P("正文")).Title);

    [Fact]
    public void A_wrong_extension_does_no_harm() => Assert.Equal(SourceFormat.Docx, DocumentReader.Read(Make(P("正文")), "report.doc").Format);

    [Fact]
    public void A_document_type_is_refused() =>
        Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(Zip([("word/document.xml",
            Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY x \"y\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"))]), "a.docx"));

    [Fact]
    public void A_packing_bomb_is_refused()
    {
        var bomb = Zip([("word/document.xml", Encoding.ASCII.GetBytes("<document>" + new string(' ', 60 << 20)))]);

        Assert.Contains("炸弹", Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(bomb, "a.docx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 3000)) + P("底") + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 3000));

        Assert.Contains("嵌套", Assert.Throws<UnreadableFileException>(() => Read(deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_cells_are_refused()
    {
        var row = Row([.. Enumerable.Repeat("<w:tc/>", 100)]);

        Assert.Contains("单元格", Assert.Throws<UnreadableFileException>(() => Read(Table([.. Enumerable.Repeat(row, 2001)]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_refused_with_advice()
    {
        var whole = Make(P("正文"));

        Assert.Contains("不完整", Assert.Throws<UnreadableFileException>(() => DocumentReader.Read(whole[..(whole.Length / 2)], "a.docx")).Message, StringComparison.Ordinal);
    }

    private static string TabbedParagraph(params string[] cells) => $"<w:p><w:r>{string.Join("<w:tab/>", cells.Select(cell => $"<w:t>{cell}</w:t>"))}</w:r></w:p>";
}
