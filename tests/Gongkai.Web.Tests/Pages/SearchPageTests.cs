using System.Net;
using System.Text.Json;
using Gongkai.Publishing;
using Gongkai.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Pages;

/// <summary>检索页、检索接口: the same question has the same answer on both, and what is typed stays text.</summary>
public sealed class SearchPageTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_interface_answers_in_the_shape_that_others_rely_on()
    {
        using var visitor = await Visitor();
        var answer = await Ask(visitor, "q=%E9%80%9A%E7%9F%A5&facets=1&size=3");

        Assert.Superset(new HashSet<string> { "total", "items", "facets", "relaxed" }, answer.EnumerateObject().Select(member => member.Name).ToHashSet());
        Assert.Equal(3, answer.GetProperty("items").GetArrayLength());
        var item = answer.GetProperty("items")[0];
        Assert.Superset(new HashSet<string> { "id", "external_id", "title", "url", "body", "published_on", "snippet", "score" }, item.EnumerateObject().Select(member => member.Name).ToHashSet());
        Assert.All((string[])["body", "year", "topic", "validity"], facet => Assert.All(answer.GetProperty("facets").GetProperty(facet).EnumerateArray(), one => Assert.True(one.GetProperty("key").GetString()!.Length > 0 && one.GetProperty("count").GetInt32() > 0)));
        Assert.Equal(answer.GetProperty("total").GetInt32(), answer.GetProperty("facets").GetProperty("year").EnumerateArray().Sum(one => one.GetProperty("count").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(item.GetProperty("url").GetString()!, UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_empty_question_lists_everything_public_and_every_page_of_it()
    {
        using var visitor = await Visitor();
        var readable = await yunze.Db(db => db.Documents.Readable.CountAsync(Cancel));
        HashSet<string> seen = [];

        var total = (await Ask(visitor, "")).GetProperty("total").GetInt32();
        for (var page = 1; page <= (total + 99) / 100; page++)
            seen.UnionWith((await Ask(visitor, $"size=100&page={page}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));

        Assert.InRange(total, readable - 5, readable + 5);
        Assert.Equal(total, seen.Count);
    }

    [Fact]
    public async Task A_condition_gives_what_its_count_said()
    {
        using var visitor = await Visitor();
        var facets = (await Ask(visitor, "q=%E9%80%9A%E7%9F%A5&facets=1")).GetProperty("facets");

        foreach (var facet in (string[])["body", "year", "topic", "validity", "kind", "level", "column", "from"])
        {
            foreach (var one in facets.GetProperty(facet).EnumerateArray().Take(3))
            {
                var narrowed = await Ask(visitor, $"q=%E9%80%9A%E7%9F%A5&size=1&{facet}={Uri.EscapeDataString(one.GetProperty("key").GetString()!)}");
                Assert.Equal(one.GetProperty("count").GetInt32(), narrowed.GetProperty("total").GetInt32());
            }
        }
    }

    [Fact]
    public async Task Column_and_dates_are_fields_of_the_page_and_keep_the_question()
    {
        using var visitor = await Visitor();

        var page = await visitor.GetStringAsync(new Uri("/search?q=%E9%80%9A%E7%9F%A5&body=kjj&column=notices&from=2020-01-01&to=2020-12-31", UriKind.Relative), Cancel);
        var asked = await Ask(visitor, "q=%E9%80%9A%E7%9F%A5&body=kjj&column=notices&from=2020-01-01&to=2020-12-31");
        var wrong = await visitor.GetStringAsync(new Uri("/search?q=%E9%80%9A%E7%9F%A5&from=2021-01-01&to=2020-12-31", UriKind.Relative), Cancel);

        Assert.Contains("<label for=\"in-column\">栏目</label>", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"notices\" selected", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"date\" id=\"from\" name=\"from\" value=\"2020-01-01\">", page, StringComparison.Ordinal);
        Assert.Contains("<label for=\"to\">到</label>", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"q\" value=\"通知\">", page, StringComparison.Ordinal);
        Assert.True(asked.GetProperty("total").GetInt32() > 0);
        Assert.Contains($"共找到 <span class=\"num\">{asked.GetProperty("total").GetInt32()}</span> 件", page, StringComparison.Ordinal);
        Assert.Contains("起始日期不能晚于截止日期", wrong, StringComparison.Ordinal);
        Assert.Contains("id=\"to\" name=\"to\" value=\"2020-12-31\"", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a\" OR \"b")]
    [InlineData("NEAR(通知 公告, 2)")]
    [InlineData("title:通知")]
    [InlineData("* ^ - ( ) AND OR NOT")]
    [InlineData("(a+)+$")]
    [InlineData("'; drop table documents; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u0000\u0001\u001b")]
    [InlineData("%F0%28%8C%28")]
    [InlineData("\ud842")]
    public async Task Whatever_is_typed_is_plain_text(string typed)
    {
        using var visitor = await Visitor();
        foreach (var match in (string[])["auto", "all", "phrase"])
        {
            var answer = await visitor.GetAsync(new Uri($"/search?match={match}&q={WebUtility.UrlEncode(typed)}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("<script>alert", await YunzeSite.Text(answer), StringComparison.Ordinal);
            await Ask(visitor, $"match={match}&q={WebUtility.UrlEncode(typed)}");
        }
    }

    [Theory]
    [InlineData("match=near", "match")]
    [InlineData("from=2020-13-01", "from")]
    [InlineData("page=x", "page")]
    [InlineData("validity=gone", "validity")]
    [InlineData("body=nobody", "body")]
    [InlineData("sort=age", "sort")]
    public async Task A_value_that_is_none_is_refused_in_Chinese(string query, string field)
    {
        using var visitor = await Visitor();

        var answer = await visitor.GetAsync(new Uri($"/api/v1/search?{query}", UriKind.Relative), Cancel);
        using var problem = JsonDocument.Parse(await YunzeSite.Text(answer));

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.StatusCode, problem.RootElement.GetProperty("field").GetString()));
        Assert.Contains(problem.RootElement.GetProperty("detail").GetString()!, letter => letter >= '一');
        Assert.Contains("role=\"alert\"", await YunzeSite.Text(await visitor.GetAsync(new Uri($"/search?q=x&{query}", UriKind.Relative), Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_with_the_limit()
    {
        using var visitor = await Visitor();

        var answer = await visitor.GetAsync(new Uri("/api/v1/search?q=" + new string('a', 3000), UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("200个字以内", await YunzeSite.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_so_and_shows_the_way_to_ask_for_it()
    {
        using var visitor = await Visitor();
        var page = await YunzeSite.Text(await visitor.GetAsync(new Uri("/search?match=all&q=火星移民", UriKind.Relative), Cancel));

        Assert.Contains("没有找到符合条件的公开信息", page, StringComparison.Ordinal);
        Assert.Contains("申请公开", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_titles_and_names_of_bodies()
    {
        using var visitor = await Visitor();
        var answer = await visitor.GetAsync(new Uri("/api/v1/search/suggest?q=" + Uri.EscapeDataString("科学技术局"), UriKind.Relative), Cancel);
        using var json = JsonDocument.Parse(await YunzeSite.Text(answer));

        Assert.NotEmpty(json.RootElement.EnumerateArray());
        Assert.All(json.RootElement.EnumerateArray(), one => Assert.Contains("科学技术局", one.GetProperty("text").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_answers_for_the_whole_site_adds_words_that_mean_the_same_and_no_bureau_does()
    {
        using var visitor = await Visitor();
        using var bureau = await yunze.SignedIn("kjj-office");
        using var office = await yunze.SignedIn("system");
        Assert.Equal(HttpStatusCode.Forbidden, (await YunzeSite.PostTo(bureau, "/office", "/office/search", ("Words", "喀斯特券、通知"))).StatusCode);
        Assert.Equal(0, (await Ask(office, $"q={Uri.EscapeDataString("喀斯特券")}&match=all")).GetProperty("total").GetInt32());
        var refused = await YunzeSite.Text(await YunzeSite.Post(office, "/office/search", ("Words", "喀斯特券")));
        var added = await YunzeSite.Post(office, "/office/search", ("Words", "喀斯特券、通知"));

        var found = await Ask(office, $"q={Uri.EscapeDataString("喀斯特券")}");

        Assert.Contains("2到20个词", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.True(found.GetProperty("total").GetInt32() > 0);
        Assert.Contains("相同意思", found.GetProperty("relaxed").GetString(), StringComparison.Ordinal);
        Assert.Contains("喀斯特券、通知", await YunzeSite.Text(await office.GetAsync(new Uri("/office/search", UriKind.Relative), Cancel)), StringComparison.Ordinal);
    }

    /// <summary>Waits until the index of a site that has just started has come to where the record is.</summary>
    private async Task<HttpClient> Visitor()
    {
        var visitor = yunze.Visitor();
        var readable = await yunze.Db(db => db.Documents.Readable.CountAsync(Cancel));
        for (var turn = 0; turn < 600 && (await Ask(visitor, "size=1")).GetProperty("total").GetInt32() < readable; turn++)
            await Task.Delay(100, Cancel);
        return visitor;
    }

    /// <summary>Waits for an index that can answer.</summary>
    private static async Task<JsonElement> Ask(HttpClient visitor, string query)
    {
        for (var turn = 0; ; turn++)
        {
            var answer = await visitor.GetAsync(new Uri($"/api/v1/search?{query}", UriKind.Relative), Cancel);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && turn < 600)
            {
                await Task.Delay(200, Cancel);
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {await YunzeSite.Text(answer)}");
            using var json = JsonDocument.Parse(await YunzeSite.Text(answer));
            return json.RootElement.Clone();
        }
    }
}
