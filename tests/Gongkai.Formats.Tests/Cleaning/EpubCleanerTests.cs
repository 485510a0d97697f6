using System.IO.Compression;
using System.Text;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading.Books;
using Gongkai.Formats.Tests.Books;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>公开的电子书: what the public copy has no more, and what it still has.</summary>
public sealed class EpubCleanerTests
{
    private static readonly EpubFile s_book = new EpubFile
    {
        Metadata = "<dc:creator id=\"who\">云溪县商务局</dc:creator><meta refines=\"#who\" property=\"role\">aut</meta><dc:contributor id=\"made\">经办人小周</dc:contributor><meta refines=\"#made\" property=\"role\">bkp</meta><dc:date>2020-05-06</dc:date><meta name=\"generator\" content=\"某某编辑器\"/><meta name=\"cover\" content=\"i1\"/><meta property=\"dcterms:modified\">2020-05-06T08:00:00Z</meta>",
    }.Chapter("甲", "<p>话。</p>").Item("c.png", "image/png", EpubFile.Png).Item("f.ttf", "font/ttf", [1, 2, 3])
        .Part("META-INF/encryption.xml", "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><EncryptedData xmlns=\"http://www.w3.org/2001/04/xmlenc#\"><EncryptionMethod Algorithm=\"http://www.idpf.org/2008/embedding\"/><CipherData><CipherReference URI=\"OEBPS/f.ttf\"/></CipherData></EncryptedData></encryption>")
        .Part("META-INF/calibre_bookmarks.txt", "第三页").Part("iTunesMetadata.plist", "账号");

    [Fact]
    public void Has_no_makers_dates_and_programs_and_nothing_that_is_not_listed()
    {
        var clean = EpubCleaner.Clean(s_book.Make());
        using var zip = new ZipArchive(new MemoryStream(clean));
        using var list = new StreamReader(zip.GetEntry("OEBPS/book.opf")!.Open());
        var package = list.ReadToEnd();

        foreach (var gone in (string[])["经办人小周", "2020-05-06<", "某某编辑器", "#made"])
            Assert.DoesNotContain(gone, package, StringComparison.Ordinal);
        foreach (var kept in (string[])["补贴政策一本通", "云溪县商务局", "#who", "dcterms:modified", "name=\"cover\""])
            Assert.Contains(kept, package, StringComparison.Ordinal);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("calibre", StringComparison.Ordinal) || entry.FullName.Contains("iTunes", StringComparison.Ordinal));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Is_the_same_book_and_the_same_bytes_every_time()
    {
        var content = s_book.Make();
        var clean = EpubCleaner.Clean(content);
        using var book = Epub.Open(clean);

        Assert.Equal(clean, EpubCleaner.Clean(content));
        Assert.Equal(clean, EpubCleaner.Clean(clean));
        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(clean, 30, 28));
        Assert.Equal("补贴政策一本通", book.Title);
        Assert.Equal("<div><p>话。</p></div>", book.Chapter(1, _ => "", _ => "").Html);
    }

    [Fact]
    public void Its_traces_are_told()
    {
        var traces = EpubTraces.Find(new EpubFile().Chapter("甲", "<p style=\"display: none\">藏</p><p hidden=\"hidden\">藏</p><img src=\"https://example.org/a.png\" alt=\"图\"/><video src=\"a.mp4\"/>")
            .Item("draft.xhtml", "application/xhtml+xml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>旧稿</body></html>"u8.ToArray()).Item("a.css", "text/css", "@import 'https://example.org/a.css'; p { background: url(//example.org/b.png) } @namespace 'http://www.w3.org/1999/xhtml';"u8.ToArray()).Make());

        Assert.Equal((0, 2, 3, 2), (traces.Scripts, traces.Hidden, traces.Remote, traces.NotShown));
        Assert.Equal(["云溪县商务局"], traces.Authors);
        Assert.Equal(["OEBPS/draft.xhtml"], traces.Unread);
    }
}
