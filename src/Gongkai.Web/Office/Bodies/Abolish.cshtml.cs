using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>机关撤销.</summary>
[Requires("bodies.manage")]
public sealed class AbolishModel(GongkaiDb db, AbolishBody abolish) : BodyForm(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Guid? successor, DateOnly on, string? basis) =>
        await Attempt(() => abolish.Run(Shown.Id, on, basis, Choices.Body(successor), Me, Seen, Cancel)) ? Then(Home, $"{Shown.Name}已撤销。") : Page();
}
