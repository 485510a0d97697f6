using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>新建机关.</summary>
[Requires("bodies.manage")]
public sealed class NewModel(GongkaiDb db, CreateBody create) : OfficePage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? key, string? name, string? shortName, BodyKind kind, Level level, DateOnly on, string? basis, Guid? parent, Guid? guidedBy, Guid? competentOffice, string? regionCode, string? creditCode)
    {
        var asked = new NewBody(key ?? "", name ?? "", shortName ?? "", kind, level, on)
        {
            Basis = basis,
            Parent = Choices.Body(parent),
            GuidedBy = Choices.Body(guidedBy),
            CompetentOffice = Choices.Body(competentOffice),
            RegionCode = regionCode,
            CreditCode = creditCode,
        };
        return await Attempt(() => create.Run(asked, Me, Cancel)) ? Then($"/office/bodies/{asked.Key.Trim()}", $"已新建{asked.Name}。") : Page();
    }
}
