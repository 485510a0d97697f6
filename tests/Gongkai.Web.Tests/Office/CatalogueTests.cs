using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>目录与指南: through the pages, as the publisher would, and through the interface.</summary>
public sealed class CatalogueTests(YunzeSite yunze)
{
    private const string Titles = "公开事项,公开内容,法定公开事项,栏目,公开时限\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_says_what_is_empty_and_why_and_is_narrowed_by_state_and_section()
    {
        using var clerk = await yunze.SignedIn("yunxi-swj-case");

        var all = await Page(clerk, "/office/catalogue");
        var good = await Page(clerk, "/office/catalogue?state=Good");

        Assert.Contains("目录列明应当公开，还没有公开的信息。", all, StringComparison.Ordinal);
        Assert.Contains("《政府信息公开条例》第二十二条", all, StringComparison.Ordinal);
        Assert.Contains("达到5个即单项否决", all, StringComparison.Ordinal);
        Assert.DoesNotContain("/office/catalogue/lines/new", all, StringComparison.Ordinal);
        Assert.DoesNotContain("目录列明应当公开，还没有公开的信息。", good, StringComparison.Ordinal);
        Assert.DoesNotContain("公务员招考</a>", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_added_refused_beside_its_field_changed_and_retired()
    {
        using var publisher = await yunze.SignedIn("yunxi-swj-publish");
        (string, string)[] line = [("Matter", "农产品市场"), ("Content", "市场名录和价格"), ("Article20Item", "a20_04"), ("Column", "a20_05"), ("Channels", "政府网站"), ("Audience", "全社会"), ("Manner", "Proactive"), ("Limit", "5个工作日")];

        var refused = await YunzeSite.Text(await YunzeSite.Post(publisher, "/office/catalogue/lines/new", line));
        Assert.Contains("href=\"#f-column\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"农产品市场\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"5个工作日\"", refused, StringComparison.Ordinal);

        line[3] = ("Column", "a20_04");
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.Post(publisher, "/office/catalogue/lines/new", line)).StatusCode);
        var stored = await yunze.Db(db => db.CatalogueLines.AsNoTracking().SingleAsync(one => one.Matter == "农产品市场", Cancel));
        var address = $"/office/catalogue/lines/{stored.Id.Value}";

        line[1] = ("Content", "市场名录、价格和检查结果");
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.Post(publisher, address, line)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await YunzeSite.Post(publisher, address, [.. line, ("seen", "0")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(publisher, address, $"{address}?handler=Retire")).StatusCode);
        Assert.DoesNotContain(address, await Page(publisher, "/office/catalogue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_downloaded_is_imported_again_and_a_faulty_row_is_named()
    {
        using var publisher = await yunze.SignedIn("yunyang-publish");
        var sheet = await publisher.GetByteArrayAsync(new Uri("/office/catalogue?handler=sheet", UriKind.Relative), Cancel);

        var again = await Upload(publisher, "目录.csv", sheet);
        Assert.Contains("预览：共 16 行，都可以写入", again, StringComparison.Ordinal);

        var faulty = await Upload(publisher, "目录.csv", Encoding.UTF8.GetBytes(Titles + "甲,乙,四,统计信息,两周\n丙,丁,四,统计信息,每月\n"));
        Assert.Contains("1 行有问题", faulty, StringComparison.Ordinal);
        Assert.Contains("公开时限“两周”应当写成", faulty, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Write", faulty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_previewed_and_written()
    {
        using var publisher = await yunze.SignedIn("yunyang-gxj-publish");

        var preview = await Upload(publisher, "目录.xlsx", Workbook(["公开事项", "公开内容", "法定公开事项", "栏目"], ["中小企业服务", "名录, \"服务\"和政策", "（十一）", "重点民生"]));
        Assert.Contains("增加：中小企业服务", preview, StringComparison.Ordinal);
        var written = await YunzeSite.PostTo(publisher, "/office/catalogue/import", "/office/catalogue/import?handler=Write", ("Text", Titles + "中小企业服务,\"名录, \"\"服务\"\"和政策\",十一,重点民生,\n"));

        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Equal("名录, \"服务\"和政策", await yunze.Db(db => db.CatalogueLines.Where(line => line.Matter == "中小企业服务").Select(line => line.Content).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_guide_is_saved_refused_incomplete_published_and_its_versions_stay_readable()
    {
        using var publisher = await yunze.SignedIn("yunxi-gxkj-publish");
        (string, string)[] fields = [.. GuideFields.All.Where(field => field.Kind != GuideFieldKind.Day && field.Key is not ("post_code" or "fax")).Select(field => (field.Key.Replace("_", "", StringComparison.Ordinal), $"新的{field.Label}"))];

        var incomplete = await YunzeSite.Text(await YunzeSite.PostTo(publisher, "/office/guide", "/office/guide?handler=Publish", fields));
        Assert.Contains("公开指南还缺少传真号码", incomplete, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-fax\"", incomplete, StringComparison.Ordinal);
        Assert.Contains("新的办公地址", incomplete, StringComparison.Ordinal);
        Assert.Contains("应当由另一人核对后发布", await YunzeSite.Text(await YunzeSite.PostTo(publisher, "/office/guide", "/office/guide?handler=Publish", [.. fields, ("fax", "无")])), StringComparison.Ordinal);
        using var head = await yunze.SignedIn("yunxi-gxkj-office");
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(head, "/office/guide", "/office/guide?handler=Publish", [.. fields, ("fax", "无")])).StatusCode);

        using var clerk = await yunze.SignedIn("yunxi-gxkj-case");
        Assert.Contains("新的办公地址", await Page(clerk, "/office/guide"), StringComparison.Ordinal);
        Assert.Contains("泽湖路18号", await Page(clerk, "/office/guide?version=1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(new Uri("/office/guide?version=9", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await YunzeSite.PostTo(clerk, "/office/account", "/office/guide", fields)).StatusCode);
    }

    [Fact]
    public async Task Another_body_is_opened_only_by_whom_it_concerns()
    {
        using var clerk = await yunze.SignedIn("yunxi-gxkj-case");
        using var competent = await yunze.SignedIn("competent");

        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(new Uri("/office/catalogue?body=kjj", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(new Uri("/office/catalogue?body=nobody", UriKind.Relative), Cancel)).StatusCode);
        Assert.Contains("云泽市科学技术局", await Page(competent, "/office/catalogue?body=kjj"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await competent.GetAsync(new Uri("/office/catalogue/lines/new?body=kjj", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_column_is_hidden_by_the_page_and_leaves_the_board()
    {
        using var publisher = await yunze.SignedIn("yunxi-publish");
        const string Address = "/office/catalogue/columns/a20_08";

        var hidden = await YunzeSite.Post(publisher, Address, ("Name", "行政事业性收费"), ("Items", "a20_08"));

        Assert.Equal(HttpStatusCode.Redirect, hidden.StatusCode);
        Assert.Contains("本机关不设的栏目", await Page(publisher, "/office/catalogue"), StringComparison.Ordinal);
        Assert.Contains("name=\"IsShown\" value=\"true\">", await Page(publisher, Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_and_write_the_same()
    {
        using var publisher = await yunze.SignedIn("yunxi-publish");
        var line = new Uri($"/api/v1/bodies/yunxi/catalogue/lines/{Guid.NewGuid()}", UriKind.Relative);
        var asked = new Dictionary<string, string> { ["matter"] = "征地信息", ["content"] = "公告和补偿方案", ["article20_item"] = "a21_city_county", ["column"] = "other_statutory", ["rhythm"] = "每月" };

        var made = await publisher.PutAsJsonAsync(line, asked, Cancel);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        using var stale = new HttpRequestMessage(HttpMethod.Put, line) { Content = JsonContent.Create(asked) };
        stale.Headers.IfMatch.Add(new EntityTagHeaderValue("\"7\""));
        Assert.Equal(HttpStatusCode.Conflict, (await publisher.SendAsync(stale, Cancel)).StatusCode);
        asked["column"] = "a20_01";
        Assert.Equal(HttpStatusCode.BadRequest, (await publisher.PutAsJsonAsync(line, asked, Cancel)).StatusCode);

        var health = await publisher.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/bodies/yunxi/catalogue/health", UriKind.Relative), Cancel);
        Assert.Contains(health.GetProperty("lines").EnumerateArray(), one => one.GetProperty("matter").GetString() == "征地信息" && one.GetProperty("health").GetProperty("state").GetString() == "empty");
        var guide = await publisher.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/bodies/yunxi/guide", UriKind.Relative), Cancel);
        Assert.Equal((1, 0), (guide.GetProperty("number").GetInt32(), guide.GetProperty("missing").GetArrayLength()));
    }

    private static Task<string> Page(HttpClient visitor, string address) => visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

    private static async Task<string> Upload(HttpClient visitor, string name, byte[] content)
    {
        var page = await Page(visitor, "/office/catalogue/import");
        var token = page.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "file", name } };
        return await YunzeSite.Text(await visitor.PostAsync(new Uri("/office/catalogue/import", UriKind.Relative), form, Cancel));
    }

    /// <summary>The least that is a workbook.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="目录" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(cell)}</t></is></c>"))}</row>"))}</sheetData></worksheet>""");
        }

        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    [Fact]
    public async Task A_program_edits_guide_and_columns_and_publishes_what_another_wrote()
    {
        using var writer = await Caller.Of(yunze, "yunxi-swj-publish");
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        var before = await writer.Do("GET", "bodies/yunxi-swj/guide/draft");
        var fields = before.GetProperty("fields").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString());
        fields["phone"] = "0990-8111111";

        var written = await writer.Do("PUT", "bodies/yunxi-swj/guide", fields);
        var alone = await writer.Refused("POST", "bodies/yunxi-swj/guide/publish");
        var late = await head.Refused("PUT", "bodies/yunxi-swj/guide", fields, ifMatch: $"\"{before.GetProperty("version").GetInt64()}\"");
        var published = await head.Do("POST", "bodies/yunxi-swj/guide/publish");

        Assert.Equal("0990-8111111", written.GetProperty("fields").GetProperty("phone").GetString());
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (alone.Status, late.Status));
        Assert.Equal(before.GetProperty("number").GetInt32() + 1, published.GetProperty("published").GetInt32());
        Assert.Equal("strange", (await writer.Refused("PUT", "bodies/yunxi-swj/guide", new { strange = "x" })).Problem.GetProperty("field").GetString());

        var column = Assert.Single((await writer.Do("GET", "bodies/yunxi-swj/columns")).EnumerateArray(), one => one.GetProperty("key").GetString() == "a20_08");
        var changed = await writer.Do("PUT", "bodies/yunxi-swj/columns/a20_08", new { name = "处罚公示", is_shown = true, items = column.GetProperty("items").EnumerateArray().Select(item => item.GetString()) });
        Assert.Equal("处罚公示", changed.GetProperty("name").GetString());
        Assert.Equal("items", (await writer.Refused("PUT", "bodies/yunxi-swj/columns/a20_08", new { name = "处罚公示", items = Array.Empty<string>() })).Problem.GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await writer.Refused("PUT", "bodies/yunxi-swj/columns/nothing", new { name = "没有" })).Status);
    }

    [Fact]
    public async Task A_program_retires_a_line_and_publishes_the_catalogue()
    {
        using var publisher = await Caller.Of(yunze, "yunxi-swj-publish");
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        var line = (await publisher.Do("GET", "bodies/yunxi-swj/catalogue")).GetProperty("items")[0].GetProperty("id").GetGuid();

        await publisher.Do("POST", $"bodies/yunxi-swj/catalogue/lines/{line}/retire");
        var alone = await publisher.Refused("POST", "bodies/yunxi-swj/catalogue/publish", new { });
        using (var page = await yunze.SignedIn("yunxi-swj-publish"))
            Assert.Contains("由另一位有权的人核对后发布", await Page(page, "/office/catalogue"), StringComparison.Ordinal);
        var published = await head.Do("POST", "bodies/yunxi-swj/catalogue/publish", new { });

        Assert.Equal(HttpStatusCode.Conflict, alone.Status);
        Assert.Contains("第十七条", alone.Problem.GetProperty("article").GetString(), StringComparison.Ordinal);

        Assert.DoesNotContain(line, (await publisher.Do("GET", "bodies/yunxi-swj/catalogue")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
        Assert.True(published.GetProperty("number").GetInt32() > 1);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.Refused("POST", $"bodies/yunxi-swj/catalogue/lines/{Guid.NewGuid()}/retire")).Status);
    }
}
