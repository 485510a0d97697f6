using Gongkai.Formats.Reading;
using Gongkai.Formats.Reading.Books;

namespace Gongkai.Formats.Tests.Books;

/// <summary>电子书: its names, contents, chapters, notes and pictures, of both editions of the format.</summary>
public sealed class EpubTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Tells_its_names_contents_and_chapters(int version)
    {
        using var book = Epub.Open(new EpubFile { Version = version }.Chapter("一、谁能领", "<h1>一、谁能领</h1><p>本县企业。</p>").Chapter("二、怎么领", "<p>网上申请。</p>").Make());

        Assert.Equal(("补贴政策一本通", "zh-CN", "urn:uuid:6f0e"), (book.Title, book.Language, book.Identifier));
        Assert.Equal(["云溪县商务局"], book.Authors);
        Assert.Equal([new EpubChapter(1, "一、谁能领"), new EpubChapter(2, "二、怎么领")], book.Chapters);
        Assert.Equal([new EpubEntry("一、谁能领", 1, 1, null), new EpubEntry("二、怎么领", 1, 2, null)], book.Contents);
        Assert.Equal("<div><h1>一、谁能领</h1><p>本县企业。</p></div>", Show(book, 1));
    }

    [Fact]
    public void Contents_keep_their_levels_and_places()
    {
        const string contents = """
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
            <nav epub:type="landmarks"><ol><li><a href="text/c1.xhtml">封面</a></li></ol></nav>
            <nav epub:type="toc"><h2>目录</h2><ol><li><span>上编</span><ol><li><a href="text/c1.xhtml#who">谁能领</a></li></ol></li><li><a href="text/none.xhtml">没有的</a></li><li><a href="../../../etc/passwd">外面</a></li></ol></nav></body></html>
            """;
        using var book = Epub.Open(new EpubFile { Contents = contents }.Chapter("甲", "<h2 id=\"who\">谁能领</h2>").Make());

        Assert.Equal([("上编", 1, (int?)null), ("谁能领", 2, 1), ("没有的", 1, null), ("外面", 1, null)], book.Contents.Select(entry => (entry.Title, entry.Level, entry.Chapter)));
        Assert.Contains($"id=\"{book.Contents[1].Place}\"", Show(book, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chapter_that_the_contents_leave_out_is_called_by_its_heading()
    {
        using var book = Epub.Open(new EpubFile { Contents = "<html/>" }.Chapter("文件名", "<h2>三、<em>联系</em>我们</h2>").Chapter("附录", "<p>表。</p>").Make());

        Assert.Equal(["三、联系我们", "附录"], book.Chapters.Select(chapter => chapter.Title));
        Assert.Empty(book.Contents);
    }

    [Fact]
    public void Notes_and_links_between_chapters_lead_to_the_pages_that_show_them()
    {
        using var book = Epub.Open(new EpubFile()
            .Chapter("甲", "<p>申请<a id=\"back\" href=\"c2.xhtml#n1\">[1]</a>，见<a href=\"#below\">下文</a>和<a href=\"https://example.org/a\">官网</a>，<a href=\"/office\">后台</a>，<a href=\"c9.xhtml\">缺页</a>。</p><p id=\"below\">下文。</p>")
            .Chapter("乙", "<p><span id=\"n1\">注一</span><a href=\"c1.xhtml#back\">返回</a></p>").Make());
        var (first, second) = (Show(book, 1), Show(book, 2));

        var note = Between(first, "href=\"/read/2#", "\"");
        Assert.Contains($"id=\"{note}\"", second, StringComparison.Ordinal);
        Assert.Contains($"id=\"{Between(second, "href=\"/read/1#", "\"")}\"", first, StringComparison.Ordinal);
        Assert.Contains($"id=\"{Between(first, "href=\"#", "\"")}\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("/office", first, StringComparison.Ordinal);
        Assert.Contains("<a>缺页</a>", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_stand_at_numbers_and_are_what_they_say()
    {
        using var book = Epub.Open(new EpubFile()
            .Chapter("封面", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image width=\"600\" xlink:href=\"../img/cover.png\"/></svg>")
            .Chapter("图", "<p><img src=\"../img/flow.png\" alt=\"办理流程\" width=\"300\"/><img src=\"../img/none.png\" alt=\"缺图\"/><img src=\"../img/lies.png\" alt=\"假图\"/></p>")
            .Item("img/cover.png", "image/png", EpubFile.Png).Item("img/flow.png", "image/png", EpubFile.Png).Item("img/lies.png", "image/png", "<svg onload='x'/>"u8.ToArray()).Item("img/a.svg", "image/svg+xml", "<svg/>"u8.ToArray()).Make());

        Assert.Equal("<div><img src=\"/picture/1\" alt=\"\"></div>", Show(book, 1));
        Assert.Contains("<img src=\"/picture/2\" alt=\"办理流程\" width=\"300\">（图：缺图）", Show(book, 2), StringComparison.Ordinal);
        Assert.Equal("image/png", book.Picture(2)!.Type);
        Assert.Equal(EpubFile.Png, book.Picture(2)!.Content);
        Assert.Null(book.Picture(3));
        Assert.Null(book.Picture(4));
        Assert.Null(book.Picture(0));
    }

    [Fact]
    public void Ruby_tables_and_named_signs_survive_and_sound_is_told_of()
    {
        using var book = Epub.Open(new EpubFile().Chapter("甲", "<p>云<ruby>溪<rp>(</rp><rt>xī</rt><rp>)</rp></ruby>&nbsp;县&mdash;商务局</p><table><tr><td colspan=\"2\">合计</td></tr></table><audio src=\"a.mp3\">旧</audio>").Make());

        var shown = Show(book, 1);

        Assert.Contains("云溪（xī）&nbsp;县—商务局", shown, StringComparison.Ordinal);
        Assert.Contains("<td colspan=\"2\">合计</td>", shown, StringComparison.Ordinal);
        Assert.Contains("（此处有音频或者视频，请下载电子书后播放。）", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_read_as_a_document_whose_pages_are_its_chapters()
    {
        var content = new EpubFile().Chapter("甲", "<p>第一章的话。</p>").Chapter("乙", "<p>第二章的话。</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>补贴</td><td>5</td></tr></table>").Make();

        var document = DocumentReader.Read(content, "一本通.epub");

        Assert.Equal((SourceFormat.Epub, "补贴政策一本通"), (document.Format, document.Title));
        Assert.Equal([("第一章的话。", (int?)1), ("第二章的话。", 2)], document.Blocks.OfType<TextLine>().Select(line => (line.Text, line.Place.Page)));
        Assert.Equal(2, Assert.Single(document.Blocks.OfType<Table>()).Place.Page);
    }

    [Fact]
    public void Is_told_by_its_content_whatever_folders_it_has()
    {
        var content = new EpubFile().Chapter("甲", "<p>话。</p>").Item("word/note.txt", "text/plain", [1]).Make();

        Assert.Equal(SourceFormat.Epub, DocumentReader.FormatOf(content, "book.zip"));
        Assert.Equal(SourceFormat.Epub, DocumentReader.FormatOf(new EpubFile().Chapter("甲", "<p>话。</p>").Make("mimetype"), "book.bin"));
    }

    private static string Show(Epub book, int chapter) => book.Chapter(chapter, to => $"/read/{to}", picture => $"/picture/{picture}").Html;

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[from..text.IndexOf(after, from, StringComparison.Ordinal)];
    }
}
