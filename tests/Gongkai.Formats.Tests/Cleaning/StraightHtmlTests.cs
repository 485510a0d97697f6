using Gongkai.Formats.Cleaning;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>规整网页: the walk without a parser says what the parser says, or nothing.</summary>
public sealed class StraightHtmlTests
{
    private static readonly string[] s_pieces =
    [
        "<p>", "</p>", "<p>", "</p>", "<h2>", "</h2>", "<div>", "</div>", "<blockquote>", "</blockquote>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<table>", "</table>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>",
        "<td>", "</td>", "<th scope=\"col\">", "</th>", "<td colspan=\"2\" class=\"align-right\">", "<td rowspan=\"02\">", "<td width=\"3\">", "<strong>", "</strong>", "<b>", "</b>", "<i>", "</i>", "<sub>", "</sub>", "<a href=\"/documents/1\">", "</a>",
        "<a href=\"https://www.example.gov.cn/a\" rel=\"noopener noreferrer\">", "<a rel=\"x\" href=\"http://example.gov.cn/\">", "<a href=\"javascript:alert(1)\">", "<a href=\"#x\" class=\"align-center\">", "<p class=\"align-center\">", "<p class=\"x\">", "<br>",
        "<br />", "<br/>", "<hr>", "<hr />", "正文", "第一条　内容", " ", "  ", "\n", "\t", "&amp;", "&lt;script&gt;", "&quot;", "&nbsp;", "&#60;", "&copy", "&", "<", ">", "\"", "'", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\r", "\0", "\u0085", "𠮷", "\uD842", "\uDFB7", "e\u0301",
        "<script>", "</script>", "<!-- -->", "<span>", "</span>", "<pre>", "</pre>", "<img src=\"/a.png\">", "<P>", "</ p>", "<caption>", "<figure>", "<svg>", "<form>", "<dl>", "<dt>", "<p", "<td colspan=\"2\"", "=\"",
    ];

    private static readonly string[] s_words = ["正文", "第一条　内容", " ", "\n", "&amp;", "&lt;b&gt;", "&quot;", "&nbsp;", "\u00A0", "𠮷", "<br>", "<br />", "a>b", "（一）", "\t2024"];

    /// <summary>Which closes what was opened last, so that long ones are met that are whole.</summary>
    private static readonly string[] s_inner = ["<p>", "<h3>", "<div>", "<ul>", "<li>", "<table>", "<tbody>", "<tr>", "<td>", "<b>", "<i>", "<a href=\"/x\">", "<sup>", "<u>", "<th class=\"align-center\">", "<blockquote>"];

    [Fact]
    public void Says_what_the_parser_says_of_whatever_is_thrown_together()
    {
        var chance = new Random(20261122);
        var (straight, whole) = (0, 0);
        for (var turn = 0; turn < 40_000; turn++)
        {
            var html = turn % 2 == 0 ? Thrown(chance) : Nested(chance, depth: 0);
            if (StraightHtml.Clean(html) is not { } clean)
                continue;
            straight++;
            whole += html.Contains("<table>", StringComparison.Ordinal) || html.Contains("<ul>", StringComparison.Ordinal) ? 1 : 0;
            Assert.True(clean == HtmlSanitiser.ByParser(html), $"{html}\n{clean}\n{HtmlSanitiser.ByParser(html)}");
            Assert.Equal(clean.Html, HtmlSanitiser.Clean(clean.Html).Html);
        }

        // A walk that always refuses would be right too, and useless.
        Assert.True(straight > 4_000, $"{straight}");
        Assert.True(whole > 200, $"{whole}");
    }

    [Theory]
    [InlineData("<p>正文</p>\n<p>第二段<br />换行</p>\n")]
    [InlineData("<h2>一、总则</h2>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n<table>\n<thead>\n<tr>\n<th>年份</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>2024</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("<p class=\"align-center\">云科发〔2026〕8号</p><p>见<a href=\"https://www.example.gov.cn/a\" rel=\"noopener noreferrer\">附件</a>&nbsp;&amp; &quot;说明&quot;</p>")]
    public void Takes_what_documents_are_made_of(string html) => Assert.Equal(HtmlSanitiser.ByParser(html), StraightHtml.Clean(html));

    [Theory]
    [InlineData("<p>甲<p>乙</p></p>")]
    [InlineData("<table><tr><td>甲</td></tr></table>")]
    [InlineData("<table><tbody>甲<tr><td>乙</td></tr></tbody></table>")]
    [InlineData("<b><p>甲</p></b>")]
    [InlineData("<a href=\"/1\"><a href=\"/2\">甲</a></a>")]
    [InlineData("<p onclick=\"x()\">甲</p>")]
    [InlineData("<p>甲</p")]
    [InlineData("<p>甲&#8203;</p>")]
    public void Leaves_to_the_parser_what_parsers_take_apart(string html) => Assert.Null(StraightHtml.Clean(html));

    private static string Thrown(Random chance) => string.Concat(Enumerable.Range(0, chance.Next(1, 9)).Select(_ => s_pieces[chance.Next(s_pieces.Length)]));

    private static string Nested(Random chance, int depth)
    {
        var html = "";
        for (var parts = chance.Next(1, 4); parts > 0; parts--)
        {
            if (depth > 4 || chance.Next(5) < 2)
            {
                html += chance.Next(40) == 0 ? s_pieces[chance.Next(s_pieces.Length)] : s_words[chance.Next(s_words.Length)];
                continue;
            }

            var open = s_inner[chance.Next(s_inner.Length)];
            html += open switch
            {
                "<table>" => $"<table>\n<tbody><tr><td>{Nested(chance, depth + 2)}</td></tr></tbody></table>",
                "<ul>" => $"<ul>\n<li>{Nested(chance, depth + 2)}</li></ul>",
                _ => $"{open}{Nested(chance, depth + 1)}</{open[1..].TrimEnd('>').Split(' ')[0]}>",
            };
        }

        return html;
    }
}
