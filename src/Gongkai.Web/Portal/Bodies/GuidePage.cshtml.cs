using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Bodies;

/// <summary>政府信息公开指南 (article 12): the version that holds, and every earlier one under its number.</summary>
public sealed class GuidePageModel(PortalVisit visit, GongkaiDb db) : BodyPage(visit)
{
    protected override string Column => PortalColumns.Guide;

    /// <summary>Null where the body has published none.</summary>
    public GuideVersion? Shown { get; private set; }

    public bool IsOld => Shown is not null && Shown.Number != Visit.Guide?.Number;

    /// <summary>When the next version took the place of an old one.</summary>
    public DateOnly? ReplacedOn => Shown is null ? null : Versions.LastOrDefault(one => one.Number > Shown.Number)?.PublishedOn;

    public IReadOnlyList<GuideVersion> Versions { get; private set; } = [];

    public IReadOnlyList<CatalogueVersion> Catalogue { get; private set; } = [];

    public async Task<IActionResult> OnGet(int? version)
    {
        Versions = [.. (await db.Guides.AsNoTracking().SingleOrDefaultAsync(guide => guide.Body == Body.Id, Cancel))?.Versions.Where(one => one.PublishedOn is not null).OrderByDescending(one => one.Number) ?? Enumerable.Empty<GuideVersion>()];
        Catalogue = [.. (await db.Catalogues.AsNoTracking().SingleOrDefaultAsync(catalogue => catalogue.Body == Body.Id, Cancel))?.Versions.OrderByDescending(one => one.Number) ?? Enumerable.Empty<CatalogueVersion>()];
        Shown = version is null ? Visit.Guide : Versions.FirstOrDefault(one => one.Number == version);
        return version is not null && Shown is null ? NotFound() : Page();
    }
}
