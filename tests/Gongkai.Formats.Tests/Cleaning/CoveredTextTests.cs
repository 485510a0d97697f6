using System.Text;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading.Programs;
using Gongkai.Formats.Tests.Pages;
using Gongkai.Formats.Writing;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>遮盖之下的文字: what black boxes only cover is found; what is really gone, marked, or read from a scan is left alone.</summary>
public sealed class CoveredTextTests
{
    private const string Hidden = "联系号码 99800001111";

    [Fact]
    public void Is_found_below_a_black_box_painted_later()
    {
        var found = Assert.Single(Find(Page($"""<p class="line">可以看见的一行</p><p class="line">前文{Hidden}</p><div class="box over"></div>""")));

        Assert.Equal((1, CoveredKind.Covered), (found.Page, found.Kind));
        Assert.Contains("99800001111", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("可以看见", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_found_below_a_picture()
    {
        const string Pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC";

        var found = Find(Page($"""<p class="line">可以看见的一行</p><p class="line">前文{Hidden}</p><img class="box over" src="{Pixel}" alt="">"""));

        Assert.Contains("99800001111", Assert.Single(found).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_found_in_the_colour_of_what_it_stands_on()
    {
        var found = Find(Page($"""<p class="line" style="color:#fff">{Hidden}</p><p class="line">可以看见的一行</p><p class="line" style="background:#000;color:#000">涂黑的姓名</p>"""));

        Assert.Equal(["联系号码99800001111", "涂黑的姓名"], found.Select(words => words.Text));
        Assert.All(found, words => Assert.Equal(CoveredKind.SameColour, words.Kind));
    }

    [Fact]
    public void Is_no_finding_where_the_words_are_really_gone() =>
        Assert.Empty(Find(Page("""<p class="line">可以看见的一行</p><p class="line"></p><div class="box over"></div><p class="line">后面一行</p>""")));

    [Fact]
    public void Leaves_clear_markers_table_heads_and_white_on_dark_alone() =>
        Assert.Empty(Find(Page($"""
            <p class="line">{Hidden}</p><div class="box over" style="background:rgba(255,230,0,.4)"></div>
            <p class="line" style="background:#234;color:#fff">黑底白字的表头</p><p class="line" style="background:#ddd">灰底的表头</p>
            """)));

    [Fact]
    public void Is_found_on_the_page_it_stands_on()
    {
        var page = string.Concat(Enumerable.Range(1, 3).Select(number => $"""<div style="break-after:page;position:relative;height:300px"><p class="line">第{number}页</p><p class="line">前文{(number == 2 ? Hidden : "")}</p><div class="box over"></div></div>"""));

        Assert.Equal(2, Assert.Single(Find(Page(page))).Page);
    }

    [Fact]
    public void Is_found_in_what_office_programs_export()
    {
        Assert.SkipUnless(PdfFile.IsInstalled("soffice"), "LibreOffice is not installed");

        // A drawing in front of the text, as people put it there; and the same page with nothing below it.
        Assert.Contains("99800001111", Assert.Single(Find(ByOffice($"前文{Hidden}"))).Text, StringComparison.Ordinal);
        Assert.Empty(Find(ByOffice("")));
    }

    [Fact]
    public void Is_found_below_an_annotation()
    {
        var found = Find(Annotated(new PdfFile().Page().Put(72, 100, "Nobody may read this").Put(72, 300, "Everybody may").Bytes(), "60 725 260 755"));

        Assert.Equal("Nobodymayreadthis", Assert.Single(found).Text);
    }

    [Fact]
    public void Refuses_what_cannot_be_read()
    {
        MustBeInstalled();

        Assert.Throws<UnreadableFileException>(() => CoveredText.Find(Encoding.ASCII.GetBytes("%PDF-1.4 and nothing more")));
        Assert.Empty(CoveredText.Find("no PDF at all"u8.ToArray()));
    }

    private static IReadOnlyList<CoveredWords> Find(byte[] pdf)
    {
        MustBeInstalled();
        return CoveredText.Find(pdf);
    }

    private static void MustBeInstalled() => Assert.SkipUnless(PdfFile.IsInstalled("mutool"), "mutool is not installed");

    private static byte[] Page(string body)
    {
        Assert.SkipUnless(PdfFile.IsInstalled("chromium") || PdfFile.IsInstalled("google-chrome"), "no browser is installed");
        return PdfPrinter.Print(
            $$"""
            <!doctype html><html lang="zh"><head><meta charset="utf-8"><style>
            body{margin:0;font:16px/30px serif}.line{margin:0;height:30px}.box{position:absolute;left:24px;top:30px;width:400px;height:30px;background:#000;-webkit-print-color-adjust:exact}
            *{-webkit-print-color-adjust:exact}</style></head><body>{{body}}</body></html>
            """,
            () => throw new InvalidOperationException("the browser was to do it"));
    }

    private static byte[] ByOffice(string text)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-covered-");
        try
        {
            var source = Path.Combine(folder.FullName, "covered.fodt");
            File.WriteAllText(source, $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
                <office:automatic-styles><style:style style:name="over" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#000000" style:run-through="foreground" style:wrap="run-through"/></style:style></office:automatic-styles>
                <office:body><office:text><text:p>可以看见的一行</text:p><text:p><draw:rect draw:style-name="over" text:anchor-type="paragraph" svg:x="0cm" svg:y="-0.2cm" svg:width="12cm" svg:height="1.1cm"/>{text}</text:p></office:text></office:body></office:document>
                """);
            var outcome = OutsideProgram.Run(
                "soffice", [$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, source], ReadingLimits.Default, 1 << 20, "");
            Assert.Equal(0, outcome.ExitCode);
            return File.ReadAllBytes(Path.ChangeExtension(source, ".pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>With a black square annotation put on its first page by an incremental update, as PDF programs do.</summary>
    private static byte[] Annotated(byte[] pdf, string place)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (page, last) = (text.IndexOf("7 0 obj\n", StringComparison.Ordinal), text.LastIndexOf("startxref\n", StringComparison.Ordinal));
        var old = text[(page + 8)..text.IndexOf(">>\nendobj", page, StringComparison.Ordinal)];
        var start = text.Length;
        var annotated = $"7 0 obj\n{old} /Annots [<< /Type /Annot /Subtype /Square /Rect [{place}] /C [0 0 0] /IC [0 0 0] /F 4 >>] >>\nendobj\n";
        var table = $"xref\n7 1\n{start:0000000000} 00000 n \ntrailer << /Size 9 /Root 1 0 R /Prev {text[(last + 10)..].Split('\n')[0]} >>\nstartxref\n{start + annotated.Length}\n%%EOF\n";
        return [.. pdf, .. Encoding.Latin1.GetBytes(annotated + table)];
    }
}
