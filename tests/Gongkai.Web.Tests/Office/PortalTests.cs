using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>门户: what a citizen, a webmaster and a program find on the public side of the sample city.</summary>
public sealed class PortalTests(YunzeSite yunze)
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/kjj", "云泽市科学技术局")]
    [InlineData("/kjj/guide", "第十二条", false)]
    [InlineData("/kjj/guide", "公开工作机构")]
    [InlineData("/kjj/rules", "政府信息公开制度")]
    [InlineData("/kjj/content", "履职依据")]
    [InlineData("/kjj/content/a20_01?force=ended", "废止")]
    [InlineData("/kjj/apply", "第二十九条")]
    [InlineData("/kjj/apply", "第五十一条")]
    [InlineData("/yunxi-gxkj/apply", "第五十一条")]
    [InlineData("/site-map", "台账校验值")]
    [InlineData("/ledger", "抄下或者订阅")]
    [InlineData("/kjj/reports/2020", "收到和处理政府信息公开申请情况")]
    [InlineData("/yunxi-swj/reports/2020", "收到和处理政府信息公开申请情况")]
    [InlineData("/reports", "云泽市工业和信息化局")]
    public async Task A_page_says_where_one_is(string address, string says, bool contains = true)
    {
        using var visitor = yunze.Visitor();

        var page = await visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

        Assert.Equal(contains, page.Contains(says, StringComparison.Ordinal));
        Assert.Contains("<meta name=\"SiteName\"", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ColumnType\"", page, StringComparison.Ordinal);
        Assert.Contains("我为政府网站找错", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_says_its_column_and_the_minute_it_was_published()
    {
        using var visitor = yunze.Visitor();
        var (id, at) = await yunze.Db(async db =>
        {
            var body = await db.Bodies.Where(one => one.Key == "kjj").Select(one => one.Id).SingleAsync(Cancel);
            var document = await db.Documents.Readable.Where(one => one.Body == body && one.Article20Item == "a20_01" && one.State == DocumentState.Public && one.History.All(taken => taken.Step != Procedure.MoveIn.Id)).OrderBy(one => one.Id).FirstAsync(Cancel);
            return (document.Id.Value, document.History.First(taken => taken.Step == Procedure.Publish.Id).At.ToOffset(TimeSpan.FromHours(8)));
        });

        var page = await visitor.GetStringAsync(new Uri($"/documents/{id}", UriKind.Relative), Cancel);

        Assert.Contains($"<meta name=\"PubDate\" content=\"{at:yyyy-MM-dd HH:mm}\"", page, StringComparison.Ordinal);
        Assert.NotEqual("00:00", $"{at:HH:mm}");
        foreach (var tag in (string[])["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"])
            Assert.Contains($"<meta name=\"{tag}\" content=", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ColumnType\" content=\"信息公开目录\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03")]
    [InlineData("1999-01")]
    [InlineData("9999-12")]
    [InlineData("2026-13")]
    [InlineData("%3Cscript%3E")]
    public async Task The_daily_values_of_a_month_that_has_none_are_empty_or_not_there(string month)
    {
        using var visitor = yunze.Visitor();

        using var answer = await visitor.GetAsync(new Uri($"/ledger?month={month}", UriKind.Relative), Cancel);

        Assert.Equal(month == "2026-03" ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/pingtai")]
    [InlineData("/nobody")]
    [InlineData("/kjj/content/nothing")]
    [InlineData("/kjj/content/guide")]
    [InlineData("/kjj/guide/99")]
    [InlineData("/kjj/reports/1999")]
    [InlineData("/kjj/reports/1999.docx")]
    [InlineData("/kjj/catalogue/99.csv")]
    [InlineData("/nobody/feed.atom")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        using var visitor = yunze.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("kjj", 2020)]
    [InlineData("gxj", 2020)]
    [InlineData("yunxi-swj", 2020)]
    [InlineData("yunxi-gxkj", 2020)]
    [InlineData("yunyang-gxj", 2022)]
    public async Task A_report_is_given_as_data_whatever_it_was_published_as(string body, int year)
    {
        using var visitor = yunze.Visitor();

        var report = await visitor.GetFromJsonAsync<JsonElement>(new Uri($"/{body}/reports/{year}.json", UriKind.Relative), Cancel);

        Assert.Equal(year, report.GetProperty("year").GetInt32());
        Assert.Equal(JsonValueKind.Number, report.GetProperty("t3").GetProperty("received_new").GetProperty("total").ValueKind);
    }

    [Fact]
    public async Task Feeds_and_site_maps_are_what_their_readers_expect()
    {
        using var visitor = yunze.Visitor();

        var feed = XDocument.Parse(await visitor.GetStringAsync(new Uri("/kjj/feed.atom", UriKind.Relative), Cancel)).Root!;
        var maps = XDocument.Parse(await visitor.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Cancel)).Root!;
        var addresses = new List<string>();
        foreach (var map in maps.Descendants().Where(element => element.Name.LocalName == "loc"))
            addresses.AddRange(XDocument.Parse(await visitor.GetStringAsync(new Uri(new Uri(map.Value).PathAndQuery, UriKind.Relative), Cancel)).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value));

        Assert.Equal(50, feed.Elements(s_atom + "entry").Count());
        Assert.All(feed.Elements(s_atom + "entry"), entry => Assert.StartsWith("http://localhost/documents/", entry.Element(s_atom + "id")!.Value, StringComparison.Ordinal));
        var readable = await yunze.Db(db => db.Documents.CountAsync(document => DocumentStates.Readable.Contains(document.State), Cancel));
        Assert.InRange(addresses.Count(address => address.Contains("/documents/", StringComparison.Ordinal)), readable - 2, readable + 2);
        Assert.Contains("http://localhost/kjj/reports/2020", addresses);
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
    }

    [Fact]
    public async Task Everything_public_can_be_taken_away_line_by_line_and_followed()
    {
        using var visitor = yunze.Visitor();

        var lines = (await visitor.GetStringAsync(new Uri("/api/v1/public/documents.jsonl?body=yunyang-gxj", UriKind.Relative), Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var table = await visitor.GetStringAsync(new Uri("/api/v1/public/documents.csv?body=yunyang-gxj", UriKind.Relative), Cancel);
        var one = await visitor.GetFromJsonAsync<JsonElement>(new Uri($"/documents/{lines[0].GetProperty("id").GetGuid()}.json", UriKind.Relative), Cancel);

        Assert.True(lines.Count > 80);
        Assert.Equal(lines.Count + 1, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(lines[0].GetProperty("title").GetString(), one.GetProperty("title").GetString());
        Assert.NotEmpty(one.GetProperty("text").GetString()!);
        Assert.Superset(new HashSet<string> { "summary", "article20_item", "keywords", "joint_issuers", "attribute", "stage", "follows", "column", "changes" }, one.EnumerateObject().Select(member => member.Name).ToHashSet());
        Assert.All(lines, line => Assert.Equal("proactive", line.GetProperty("attribute").GetString()));
        var titles = table.TrimStart('\uFEFF').Split("\r\n")[0].Split(',');
        Assert.Superset(new HashSet<string> { "summary", "article20_item", "keywords", "column", "joint_issuers", "attribute", "stage" }, titles.ToHashSet());
        Assert.Equal(titles.Length, titles.Distinct().Count());
        using var answer = await visitor.GetAsync(new Uri("/api/v1/public/bodies", UriKind.Relative), Cancel);
        Assert.Contains("q=100000;w=60", answer.Headers.GetValues("RateLimit-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_kept_compressed_for_each_dress_and_asked_for_again()
    {
        using var visitor = yunze.Visitor();
        async Task<(string Text, string Cache, string Encoding)> Get(string encoding, string? theme)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, "/kjj/guide?of=cache");
            if (encoding.Length > 0)
                asked.Headers.Add("Accept-Encoding", encoding);
            if (theme is not null)
                asked.Headers.Add("Cookie", $"gongkai-theme={theme}");
            using var answer = await visitor.SendAsync(asked, Cancel);
            var content = await answer.Content.ReadAsStreamAsync(Cancel);
            using var text = new StreamReader(encoding switch { "br" => new BrotliStream(content, CompressionMode.Decompress), "gzip" => new GZipStream(content, CompressionMode.Decompress), _ => content });
            return (await text.ReadToEndAsync(Cancel), answer.Headers.CacheControl!.ToString(), string.Join(',', answer.Content.Headers.ContentEncoding));
        }

        var plain = await Get("", null);

        foreach (var _ in (int[])[1, 2])
        {
            foreach (var encoding in (string[])["br", "gzip", ""])
                Assert.Equal(plain with { Encoding = encoding }, await Get(encoding, null));
            Assert.Contains("data-theme=\"contrast\"", (await Get("br", "contrast")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_a_browser_has_is_not_sent_again_until_it_changes()
    {
        using var visitor = yunze.Visitor();
        var address = new Uri("/kjj/apply?of=tag", UriKind.Relative);
        using var first = await visitor.GetAsync(address, Cancel);
        var tag = first.Headers.ETag!;

        async Task<HttpResponseMessage> Ask(HttpMethod method, string? known, string? theme = null)
        {
            using var asked = new HttpRequestMessage(method, address);
            if (known is not null)
                Assert.True(asked.Headers.TryAddWithoutValidation("If-None-Match", known));
            if (theme is not null)
                asked.Headers.Add("Cookie", $"gongkai-theme={theme}");
            return await visitor.SendAsync(asked, Cancel);
        }

        foreach (var known in (string[])[tag.Tag, $"W/\"other\", {tag.Tag}", "*"])
        {
            using var again = await Ask(HttpMethod.Get, known);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Contains("default-src 'none'", again.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using var other = await Ask(HttpMethod.Get, tag.Tag, "dark");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(tag, other.Headers.ETag);
        using var stale = await Ask(HttpMethod.Get, "not a tag");
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        using var head = await Ask(HttpMethod.Head, null);
        Assert.Equal((HttpStatusCode.OK, first.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Many_who_ask_for_one_page_at_a_time_all_get_it_whole()
    {
        using var visitor = yunze.Visitor();

        var pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => visitor.GetStringAsync(new Uri("/kjj/content?of=many", UriKind.Relative), Cancel)));

        Assert.EndsWith("</html>", Assert.Single(pages.Distinct()).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_on_a_page_is_reported_and_the_receipt_leads_to_the_answer()
    {
        using var visitor = yunze.Visitor();
        var taken = await YunzeSite.Post(visitor, "/feedback", ("page", "/yunxi-swj"), ("Kind", "Wording"), ("Text", "“商务”写成了“商物”"));
        var receipt = taken.Headers.Location!.OriginalString;
        using var office = await yunze.SignedIn("yunxi-swj-office");
        var fault = await yunze.Db(db => db.Set<Gongkai.Participation.SiteFault>().SingleAsync(one => one.Receipt == receipt.Substring(receipt.IndexOf('=') + 1), Cancel));

        await YunzeSite.Post(office, "/office/faults", ("fault", $"{fault.Id.Value}"), ("reply", "已经改正"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("已经改正", await visitor.GetStringAsync(new Uri(receipt, UriKind.Relative), Cancel), StringComparison.Ordinal);
        var refused = await YunzeSite.Post(visitor, "/feedback", ("page", "/yunxi-swj"), ("Kind", "Wording"), ("Text", "打13812345678找我"));
        Assert.Contains("不需要个人信息", await YunzeSite.Text(refused), StringComparison.Ordinal);
    }
}
