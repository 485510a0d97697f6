using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Records;
using Gongkai.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Web.Tests.Office;

/// <summary>台账的话: entries read as the office speaks, and what is personal in them is opened only on request, which is an entry.</summary>
public sealed partial class LedgerWordsTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_and_column_of_before_and_after_has_a_name_and_every_word_too()
    {
        var nameless = await yunze.Db(db => Task.FromResult(Told(db).Where(property => !FieldNames.Knows(property.DeclaringType.ContainingEntityType.GetTableName()!, property.GetColumnName())).Select(property => $"{property.DeclaringType.ContainingEntityType.GetTableName()}.{property.GetColumnName()}").Distinct().Order(StringComparer.Ordinal).ToList()));
        var wordless = await yunze.Db(db => Task.FromResult(Told(db).Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).Where(type => type.IsEnum && !FieldValues.Knows(type)).Select(type => type.Name).Distinct().ToList()));

        Assert.Empty(nameless);
        Assert.Empty(wordless);
    }

    [Fact]
    public async Task An_entry_shows_no_word_of_the_developers()
    {
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        using var page = await yunze.SignedIn("yunxi-swj-office");
        await head.Do("PUT", "bodies/yunxi-swj/retention", new { kind = "information", period = "thirty_years" });
        await head.Do("PUT", "bodies/yunxi-swj/retention", new { kind = "information", period = "ten_years" });
        await head.Do("POST", "bodies/yunxi-swj/officers", new { name = "温如玉", appointed_on = "2024-05-06" });

        var kept = await Entry(page, await Last("documents.set_retention"));
        var appointed = await Entry(page, await Last("officers.appoint"));

        Assert.Contains("保管期限：保管期限", kept, StringComparison.Ordinal);
        Assert.Matches("30年</td>\\s*<td>10年", kept);
        Assert.Contains("人员：姓名", appointed, StringComparison.Ordinal);
        Assert.Contains("人员：机关", appointed, StringComparison.Ordinal);
        Assert.Contains("<td>云溪县商务局</td>", appointed, StringComparison.Ordinal);
        Assert.Contains("<td>2024年5月6日</td>", appointed, StringComparison.Ordinal);
        Assert.DoesNotMatch(Raw(), Changes(kept) + Changes(appointed));

        var export = await YunzeSite.PostTo(page, "/office/ledger", "/office/ledger?handler=Export", ("act", "documents.set_retention"));
        Assert.Contains("保管期限：保管期限：30年→10年", await YunzeSite.Text(export), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_in_names_and_addresses_are_sealed_and_whoever_opens_them_is_an_entry()
    {
        using var officer = await yunze.SignedIn("yunxi-swj-secrecy");
        using var wrong = yunze.Visitor();
        await YunzeSite.Post(wrong, "/office/sign-in", ("Login", "nobody-here"), ("Password", "x"));
        using var head = await yunze.SignedIn("yunxi-swj-office");
        using var program = await Caller.Of(yunze, "yunxi-swj-office");
        var id = await yunze.OfficerOf("yunxi-swj-secrecy");
        var number = await yunze.Db(db => db.LedgerEntries.Where(entry => entry.Act == "accounts.sign_in" && entry.ActorId == $"{id.Value}").MaxAsync(entry => entry.Number, Cancel));

        var stored = await yunze.Db(db => db.LedgerDetails.Where(details => details.Number == number).Select(details => details.Body).SingleAsync(Cancel));
        Assert.DoesNotContain("yunxi-swj-secrecy", stored, StringComparison.Ordinal);
        Assert.Contains("\"address\":\"gk1.", stored, StringComparison.Ordinal);
        var failed = await yunze.Db(db => (from details in db.LedgerDetails join entry in db.LedgerEntries on details.Number equals entry.Number where entry.Act == "accounts.sign_in_failed" select details.Body).ToListAsync(Cancel));
        Assert.All(failed, body => Assert.DoesNotMatch("\"address\":\"[^g]", body));

        var closed = await Entry(head, number);
        Assert.Contains("（个人信息，已加密）", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("yunxi-swj-secrecy", closed, StringComparison.Ordinal);
        Assert.Equal(0, await Readings(number));
        var opened = await YunzeSite.Text(await YunzeSite.PostTo(head, $"/office/ledger/{number}", $"/office/ledger/{number}?handler=Reveal"));
        Assert.Contains("yunxi-swj-secrecy", opened, StringComparison.Ordinal);
        Assert.Equal(1, await Readings(number));
        var revealed = await program.Do("GET", $"ledger/{number}?reveal=true");
        Assert.Contains("yunxi-swj-secrecy", revealed.GetProperty("revealed").EnumerateObject().Select(one => one.Value.GetString()));
        Assert.Equal(2, await Readings(number));
    }

    [Fact]
    public async Task Of_somebody_who_left_the_audit_administrator_erases_what_is_personal()
    {
        using var system = await Caller.Of(yunze, "system");
        using var audit = await Caller.Of(yunze, "audit");
        using var page = await yunze.SignedIn("audit");
        var officer = (await system.Do("POST", "bodies/yunxi-swj/officers", new { name = "季长宁", appointed_on = "2024-03-01", phone = "0993-8128001" })).GetProperty("id").GetGuid();
        Assert.Equal("0993-8128001", (await audit.Do("GET", $"officers/{officer}")).GetProperty("phone").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await audit.Refused("POST", $"officers/{officer}/erase", new { reason = "已离岗" })).Status);
        await system.Do("POST", $"officers/{officer}/dismiss");

        Assert.Contains("删除个人信息", await YunzeSite.Text(await page.GetAsync(new Uri($"/office/officers/{officer}", UriKind.Relative), Cancel)), StringComparison.Ordinal);
        var sent = await YunzeSite.PostTo(page, $"/office/officers/{officer}", $"/office/officers/{officer}?handler=Erase", ("Reason", "保存期满"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(FieldProtection.Erased, (await audit.Do("GET", $"officers/{officer}")).GetProperty("phone").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await system.Refused("POST", $"officers/{officer}/erase", new { reason = "已离岗" })).Status);
    }

    private static IEnumerable<IProperty> Told(GongkaiDb db) =>
        from type in db.Model.GetEntityTypes()
        where type.GetTableName() is not null && type.ReasonWithoutEntry() is null && type.ClrType != typeof(LedgerEntry) && type.ClrType != typeof(LedgerDetails)
        from property in type.GetProperties()
        where !property.IsPrimaryKey() && !property.IsConcurrencyToken && !property.IsKeptOutOfLedger()
        select property;

    private Task<int> Readings(long number) => yunze.Db(db => db.LedgerEntries.CountAsync(entry => entry.Act == Act.ReadPersonalData.Word && entry.Kind == LedgerErasure.EntryKind && entry.Key == $"{number}", Cancel));

    private Task<long> Last(string act) => yunze.Db(async db =>
    {
        var body = await db.Bodies.Where(one => one.Key == "yunxi-swj").Select(one => one.Id).SingleAsync(Cancel);
        return await db.LedgerEntries.Where(entry => entry.Act == act && entry.BodyId == $"{body.Value}").MaxAsync(entry => entry.Number, Cancel);
    });

    private static async Task<string> Entry(HttpClient visitor, long number) => WebUtility.HtmlDecode(await YunzeSite.Text(await visitor.GetAsync(new Uri($"/office/ledger/{number}", UriKind.Relative), Cancel)));

    /// <summary>The part between the headings that tells before and after.</summary>
    private static string Changes(string page) => Telling().Match(page).Value;

    [GeneratedRegex("<table class=\"list\"><caption class=\"vh\">更改前后.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Telling();

    [GeneratedRegex("<t[dh][^>]*>[^<]*([a-z]+_[a-z]+|[0-9]T[0-9]|[0-9a-f]{8}-[0-9a-f]{4})[^<]*</t[dh]>")]
    private static partial Regex Raw();
}
