using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Web.Tests.Pages;

/// <summary>年报体检 without scripts: a form goes in, a page with the tables, the marks and the findings comes back.</summary>
public sealed class CheckPageTests(Site site) : IDisposable
{
    private readonly HttpClient _visitor = site.Visitor();

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task Marks_the_faulty_cell_and_links_it_with_its_finding_both_ways()
    {
        var page = await Result(Site.FormWith("科技局.txt", SampleReports.WithOneFault()));

        var cell = page.GetElementById("r1-t3.carried_out.natural_person")!;
        Assert.Contains("fault", cell.ClassList);
        Assert.Contains("error", cell.ClassList);
        var toFinding = cell.QuerySelector("a")!.GetAttribute("href")!;
        var finding = page.GetElementById(toFinding[1..])!;
        Assert.Contains("新收与上年结转共 5 件，办结与结转下年度共 6 件", finding.TextContent, StringComparison.Ordinal);
        Assert.Contains(finding.QuerySelectorAll("a"), link => link.GetAttribute("href") == "#r1-t3.carried_out.natural_person");
        Assert.Equal("/check/rules/R021", finding.Closest(".group")!.QuerySelector(".rule-link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Has_every_link_lead_to_a_place_on_the_page()
    {
        var page = await Result(Site.FormWith(("2022.txt", Utf8(SampleReports.WithOneFault())), ("2023.txt", Utf8(SampleReports.Text(2023)))));

        var ids = page.All.Where(element => element.HasAttribute("id")).Select(element => element.GetAttribute("id")!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public async Task Draws_table_three_as_the_official_form()
    {
        var page = await Result(Site.FormWith("科技局.txt", SampleReports.WithOneFault()));

        var table = (IHtmlTableElement)page.GetElementById("r1-t3")!;
        Assert.Equal(25, table.Bodies[0].Rows.Length);
        Assert.Equal(25 * 7, table.Bodies[0].QuerySelectorAll("td").Length);
        Assert.Equal("22", page.GetElementById("r1-t3.results")!.GetAttribute("rowspan"));
        Assert.Equal("8", page.GetElementById("r1-t3.refused")!.GetAttribute("rowspan"));
        Assert.Equal("5", table.QuerySelectorAll("th[scope=colgroup]").Single(head => head.TextContent.Trim() == "法人或其他组织").GetAttribute("colspan"));
    }

    [Fact]
    public async Task Shows_what_is_not_a_figure_as_what_it_is()
    {
        var page = await Result(Site.FormWith("科技局.txt", SampleReports.Text(cells: [("t2.art20_6.admin_penalty.decisions", "无"), ("t2.art20_6.admin_coercion.decisions", "/")])));

        Assert.Equal("无", page.GetElementById("r1-t2.art20_6.admin_penalty.decisions")!.FirstChild!.TextContent.Split('，')[0]);
        Assert.Equal("／", page.GetElementById("r1-t2.art20_6.admin_coercion.decisions")!.FirstChild!.TextContent.Split('，')[0]);
    }

    [Fact]
    public async Task Takes_pasted_text()
    {
        using var form = new MultipartFormDataContent { { new StringContent(SampleReports.WithOneFault()), "text" } };

        var page = await Result(form);

        Assert.NotNull(page.GetElementById("r1-t3.carried_out.natural_person"));
    }

    [Fact]
    public async Task Puts_years_of_one_body_side_by_side_and_says_where_they_do_not_fit()
    {
        var page = await Result(Site.FormWith(("2023.txt", Utf8(SampleReports.Text(2023))), ("2022.txt", Utf8(SampleReports.WithOneFault()))));

        var compare = page.QuerySelector(".compare")!;
        Assert.Equal(["2022年", "2023年"], compare.QuerySelectorAll("thead .figure").Select(head => head.TextContent.Trim()));
        var carried = compare.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "上年结转申请");
        Assert.Contains("不衔接", carried.LastElementChild!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_several_files_and_goes_on_past_those_it_cannot_read()
    {
        var page = await Result(Site.FormWith(("a.txt", Utf8(SampleReports.WithOneFault())), ("空.docx", []), ("b.txt", Utf8(SampleReports.Text(organ: "云泽市云溪县商务局")))));

        Assert.Equal(2, page.QuerySelectorAll(".overview tbody tr").Length);
        Assert.Contains("空.docx", page.QuerySelector(".unread")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_the_earlier_report_given_beside_it()
    {
        var form = Site.FormWith("2023.txt", SampleReports.Text(2023));
        form.Add(new ByteArrayContent(Utf8(SampleReports.WithOneFault())), "previous", "2022.txt");

        var page = await Result(form);

        Assert.Contains("R073", page.QuerySelector(".groups")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_again_beside_the_field_when_nothing_came()
    {
        var (answer, page) = await Site.Check(_visitor, new MultipartFormDataContent { { new StringContent(""), "text" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请选择要检查的文件", (await Parse(page)).GetElementById("files-fault")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_a_field_is_wrong()
    {
        using var form = new MultipartFormDataContent { { new StringContent("一份报告的全文"), "text" }, { new StringContent("去年"), "published_on" } };

        var (answer, text) = await Site.Check(_visitor, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Parse(text);
        Assert.Equal("一份报告的全文", page.GetElementById("text")!.TextContent);
        Assert.Equal("去年", page.GetElementById("published_on")!.GetAttribute("value"));
        Assert.Contains("2026-01-28", page.GetElementById("published_on-fault")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("details.more[open]"));
    }

    [Fact]
    public async Task Gives_a_clean_bill_with_the_number_of_rules_passed()
    {
        var page = await Result(Site.FormWith("云溪.txt", SampleReports.Text()));
        var verdict = page.QuerySelector(".verdict.clean");

        Assert.True(verdict is not null, page.QuerySelector(".findings")!.TextContent);
        Assert.Matches("通过 [1-9][0-9]* 条规则", verdict.TextContent);
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<IHtmlDocument> Parse(string page) => await new HtmlParser().ParseDocumentAsync(page, TestContext.Current.CancellationToken);

    private async Task<IHtmlDocument> Result(HttpContent form)
    {
        var (answer, page) = await Site.Check(_visitor, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Parse(page);
    }
}
