using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Shell;

/// <summary>选项: lists people choose from.</summary>
public static class Choices
{
    public static readonly SelectListItem None = new("（无）", "");

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<BodyKind>().Select(kind => new SelectListItem(kind.Name, kind.ToString()));

    public static IEnumerable<SelectListItem> Levels => Enum.GetValues<Level>().Select(level => new SelectListItem(level.Name, level.ToString()));

    public static IEnumerable<SelectListItem> Roles(bool administrators) =>
        Enum.GetValues<Role>().Where(role => administrators || !role.IsAdministrator).Select(role => new SelectListItem(role.Name, role.ToString()));

    public static IEnumerable<SelectListItem> Bodies(BodyTree tree, BodyId? except = null) =>
        tree.All.Where(body => body.IsActive && body.Id != except).OrderBy(body => body.Level).ThenBy(body => body.Kind).ThenBy(body => body.Key, StringComparer.Ordinal)
            .Select(body => new SelectListItem(body.Name, body.Id.Value.ToString()));

    public static async Task<IReadOnlyList<SelectListItem>> Sections(GongkaiDb db, BodyId body, CancellationToken cancel) =>
        [None, .. await db.Sections.Where(section => section.Body == body && section.ClosedOn == null).OrderBy(section => section.Rank)
            .Select(section => new SelectListItem(section.Name, section.Id.Value.ToString())).ToListAsync(cancel)];

    public static async Task<IReadOnlyList<SelectListItem>> Colleagues(GongkaiDb db, Officer of, CancellationToken cancel) =>
        [.. await db.Officers.Where(officer => officer.Body == of.Body && officer.Id != of.Id && officer.LeftOn == null).OrderBy(officer => officer.Name)
            .Select(officer => new SelectListItem(officer.Name, officer.Id.Value.ToString())).ToListAsync(cancel)];

    public static BodyId? Body(Guid? chosen) => chosen is { } id ? new BodyId(id) : null;

    public static SectionId? Section(Guid? chosen) => chosen is { } id ? new SectionId(id) : null;
}
