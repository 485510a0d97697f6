using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Import;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>科室接口.</summary>
public static class SectionsApi
{
    public static void MapSections(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies/{key}/sections", List).Requires(Permission.ReadBodies).WithName("listSections").WithSummary("科室").Produces<IReadOnlyList<SectionDetails>>();
        api.MapPost("/bodies/{key}/sections", Add).Requires(Permission.ManageSections).WithName("addSection").WithSummary("增设科室").Produces<SectionDetails>(StatusCodes.Status201Created);
        api.MapPost("/sections/import", Import).Requires(Permission.ManageSections).WithName("importSections").WithSummary("导入科室：text 是CSV，write 为 false 时只预览；有一行有问题则一行也不写").Produces<ImportOutcome>();
        api.MapPut("/sections/{id:guid}", Change).Requires(Permission.ManageSections).WithName("changeSection").WithSummary("更改科室");
        api.MapPost("/sections/{id:guid}/close", Close).Requires(Permission.ManageSections).WithName("closeSection").WithSummary("撤销科室");
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadBodies);
        return Results.Ok((await db.Sections.AsNoTracking().Where(section => section.Body == body.Id).OrderBy(section => section.Rank).ToListAsync(http.Cancel)).Select(SectionDetails.Of));
    }

    private static async Task<IResult> Add(HttpContext http, GongkaiDb db, AddSection add, string key, SectionInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageSections);
        var section = await add.Run(body.Id, asked.Name ?? "", asked.IsDisclosureOffice ?? false, http.Visit.Officer, http.Cancel);
        return Results.Created($"/api/v1/sections/{section.Id.Value}", SectionDetails.Of(section));
    }

    private static Task<IResult> Import(HttpContext http, SectionImport import, ImportInput asked) => asked.Run((text, write) => import.Run(text, write, http.Visit.Officer, http.Cancel));

    private static async Task<IResult> Change(HttpContext http, GongkaiDb db, ChangeSection change, Guid id, SectionInput asked)
    {
        var section = await http.SectionOf(db, id, Permission.ManageSections);
        await change.Run(section.Id, asked.Name ?? "", asked.IsDisclosureOffice ?? section.IsDisclosureOffice, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Close(HttpContext http, GongkaiDb db, CloseSection close, Guid id)
    {
        var section = await http.SectionOf(db, id, Permission.ManageSections);
        await close.Run(section.Id, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private sealed record SectionDetails(Guid Id, string Name, bool IsDisclosureOffice, DateOnly? ClosedOn, uint Version)
    {
        public static SectionDetails Of(Section section) => new(section.Id.Value, section.Name, section.IsDisclosureOffice, section.ClosedOn, section.Version);
    }

    internal sealed record SectionInput(string? Name, bool? IsDisclosureOffice);
}
