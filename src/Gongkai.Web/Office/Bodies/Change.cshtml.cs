using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>更改机关资料.</summary>
[Requires("bodies.manage")]
public sealed class ChangeModel(GongkaiDb db, ChangeBody change) : BodyForm(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(BodyKind kind, Level level, Guid? parent, Guid? guidedBy, Guid? competentOffice, string? regionCode, string? creditCode)
    {
        var facts = new BodyFacts(kind, level, regionCode, creditCode, Choices.Body(parent), Choices.Body(guidedBy), Choices.Body(competentOffice));
        return await Attempt(() => change.Run(Shown.Id, facts, Me, Seen, Cancel)) ? Then(Home, "已保存。") : Page();
    }
}
