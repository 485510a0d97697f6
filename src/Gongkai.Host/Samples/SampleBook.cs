using System.Net;

namespace Gongkai.Host.Samples;

/// <summary>示例电子书: an interpretation as a small EPUB of three chapters, with a note and a table.</summary>
internal static class SampleBook
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string Ops = "http://www.idpf.org/2007/ops";

    private static readonly (string Title, string Body)[] s_chapters =
    [
        ("一、这份文件说什么", """<p>近年来有关事项申报材料多、办理时间长，企业和群众办事不便。文件把做法固定下来：材料更少，时限更短，标准写明。</p><p>文件中的“工作日”<a epub:type="noteref" href="c3.xhtml#days" id="first">〔注〕</a>不含法定节假日。</p>"""),
        ("二、怎样办理", """<p>全程可以网上办理，也可以到窗口提交。</p><table><thead><tr><th scope="col">步骤</th><th scope="col">做什么</th><th scope="col">时限</th></tr></thead><tbody><tr><td>提交</td><td>填写申请表，上传营业执照</td><td>随时</td></tr><tr><td>审核</td><td>核对材料，不齐的一次告知</td><td>5个工作日</td></tr><tr><td>公示</td><td>结果在网站公示</td><td>5个工作日</td></tr></tbody></table><h2>材料清单</h2><ul><li>申请表一份；</li><li>营业执照副本的扫描件。</li></ul>"""),
        ("三、常见问题", """<h2 id="late">错过时间怎么办</h2><p>当年没有申报的，可以在下一年申报一次。</p><h2 id="ask">向谁咨询</h2><p>在办公时间向办公室询问，或者在网站留言。</p><h2>注</h2><p id="days">工作日：国家规定的节假日和调休的休息日不计算在内。<a href="c1.xhtml#first">返回</a></p>"""),
    ];

    public static byte[] Of(string body)
    {
        var name = WebUtility.HtmlEncode(body);
        return SampleFiles.Pack(
            [
                ("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""),
                ("book.opf", $"""<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:yunze:reading:{name}</dc:identifier><dc:title>{name}政策问答</dc:title><dc:language>zh-CN</dc:language><dc:creator>{name}</dc:creator><meta property="dcterms:modified">2020-01-06T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{Each(i => $"<item id=\"c{i}\" href=\"c{i}.xhtml\" media-type=\"application/xhtml+xml\"/>")}</manifest><spine>{Each(i => $"<itemref idref=\"c{i}\"/>")}</spine></package>"""),
                ("nav.xhtml", Page("目录", $"""<nav epub:type="toc"><ol>{Each(i => $"<li><a href=\"c{i}.xhtml\">{s_chapters[i - 1].Title}</a>{(i == 3 ? "<ol><li><a href=\"c3.xhtml#late\">错过时间怎么办</a></li><li><a href=\"c3.xhtml#ask\">向谁咨询</a></li></ol>" : "")}</li>")}</ol></nav>""")),
                .. s_chapters.Select((chapter, i) => ($"c{i + 1}.xhtml", Page(chapter.Title, $"<h1>{chapter.Title}</h1>{chapter.Body}"))),
            ]);
    }

    private static string Each(Func<int, string> one) => string.Concat(Enumerable.Range(1, s_chapters.Length).Select(one));

    private static string Page(string title, string body) => $"""<?xml version="1.0" encoding="UTF-8"?><html xmlns="{Xhtml}" xmlns:epub="{Ops}" lang="zh-CN"><head><title>{title}</title></head><body>{body}</body></html>""";
}
