using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>栏目表单: what is typed of a column, the same for one that is there and for a new one.</summary>
public abstract class ColumnForm(GongkaiDb db) : CataloguePage(db, Permission.ManageCatalogue)
{
    [BindProperty]
    public List<string> Items { get; set; } = [];

    [BindProperty]
    public List<DocumentKind> Kinds { get; set; } = [];

    [BindProperty]
    public string? Topics { get; set; }

    [BindProperty]
    public bool Ended { get; set; }

    /// <summary>The column as it stands; null for a new one.</summary>
    public CatalogueColumn? Stored { get; protected set; }

    public IReadOnlyList<CatalogueColumn> All { get; private set; } = [];

    public static IEnumerable<SelectListItem> Updates =>
        Thresholds.All.Where(threshold => threshold.Key is "news" or "policy" or "other").Select(threshold => new SelectListItem($"{threshold.Name}：{threshold.Period}", threshold.Key)).Prepend(new SelectListItem("有变化才更新", ""));

    /// <summary>上级栏目 a column of one's own may have.</summary>
    public IEnumerable<SelectListItem> Parents => All.Where(column => column.Key != Stored?.Key && IsPlace(column)).Select(column => new SelectListItem($"{new string('　', All.DepthOf(column))}{column.Name}", column.Key));

    /// <summary>Whose place is chosen: those of the same level; of a new one every level.</summary>
    public IEnumerable<SelectListItem> Places
    {
        get
        {
            var none = new SelectListItem(Stored is null ? "上级栏目的最后" : "不移动", "");
            if (Stored is null)
                return [none, .. All.Where(column => column.Parent is not null).Select(column => new SelectListItem($"“{column.Name}”之后", column.Key))];
            return Stored.Parent is not { } parent ? [none] : [none, new("最前", parent), .. All.Below(parent).Where(column => column.Key != Stored.Key).Select(column => new SelectListItem($"“{column.Name}”之后", column.Key))];
        }
    }

    protected override async Task Prepare() => All = await Db.ColumnsOf(Chosen.Id, Cancel);

    /// <summary>A column that changes its parent leaves its place with it.</summary>
    protected ColumnSettings Settings(string? name, bool isShown, string? updatedAs, string? parent, string? after) => new(name ?? "", isShown, Given(updatedAs), new DocumentRule(Items, Kinds, (Topics ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) { Ended = Ended })
    {
        Parent = Given(parent),
        After = Given(parent) is { } moved && Stored is not null && moved != Stored.Parent && All.Below(moved).All(one => one.Key != after) ? null : Given(after),
    };

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private bool IsPlace(CatalogueColumn column) => column.ArchivedOn is null && (column.Content == ColumnContent.Columns || (column.Content == ColumnContent.Documents && column.Parent is not null && All.DepthOf(column) == 1));
}
