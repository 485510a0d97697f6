using System.Net;
using System.Net.Http.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>办理: through the pages, as a clerk would, and through the interface.</summary>
public sealed class WorkTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_what_to_do_beside_the_field()
    {
        using var admin = await yunze.SignedIn("system");

        var page = await YunzeSite.Text(await YunzeSite.Post(admin, "/office/bodies/new", ("Name", "云泽市档案馆"), ("Key", "Office"), ("Kind", "PublicInstitution"), ("Level", "Municipal"), ("On", "2020-01-01"), ("Basis", "云编发〔2020〕1号")));

        Assert.Contains("value=\"云泽市档案馆\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"云编发〔2020〕1号\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#f-key\">", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"PublicInstitution\" selected>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_one_body_sees_what_changed()
    {
        using var admin = await yunze.SignedIn("system");
        await YunzeSite.Post(admin, "/office/bodies/new", ("Name", "云泽市图书馆"), ("Key", "tsg"), ("Kind", "PublicInstitution"), ("Level", "Municipal"), ("On", "2020-01-01"));
        var first = await YunzeSite.Post(admin, "/office/bodies/tsg/rename", ("Name", "云泽市总图书馆"), ("On", "2021-01-01"), ("seen", "0"));

        var second = await YunzeSite.Post(admin, "/office/bodies/tsg/rename", ("Name", "云泽图书馆"), ("On", "2022-01-01"), ("seen", "0"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        var page = await YunzeSite.Text(second);
        Assert.Contains("已被他人更改", page, StringComparison.Ordinal);
        Assert.Contains("：机关更名", page, StringComparison.Ordinal);
        Assert.Contains("value=\"云泽图书馆\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_previewed_with_its_faults_and_written_whole_or_not_at_all()
    {
        using var admin = await yunze.SignedIn("system");
        const string Good = "网址名,机关名称,类型,层级,设立日期,所属\nsthj,云泽市生态环境局,政府部门,市级,2019-03-01,yunze\nsthj-fj,云泽市生态环境局云溪分局,政府部门,县级,2019-03-02,sthj\n";
        const string Bad = Good + "sthj-2,云泽市生态环境二局,大部门,市级,2019-03-01,\n";

        var faulty = await YunzeSite.Text(await YunzeSite.PostTo(admin, "/office/import", "/office/import?handler=Write", ("What", "bodies"), ("Text", Bad)));
        Assert.Contains("1 行有问题", faulty, StringComparison.Ordinal);
        Assert.False(await yunze.Db(db => db.Bodies.AnyAsync(body => body.Key == "sthj", Cancel)));

        var preview = await YunzeSite.Text(await YunzeSite.Post(admin, "/office/import", ("What", "bodies"), ("Text", Good)));
        Assert.Contains("都可以写入", preview, StringComparison.Ordinal);
        Assert.False(await yunze.Db(db => db.Bodies.AnyAsync(body => body.Key == "sthj", Cancel)));

        var written = await YunzeSite.PostTo(admin, "/office/import", "/office/import?handler=Write", ("What", "bodies"), ("Text", Good));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Equal(2, await yunze.Db(db => db.Bodies.CountAsync(body => body.Key.StartsWith("sthj"), Cancel)));
    }

    [Fact]
    public async Task Officers_come_from_a_table_too_with_their_roles()
    {
        using var head = await yunze.SignedIn("yunxi-swj-office");
        const string Table = "机关,姓名,科室,到岗日期,角色\nyunxi-swj,谷雨,办公室,2026-01-05,承办人、年报编制员\n";

        var written = await YunzeSite.PostTo(head, "/office/import", "/office/import?handler=Write", ("What", "officers"), ("Text", Table));
        var elsewhere = await YunzeSite.Text(await YunzeSite.Post(head, "/office/import", ("What", "officers"), ("Text", Table.Replace("yunxi-swj", "kjj", StringComparison.Ordinal))));

        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Contains("您没有“管理人员”的权限", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_is_filtered_and_its_export_is_an_entry()
    {
        using var audit = await yunze.SignedIn("audit");

        var page = await audit.GetStringAsync(new Uri("/office/ledger?act=bodies.create&body=", UriKind.Relative), Cancel);
        var file = await YunzeSite.PostTo(audit, "/office/ledger", "/office/ledger?handler=Export", ("act", "bodies.create"));

        Assert.Contains("新建机关", page, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await file.Content.ReadAsByteArrayAsync(Cancel))[..3]);
        Assert.StartsWith("序号,时间", await YunzeSite.Text(file), StringComparison.Ordinal);
        Assert.True(await yunze.Db(db => db.LedgerEntries.AnyAsync(entry => entry.Act == "ledger.export", Cancel)));
    }

    [Fact]
    public async Task Everything_the_ledger_speaks_of_has_a_name()
    {
        var kinds = await yunze.Db(db => db.LedgerEntries.Select(entry => entry.Kind).Distinct().ToListAsync(Cancel));

        Assert.True(kinds.Count > 8);
        Assert.DoesNotContain(kinds, kind => Gongkai.Web.Office.Records.Things.NameOf(kind) == kind);
    }

    [Fact]
    public async Task Looking_at_another_persons_particulars_is_an_entry_and_at_ones_own_is_none()
    {
        using var head = await yunze.SignedIn("yunxi-gxkj-office");
        var (me, other) = ((await yunze.OfficerOf("yunxi-gxkj-office")).Value, (await yunze.OfficerOf("yunxi-gxkj-case")).Value);

        foreach (var address in (string[])[$"/office/officers/{me}", $"/office/officers/{other}", $"/api/v1/officers/{me}", $"/api/v1/officers/{other}", "/api/v1/bodies/yunxi-gxkj/officers", "/office/catalogue?handler=Sheet"])
            Assert.Equal(HttpStatusCode.OK, (await head.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode);

        var entries = await yunze.Db(db => db.LedgerEntries.Where(entry => entry.ActorId == $"{me}").OrderBy(entry => entry.Number).Select(entry => new { entry.Act, entry.Kind, entry.Key }).ToListAsync(Cancel));
        var reads = entries.Where(entry => entry.Act == "ledger.read_personal_data").ToList();
        Assert.Equal([("officer", $"{other}"), ("officer", $"{other}")], reads.Where(entry => entry.Kind == "officer").Select(entry => (entry.Kind, entry.Key)));
        Assert.Single(reads, entry => entry.Kind == "body");
        Assert.Single(entries, entry => entry.Act == "catalogue.export");
    }

    [Fact]
    public async Task Details_of_an_entry_are_erased_with_a_reason_by_the_audit_administrator_alone()
    {
        using var audit = await yunze.SignedIn("audit");
        using var head = await yunze.SignedIn("yunxi-office");
        var officer = (await yunze.OfficerOf("yunxi-office")).Value.ToString();
        var numbers = await yunze.Db(db => (from entry in db.LedgerEntries join details in db.LedgerDetails on entry.Number equals details.Number where entry.ActorId == officer orderby entry.Number select entry.Number).Take(2).ToListAsync(Cancel));
        var address = $"/office/ledger/{numbers[0]}";

        Assert.DoesNotContain("删除明细", await head.GetStringAsync(new Uri(address, UriKind.Relative), Cancel), StringComparison.Ordinal);
        Assert.Contains("请写明", await YunzeSite.Text(await YunzeSite.PostTo(audit, address, $"{address}?handler=Erase", ("Reason", " "))), StringComparison.Ordinal);
        var erased = await YunzeSite.PostTo(audit, address, $"{address}?handler=Erase", ("Reason", "误写入个人信息"));
        var again = await YunzeSite.Text(await YunzeSite.PostTo(audit, address, $"{address}?handler=Erase", ("Reason", "再删一次")));

        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.Contains("没有明细", again, StringComparison.Ordinal);
        Assert.False(await yunze.Db(db => db.LedgerDetails.AnyAsync(details => details.Number == numbers[0], Cancel)));
        Assert.True(await yunze.Db(db => db.LedgerEntries.AnyAsync(entry => entry.Act == "ledger.erase_details" && entry.Key == $"{numbers[0]}", Cancel)));
    }

    [Fact]
    public async Task The_interface_gives_a_body_with_its_version_and_knows_when_it_has_not_changed()
    {
        using var clerk = await yunze.SignedIn("kjj-intake");

        var answer = await clerk.GetAsync(new Uri("/api/v1/bodies/kjj", UriKind.Relative), Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/bodies/kjj");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);

        Assert.Contains("\"name\":\"云泽市科学技术局\"", await YunzeSite.Text(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await clerk.SendAsync(again, Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_interface_refuses_in_problem_details()
    {
        using var admin = await yunze.SignedIn("system");
        using var clerk = await yunze.SignedIn("kjj-intake");
        var body = new { key = "api", name = "云泽市某局", kind = "department", level = "municipal", founded_on = "2020-01-01" };

        var reserved = await admin.PostAsJsonAsync(new Uri("/api/v1/bodies", UriKind.Relative), body, Cancel);
        var forbidden = await clerk.PostAsJsonAsync(new Uri("/api/v1/bodies", UriKind.Relative), body, Cancel);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), (reserved.StatusCode, forbidden.StatusCode));
        Assert.Equal("application/problem+json", reserved.Content.Headers.ContentType!.MediaType);
        Assert.Contains("保留字", await YunzeSite.Text(reserved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var admin = await yunze.SignedIn("system");

        var answer = await admin.PostAsync(new Uri("/office/bodies/kjj/abolish", UriKind.Relative), new FormUrlEncodedContent([new("On", "2026-01-01")]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
