using System.Text;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading.Books;

namespace Gongkai.Formats.Tests.Books;

/// <summary>有害的电子书: bombs, locks, scripts, lies and endless contents are refused in words a clerk understands, or read without harm.</summary>
public sealed class HostileEpubTests
{
    private const string Html = "http://www.w3.org/1999/xhtml";

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "加密", Plain().Part("META-INF/rights.xml", "<rights/>").Make() },
        { "加密", Plain().Part("META-INF/license.lcpl", "{}").Make() },
        { "加密", Plain().Part("META-INF/encryption.xml", Locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/c1.xhtml")).Make() },
        { "加密", Plain().Part("META-INF/encryption.xml", Locked("http://www.idpf.org/2008/embedding", "OEBPS/text/c1.xhtml")).Make() },
        { "container.xml", Plain().Make("META-INF/container.xml") },
        { "OPF", Plain().Make("OEBPS/book.opf") },
        { "第 1 行有错误", Plain().Part("OEBPS/book.opf", "<package><metadata>").Make() },
        { "没有可以阅读的正文", Plain().Part("OEBPS/book.opf", "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata/><manifest/><spine/></package>").Make() },
        { "没有可以阅读的正文", Plain().Part("OEBPS/book.opf", Spine("../../../../etc/passwd")).Make() },
        { "没有可以阅读的正文", Plain().Part("OEBPS/book.opf", Spine("/etc/passwd")).Make() },
        { "没有可以阅读的正文", Plain().Part("OEBPS/book.opf", Spine("http://example.org/a.xhtml")).Make() },
        { "缺少正文文件 OEBPS/text/c1.xhtml", Plain().Make("OEBPS/text/c1.xhtml") },
        { "text/c1.xhtml 第", Plain().Part("OEBPS/text/c1.xhtml", $"<html xmlns=\"{Html}\"><body><p>没有关</body></html>").Make() },
        { "text/c1.xhtml 第", Plain().Part("OEBPS/text/c1.xhtml", $"<!DOCTYPE html [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]><html xmlns=\"{Html}\"><body>&b;</body></html>").Make() },
        { "text/c1.xhtml 第", Plain().Part("OEBPS/text/c1.xhtml", $"<!DOCTYPE html [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><html xmlns=\"{Html}\"><body>&f;</body></html>").Make() },
        { "压缩炸弹", Plain().Part("OEBPS/text/c1.xhtml", new byte[30 << 20]).Make() },
        { "超过 8 MB", Plain().Part("OEBPS/text/c1.xhtml", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 1_500_000).Select(n => $"{n * 7919L}")))).Make() },
        { "部件过多", Many(5000) },
        { "嵌套", new EpubFile().Chapter("甲", string.Concat(Enumerable.Repeat("<div>", 600)) + string.Concat(Enumerable.Repeat("</div>", 600))).Make() },
        { "脚本", new EpubFile().Chapter("甲", "<p>话。</p><script>alert(1)</script>").Make() },
        { "脚本", new EpubFile().Chapter("甲", "<p onclick=\"alert(1)\">话。</p>").Make() },
        { "脚本", new EpubFile().Chapter("甲", "<p><a href=\"javascript:alert(1)\">话</a></p>").Make() },
        { "脚本", new EpubFile().Chapter("甲", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>").Make() },
        { "脚本", Plain().Item("a.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray()).Make() },
        { "脚本", Plain().Item("a.js", "application/javascript", "alert(1)"u8.ToArray()).Make() },
        { "脚本", Plain().Item("extra.xhtml", "application/xhtml+xml", Encoding.UTF8.GetBytes($"<html xmlns=\"{Html}\"><head><script src=\"a.js\"/></head><body/></html>")).Make() },
        { "缺少压缩目录", Plain().Make()[..200] },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Is_refused_in_plain_words(string words, byte[] content)
    {
        var refused = Assert.Throws<UnreadableFileException>(() => EpubCleaner.Clean(content));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_chapters_are_refused_also_where_they_are_one_file()
    {
        var spine = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"<item id=\"c{n}\" href=\"text/c{n}.xhtml\" media-type=\"application/xhtml+xml\"/>"));
        var order = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"<itemref idref=\"c{n}\"/>"));
        var content = Plain().Part("OEBPS/book.opf", $"<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest>{spine}</manifest><spine>{order}</spine></package>");
        foreach (var n in Enumerable.Range(0, 2500))
            content.Part($"OEBPS/text/c{n}.xhtml", $"<html xmlns=\"{Html}\"><body/></html>");

        Assert.Contains("超过 2000 章", Assert.Throws<UnreadableFileException>(() => Epub.Open(content.Make())).Message, StringComparison.Ordinal);
        var once = Plain().Part("OEBPS/book.opf", Spine("text/c1.xhtml", times: 10_000)).Make();
        using var book = Epub.Open(once);
        Assert.Single(book.Chapters);
    }

    [Fact]
    public void Contents_that_lead_to_themselves_or_down_without_end_are_only_a_list()
    {
        var points = string.Concat(Enumerable.Range(0, 400).Select(n => $"<navPoint id=\"n\" playOrder=\"1\"><navLabel><text>第{n}层</text></navLabel><content src=\"toc.ncx\"/>")) + string.Concat(Enumerable.Repeat("</navPoint>", 400));
        using var book = Epub.Open(new EpubFile { Version = 2, Contents = $"<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>{points}</navMap></ncx>" }.Chapter("甲", "<p>话。</p>").Make());

        Assert.Equal(400, book.Contents.Count);
        Assert.All(book.Contents, entry => Assert.Null(entry.Chapter));
        Assert.All(book.Contents, entry => Assert.InRange(entry.Level, 1, 6));
        var many = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"<li><a href=\"text/c1.xhtml\">{n}</a></li>"));
        using var listed = Epub.Open(new EpubFile { Contents = $"<html xmlns=\"{Html}\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><body><nav epub:type=\"toc\"><ol>{many}</ol></nav></body></html>" }.Chapter("甲", "<p>话。</p>").Make());
        Assert.Equal(5000, listed.Contents.Count);
    }

    [Fact]
    public void Names_that_climb_out_of_the_archive_are_never_reached_and_not_handed_on()
    {
        var content = Plain().Part("../../outside.txt", "外面").Part("/etc/absolute.txt", "外面").Part("OEBPS/unlisted.txt", "没有列出").Make();
        using var book = Epub.Open(content);

        Assert.Equal("<div><p>话。</p></div>", book.Chapter(1, _ => "", _ => "").Html);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(EpubCleaner.Clean(content)));
        Assert.Equal(["mimetype", "META-INF/container.xml", "OEBPS/book.opf", "OEBPS/nav.xhtml", "OEBPS/text/c1.xhtml"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void A_directory_that_claims_to_be_elsewhere_is_not_followed()
    {
        var content = Plain().Make();
        var end = content.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        content[end + 10] = content[end + 11] = 0xff;

        Assert.Contains("部件过多", Assert.Throws<UnreadableFileException>(() => Epub.Open(content)).Message, StringComparison.Ordinal);
        Assert.Contains("部件过多", Assert.Throws<UnreadableFileException>(() => Epub.Open(new MemoryStream(content))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_a_bomb_is_not_unpacked()
    {
        var bomb = new byte[31 << 20];
        EpubFile.Png.CopyTo(bomb, 0);
        using var book = Epub.Open(Plain().Item("a.png", "image/png", bomb).Make());

        Assert.Contains("压缩炸弹", Assert.Throws<UnreadableFileException>(() => book.Picture(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_runs_is_not_on_the_page_even_of_a_book_that_nobody_looked_at()
    {
        using var book = Epub.Open(new EpubFile().Chapter("甲", "<p onclick=\"x()\" style=\"background:url(http://example.org)\" id=\"main\">话<script>alert(1)</script><a href=\"javascript:x()\">链接</a><iframe src=\"http://example.org\"></iframe><img src=\"http://example.org/a.png\" alt=\"外图\"/><form action=\"/x\"><input name=\"a\"/></form></p><base href=\"//example.org\"/>").Make());

        var shown = book.Chapter(1, _ => "#", _ => "/p").Html;

        Assert.Matches("^<div><p id=\"at-[0-9a-f]{12}\">话<a>链接</a>（图：外图）</p></div>$", shown);
    }

    private static EpubFile Plain() => new EpubFile().Chapter("甲", "<p>话。</p>");

    private static byte[] Many(int parts)
    {
        var book = Plain();
        foreach (var n in Enumerable.Range(0, parts))
            book.Part($"OEBPS/{n}", "");
        return book.Make();
    }

    private static string Locked(string way, string part) =>
        $"<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><EncryptedData xmlns=\"http://www.w3.org/2001/04/xmlenc#\"><EncryptionMethod Algorithm=\"{way}\"/><CipherData><CipherReference URI=\"{part}\"/></CipherData></EncryptedData></encryption>";

    private static string Spine(string href, int times = 1) =>
        $"<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\" href=\"{href}\" media-type=\"application/xhtml+xml\"/></manifest><spine>{string.Concat(Enumerable.Repeat("<itemref idref=\"a\"/>", times))}</spine></package>";
}
