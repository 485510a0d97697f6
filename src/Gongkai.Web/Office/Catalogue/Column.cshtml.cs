using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>设置栏目: whether the body has it, its name, which documents come into it.</summary>
[Requires("catalogue.manage")]
public sealed class ColumnModel(GongkaiDb db, SetColumn set, ArchiveColumn archive) : CataloguePage(db, Permission.ManageCatalogue)
{
    public CatalogueColumn Shown { get; private set; } = null!;

    [BindProperty]
    public uint? Seen { get; set; }

    [BindProperty]
    public List<string> Items { get; set; } = [];

    [BindProperty]
    public List<DocumentKind> Kinds { get; set; } = [];

    [BindProperty]
    public string? Topics { get; set; }

    public static IEnumerable<SelectListItem> Updates =>
        Thresholds.All.Where(threshold => threshold.Key is "news" or "policy" or "other").Select(threshold => new SelectListItem($"{threshold.Name}：{threshold.Period}", threshold.Key)).Prepend(new SelectListItem("有变化才更新", ""));

    public void OnGet() => (Items, Kinds, Topics) = ([.. Shown.Rule.Items], [.. Shown.Rule.Kinds], string.Join('\n', Shown.Rule.Topics));

    public async Task<IActionResult> OnPost(string? name, bool isShown, string? updatedAs) =>
        await Attempt(() => set.Run(Chosen.Id, Shown.Key, new ColumnSettings(name ?? "", isShown, string.IsNullOrEmpty(updatedAs) ? null : updatedAs, Rule), Me, Seen, Cancel))
            ? Then(Address("/office/catalogue"), $"已保存栏目“{name}”。") : Page();

    public Task<IActionResult> OnPostArchive() => Change(() => archive.Run(Chosen.Id, Shown.Key, Me, Seen, Cancel), $"已归档栏目“{Shown.Name}”。");

    public Task<IActionResult> OnPostReopen() => Change(() => archive.Reopen(Chosen.Id, Shown.Key, Me, Seen, Cancel), $"已恢复栏目“{Shown.Name}”。");

    private async Task<IActionResult> Change(Func<Task> operation, string said)
    {
        if (await Attempt(operation))
            return Then(Address("/office/catalogue"), said);
        OnGet();
        return Page();
    }

    protected override async Task<BodyNode?> Subject()
    {
        var key = (string)RouteData.Values["column"]!;
        if (await base.Subject() is not { } body || (await Db.ColumnsOf(body.Id, Cancel)).FirstOrDefault(column => column.Key == key && column.Content == ColumnContent.Documents) is not { } column)
            return null;
        Shown = column;
        return body;
    }

    private DocumentRule Rule => new(Items, Kinds, (Topics ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
