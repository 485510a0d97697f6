using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Import;
using Gongkai.Web.Office.People;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api;

/// <summary>人员接口: officers, their roles and deputies.</summary>
public static class OfficersApi
{
    public static void MapOfficers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies/{key}/officers", List).Requires(Permission.ReadOfficers).WithName("listOfficers").WithSummary("在岗人员").Produces<Paged<OfficerSummary>>();
        api.MapPost("/bodies/{key}/officers", Appoint).Requires(Permission.ManageOfficers).WithName("appointOfficer").WithSummary("人员到岗").Produces(StatusCodes.Status201Created);
        api.MapPost("/officers/import", Import).Requires(Permission.ManageOfficers).WithName("importOfficers").WithSummary("导入人员：text 是CSV，write 为 false 时只预览；有一行有问题则一行也不写")
            .WithDescription($"标题行：{string.Join(",", OfficerImport.Columns.Select(column => column.Title))}。").Produces<ImportOutcome>();
        api.MapGet("/officers/{id:guid}", One).Requires(Permission.ReadOfficers).WithName("getOfficer").WithSummary("一名人员、角色和代理；ETag 是版本").Produces<OfficerDetails>();
        api.MapPut("/officers/{id:guid}", Change).Requires(Permission.ManageOfficers).WithName("changeOfficer").WithSummary("更改人员资料；没有提交的项目清空");
        api.MapPost("/officers/{id:guid}/transfer", Transfer).Requires(Permission.ManageOfficers).WithName("transferOfficer").WithSummary("人员调动");
        api.MapPost("/officers/{id:guid}/dismiss", Dismiss).Requires(Permission.ManageOfficers).WithName("dismissOfficer").WithSummary("人员离岗");
        api.MapPost("/officers/{id:guid}/erase", Erase).Requires(Permission.EraseLedger).WithName("eraseOfficer").WithSummary("删除离岗人员的个人信息（电话、台账里的登录名和地址），写明 reason；不能恢复，姓名和所办事项保留").Produces(StatusCodes.Status204NoContent);
        api.MapPost("/officers/{id:guid}/roles", Grant).Requires(Permission.GrantRoles).WithName("grantRole").WithSummary("授予角色");
        api.MapPost("/officers/{id:guid}/roles/{number:int}/end", EndOfRole).Requires(Permission.GrantRoles).WithName("endRole").WithSummary("终止角色；last_day 缺省为今天");
        api.MapPost("/officers/{id:guid}/deputies", Name).Requires(Permission.UseOffice).WithName("nameDeputy").WithSummary("委托代理：自己的，或者有权限时他人的");
        api.MapPost("/officers/{id:guid}/deputies/{number:int}/end", EndOfDeputy).Requires(Permission.UseOffice).WithName("endDeputy").WithSummary("终止代理；last_day 缺省为今天");
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, Ledger ledger, string key, int page = 1, int size = 50)
    {
        var body = await http.Body(db, key, Permission.ReadOfficers);
        var found = await db.Officers.AsNoTracking().Where(officer => officer.Body == body.Id && officer.LeftOn == null).OrderBy(officer => officer.Id).Page(page, size, http.Cancel);

        // Whoever takes a list away in one piece is known; what a page shows to colleagues is their names and posts.
        ledger.Record(Act.ReadPersonalData, http.Visit.Officer, body, new { what = "officers", page, size, total = found.Total });
        await db.SaveChangesAsync(http.Cancel);
        return Results.Ok(found.Select(officer => new OfficerSummary(officer.Id.Value, officer.Name, officer.Title, officer.Section?.Value, [.. officer.RolesOn(http.Visit.Today).Select(role => role.Word)])));
    }

    private static async Task<IResult> Appoint(HttpContext http, GongkaiDb db, AppointOfficer appoint, string key, OfficerInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageOfficers);
        var officer = await appoint.Run(new NewOfficer(body.Id, asked.Name ?? "", Choices.Section(asked.Section), asked.Title, asked.Phone, Given(asked.AppointedOn, "appointed_on")), http.Visit.Officer, http.Cancel);
        return Results.Created($"/api/v1/officers/{officer.Id.Value}", new { Id = officer.Id.Value, officer.Name });
    }

    private static Task<IResult> Import(HttpContext http, OfficerImport import, ImportInput asked) => asked.Run((text, write) => import.Run(text, write, http.Visit.Officer, http.Cancel));

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, Ledger ledger, FieldProtection protection, Guid id)
    {
        var officer = await http.OfficerOf(db, id, Permission.ReadOfficers, openToSelf: true);
        await officer.ReadBy(http.Visit.Officer, db, ledger, http.Cancel);
        var phone = officer.Phone is { } stored ? await protection.Reveal(stored, http.Cancel) : null;
        return http.Versioned(officer.Version, () => new OfficerDetails(
            officer.Id.Value, officer.Name, http.KeyOf(officer.Body)!, officer.Section?.Value, officer.Title, phone, officer.AppointedOn, officer.LeftOn, officer.Version,
            [.. officer.Grants.Select(grant => new RoleDetails(grant.Number, grant.Role.Word, grant.From, grant.Until, grant.Section?.Value))],
            [.. officer.Deputies.Select(deputy => new DeputyDetails(deputy.Number, deputy.Officer.Value, deputy.From, deputy.Until))]));
    }

    private static async Task<IResult> Change(HttpContext http, GongkaiDb db, ChangeOfficer change, Guid id, OfficerInput asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageOfficers);
        await change.Run(officer.Id, asked.Name ?? "", Choices.Section(asked.Section), asked.Title, asked.Phone, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Transfer(HttpContext http, GongkaiDb db, TransferOfficer transfer, Guid id, TransferInput asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageOfficers);
        await transfer.Run(officer.Id, Given(http.BodyNamed(asked.Body, "body"), "body"), Choices.Section(asked.Section), http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Dismiss(HttpContext http, GongkaiDb db, DismissOfficer dismiss, Guid id)
    {
        var officer = await http.OfficerOf(db, id, Permission.ManageOfficers);
        await dismiss.Run(officer.Id, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Erase(HttpContext http, GongkaiDb db, EraseOfficer erase, Guid id, EraseInput asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.EraseLedger);
        await erase.Run(officer.Id, asked.Reason, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Grant(HttpContext http, GongkaiDb db, GrantRole grant, Guid id, GrantInput asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.GrantRoles);
        await grant.Run(officer.Id, Word<Role>(asked.Role, "role"), Given(asked.From, "from"), asked.Until, Choices.Section(asked.Section), http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> EndOfRole(HttpContext http, GongkaiDb db, EndRole end, Guid id, int number, EndInput? asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.GrantRoles);
        await end.Run(officer.Id, number, asked?.LastDay ?? http.Visit.Today, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Name(HttpContext http, GongkaiDb db, NameDeputy name, Guid id, DeputyInput asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.NameDeputies, openToSelf: true);
        await name.Run(officer.Id, new OfficerId(Given(asked.Officer, "officer")), Given(asked.From, "from"), Given(asked.Until, "until"), http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> EndOfDeputy(HttpContext http, GongkaiDb db, EndDeputy end, Guid id, int number, EndInput? asked)
    {
        var officer = await http.OfficerOf(db, id, Permission.NameDeputies, openToSelf: true);
        await end.Run(officer.Id, number, asked?.LastDay ?? http.Visit.Today, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private sealed record OfficerSummary(Guid Id, string Name, string? Title, Guid? Section, IReadOnlyList<string> Roles);

    private sealed record OfficerDetails(
        Guid Id, string Name, string Body, Guid? Section, string? Title, string? Phone, DateOnly AppointedOn, DateOnly? LeftOn, uint Version, IReadOnlyList<RoleDetails> Roles, IReadOnlyList<DeputyDetails> Deputies);

    private sealed record RoleDetails(int Number, string Role, DateOnly From, DateOnly? Until, Guid? Section);

    private sealed record DeputyDetails(int Number, Guid Officer, DateOnly From, DateOnly Until);

    internal sealed record OfficerInput(string? Name, Guid? Section, string? Title, string? Phone, DateOnly? AppointedOn);

    internal sealed record EraseInput(string? Reason);

    internal sealed record TransferInput(string? Body, Guid? Section);

    internal sealed record GrantInput(string? Role, DateOnly? From, DateOnly? Until, Guid? Section);

    internal sealed record DeputyInput(Guid? Officer, DateOnly? From, DateOnly? Until);

    internal sealed record EndInput(DateOnly? LastDay);
}
