using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>条目页面: what adding and changing a line have in common.</summary>
public abstract class LinePage(GongkaiDb db) : CataloguePage(db, Permission.ManageCatalogue)
{
    [BindProperty(Name = "")]
    public LineForm Form { get; set; } = new();

    [BindProperty]
    public uint? Seen { get; set; }

    public LineNames Names { get; private set; } = null!;

    /// <summary>The one being changed; null for a new one.</summary>
    public CatalogueLine? Line { get; protected set; }

    public IEnumerable<SelectListItem> Sections => Names.Sections.Select(one => new SelectListItem(one.Value, one.Key.Value.ToString())).Prepend(Shell.Choices.None);

    public IEnumerable<SelectListItem> Officers => Names.Officers.Select(one => new SelectListItem(one.Value, one.Key.Value.ToString())).Prepend(Shell.Choices.None);

    public IEnumerable<SelectListItem> ColumnChoices => Names.Fed.Select(one => new SelectListItem(one.Name, one.Key)).Prepend(new SelectListItem("请选择", ""));

    protected override async Task Prepare() => Names = await LineNames.Of(Db, Chosen.Id, Cancel);
}
