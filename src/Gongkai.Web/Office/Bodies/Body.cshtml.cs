using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Bodies;

/// <summary>一个机关: its facts, history and sections.</summary>
[Requires("bodies.read")]
public sealed class BodyModel(GongkaiDb db) : OfficePage(db)
{
    public Body Shown { get; private set; } = null!;

    public BodyNode? Successor { get; private set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public bool MayManage => May(Permission.ManageBodies, Shown.Id);

    public bool MayManageSections => May(Permission.ManageSections, Shown.Id);

    public async Task<IActionResult> OnGet(string key)
    {
        if (await FindBody(key) is not { } body)
            return NotFound();
        Shown = body;
        Successor = body.Successor is { } next ? Visit.Rules.Tree.Find(next) : null;
        Sections = await Db.Sections.AsNoTracking().Where(section => section.Body == body.Id).OrderBy(section => section.Rank).ToListAsync(Cancel);
        return Page();
    }
}
