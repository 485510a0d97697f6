using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using QRCoder;

namespace Gongkai.Publishing;

/// <summary>打印页面: one document, or a bundle (汇编) with a contents page, as a page that loads nothing and goes to the printer.</summary>
public static class PaperHtml
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Fonts of official documents first, then one that goes into a PDF as a TrueType subset.
    private const string Css =
        """
        :root { --song: "FZXiaoBiaoSong-B05S", "方正小标宋简体", SimSun, "Songti SC", "WenQuanYi Zen Hei", serif; --fangsong: "FangSong_GB2312", "仿宋_GB2312", FangSong, STFangsong, "WenQuanYi Zen Hei", serif; --hei: SimHei, "黑体", STHeiti, "WenQuanYi Zen Hei", sans-serif; }
        body { margin: 0; font: 16pt/29pt var(--fangsong); color: #000; }
        h1 { font: normal 22pt/1.5 var(--song); text-align: center; text-wrap: balance; margin: 0 0 .6em; }
        h2, h3 { font: normal 16pt/29pt var(--hei); margin: .6em 0 .2em; break-after: avoid; } h3, h4 { font: bold 16pt/29pt var(--fangsong); margin: 0; break-after: avoid; }
        p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; orphans: 2; widows: 2; }
        .number, .mark { text-align: center; text-indent: 0; } .mark { font-family: var(--hei); margin-bottom: .6em; }
        .align-center { text-align: center; text-indent: 0; } .align-right { text-align: right; text-indent: 0; }
        table { border-collapse: collapse; width: 100%; margin: .6em 0; font: 10.5pt/1.5 var(--song); } th, td { border: .75pt solid #000; padding: .3em .4em; font-weight: normal; vertical-align: top; overflow-wrap: anywhere; }
        td p, th p { text-indent: 0; text-align: left; } tr { break-inside: avoid; } thead { display: table-header-group; } img { max-width: 100%; }
        ul, ol { margin: 0; padding-left: 3em; } li p { text-indent: 0; } blockquote { margin: 0 2em; }
        footer { margin-top: 2em; padding-top: .6em; border-top: .75pt solid #000; font: 9pt/1.6 var(--song); display: grid; grid-template-columns: 1fr auto; gap: 1em; break-inside: avoid; }
        footer dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; margin: 0; } footer dd { margin: 0; overflow-wrap: anywhere; } footer svg { width: 25mm; height: 25mm; }
        article + article, .contents + article { break-before: page; }
        .contents ol { padding: 0; list-style: none; font-size: 12pt; line-height: 2; } .contents a { color: inherit; text-decoration: none; display: grid; grid-template-columns: 1fr auto; gap: 1em; }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt var(--song); } }
        """;

    public static string Of(Paper paper) => Page(paper.Title, html => Article(html, paper, 0));

    /// <param name="title">Of the bundle.</param>
    /// <param name="papers">In the order they shall stand.</param>
    /// <param name="pages">On which page each begins; null while nobody knows.</param>
    public static string Bundle(string title, IReadOnlyList<Paper> papers, IReadOnlyList<int>? pages) => Page(title, html =>
    {
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"contents\"><h1>{E(title)}</h1><h2>目录</h2><ol>");
        for (var i = 0; i < papers.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchor(i)}\"><span>{i + 1}. {E(papers[i].Title)}{(papers[i].Number is { } number ? $"（{E(number)}）" : "")}</span><span>{(pages is null ? "" : pages[i])}</span></a></li>");
        html.Append("</ol></section>");
        for (var i = 0; i < papers.Count; i++)
            Article(html, papers[i], i);
    });

    /// <summary>The name by which a document of a bundle is found in the PDF.</summary>
    public static string Anchor(int index) => $"d{index + 1}";

    private static string Page(string title, Action<StringBuilder> body)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
        html.Append(CultureInfo.InvariantCulture, $"<title>{E(title)}</title><style>{Css}</style></head><body>");
        body(html);
        return html.Append("</body></html>").ToString();
    }

    private static void Article(StringBuilder html, Paper paper, int index)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article id=\"{Anchor(index)}\"><h1>{E(paper.Title)}</h1>");
        if (paper.Number is { } number)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"number\">{E(number)}</p>");
        if (paper.Mark is { } mark)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"mark\">（{E(mark)}）</p>");
        html.Append(paper.Html);
        foreach (var (i, name) in paper.Attachments.Index())
            html.Append(CultureInfo.InvariantCulture, $"<p>{E(paper.NamedAttachment(i, name))}</p>");
        html.Append("<footer><dl>");
        foreach (var (label, value) in paper.Facts)
            html.Append(CultureInfo.InvariantCulture, $"<dt>{E(label)}</dt><dd>{E(value)}</dd>");
        html.Append(CultureInfo.InvariantCulture, $"<dt>永久地址</dt><dd>{E(paper.Address)}</dd></dl>{QrCode(paper.Address)}</footer></article>");
    }

    /// <summary>二维码 of an address, as SVG.</summary>
    public static string QrCode(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private static string E(string text) => s_encoder.Encode(text);
}
