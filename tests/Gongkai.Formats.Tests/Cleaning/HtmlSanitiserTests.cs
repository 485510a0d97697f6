using AngleSharp.Html.Parser;
using Gongkai.Formats.Cleaning;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>网页净化.</summary>
public sealed class HtmlSanitiserTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//x.example/x.js></SCRIPT>")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<img src='/files/a.png' onload=alert(1)>")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>")]
    [InlineData("<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<a href=' jav&#x09;ascript:alert(1)'>x</a>")]
    [InlineData("<a href='java\nscript:alert(1)'>x</a>")]
    [InlineData("<a href='&#106;&#97;vascript:alert(1)'>x</a>")]
    [InlineData("<a href='vbscript:msgbox(1)'>x</a>")]
    [InlineData("<a href='data:text/html,<script>alert(1)</script>'>x</a>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>")]
    [InlineData("<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>")]
    [InlineData("<p style='background:url(javascript:alert(1));width:expression(alert(1))'>x</p>")]
    [InlineData("<style>@import 'javascript:alert(1)';</style>")]
    [InlineData("<link rel=stylesheet href='javascript:alert(1)'><meta http-equiv=refresh content='0;url=javascript:alert(1)'><base href='javascript:/'>")]
    [InlineData("<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>")]
    [InlineData("<textarea><img src=x onerror=alert(1)></textarea>")]
    [InlineData("<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)")]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<table><td background='javascript:alert(1)' onclick=alert(1)>x</td></table>")]
    [InlineData("<template><script>alert(1)</script></template><video><source onerror=alert(1)></video>")]
    [InlineData("<x onclick=alert(1) contenteditable onfocus=alert(1) autofocus>x</x>")]
    [InlineData("<p id=document name=cookie class=admin data-x=1>x</p>")]
    [InlineData("<details open ontoggle=alert(1)>x</details><marquee onstart=alert(1)>x</marquee>")]
    [InlineData("<img src='//evil.example/track.gif'><img src='/\\evil.example/x'><audio src='https://evil.example/a.mp3'></audio>")]
    public void Lets_nothing_through_that_could_run_or_call_out(string hostile)
    {
        var clean = HtmlSanitiser.Clean($"<p>前</p>{hostile}<p>后</p>");

        using var page = new HtmlParser().ParseDocument(clean.Html);
        string[] mayCarry = ["href", "rel", "src", "alt", "colspan", "rowspan", "scope", "span", "start", "width", "height", "class", "controls", "poster", "kind"];
        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName, (string[])["script", "style", "svg", "math", "iframe", "object", "embed", "form", "input", "button", "textarea", "template", "noscript", "link", "meta", "base"]);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, mayCarry));
            Assert.All(element.Attributes.Where(attribute => attribute.Name is "href" or "src" or "poster"), attribute => Assert.Matches("^(https?:|mailto:|tel:|#|/(?![/\\\\]))", attribute.Value));
            Assert.True(element.GetAttribute("src")?.StartsWith('/') ?? true);
            Assert.True(element.GetAttribute("class") is null or "align-center" or "align-right");
        }

        Assert.StartsWith("<p>前</p>", clean.Html);
        Assert.Equal(clean.Html, HtmlSanitiser.Clean(clean.Html).Html);
    }

    [Theory]
    [InlineData("<p>甲<b>乙</b></p>", "<p>甲<b>乙</b></p>")]
    [InlineData("<p style=\"text-align: center; color: red\">标题</p>", "<p class=\"align-center\">标题</p>")]
    [InlineData("<p class=MsoNormal><o:p></o:p><span lang=EN-US style='font-family:仿宋'>正文</span></p>", "<p>正文</p>")]
    [InlineData("<table><tr><td colspan=2 width=100>甲</td></tr></table>", "<table><tbody><tr><td colspan=\"2\">甲</td></tr></tbody></table>")]
    [InlineData("<a href=\"https://www.example.gov.cn/a?b=1&c=2\" target=_blank>文件</a>", "<a href=\"https://www.example.gov.cn/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">文件</a>")]
    [InlineData("<a href=\"/documents/1\">文件</a>", "<a href=\"/documents/1\">文件</a>")]
    [InlineData("<p>1 < 2 & 3</p>", "<p>1 &lt; 2 &amp; 3</p>")]
    [InlineData("<p>a\u202Etxt.exe\u200B</p>", "<p>atxt.exe</p>")]
    [InlineData("<img src=\"/files/a.png\" alt=\"流程图\">", "<img src=\"/files/a.png\" alt=\"流程图\">")]
    public void Keeps_what_a_document_is_made_of(string written, string expected) => Assert.Equal(expected, HtmlSanitiser.Clean(written).Html);

    [Fact]
    public void Gives_the_words_a_line_per_paragraph() =>
        Assert.Equal(
            "标题\n第一条 内容\n甲\t乙\n丙\t丁",
            HtmlSanitiser.Clean("<h1>标题</h1>\n<p>第一条&nbsp;内容<script>x</script></p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>").Text);

    [Fact]
    public void Refuses_what_is_nested_beyond_reason() =>
        Assert.Throws<UnreadableFileException>(() => HtmlSanitiser.Clean(string.Concat(Enumerable.Repeat("<div>", 100_000))));
}
