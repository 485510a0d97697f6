using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>机关合并.</summary>
[Requires("bodies.manage")]
public sealed class MergeModel(GongkaiDb db, MergeBodies merge) : BodyForm(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Guid into, DateOnly on, string? basis) =>
        await Attempt(async () =>
        {
            if (Seen is { } seen && seen != Shown.Version)
                throw new ChangedMeanwhileException(Shown);
            await merge.Run([Shown.Id], new BodyId(into), on, basis, Me, seen: null, Cancel);
        }) ? Then(Home, $"{Shown.Name}已并入承继机关。") : Page();
}
