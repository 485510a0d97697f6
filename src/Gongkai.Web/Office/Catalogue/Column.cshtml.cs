using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>设置栏目: whether the body has it, its name and place, which documents come into it.</summary>
[Requires("catalogue.manage")]
public sealed class ColumnModel(GongkaiDb db, SetColumn set, ArchiveColumn archive) : ColumnForm(db)
{
    public CatalogueColumn Shown => Stored!;

    [BindProperty]
    public uint? Seen { get; set; }

    public void OnGet() => (Items, Kinds, Topics, Ended) = ([.. Shown.Rule.Items], [.. Shown.Rule.Kinds], string.Join('\n', Shown.Rule.Topics), Shown.Rule.Ended);

    public async Task<IActionResult> OnPost(string? name, bool isShown, string? updatedAs, string? parent, string? after) =>
        await Attempt(() => set.Run(Chosen.Id, Shown.Key, Settings(name, isShown, updatedAs, parent, after), Me, Seen, Cancel))
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
        Stored = column;
        return body;
    }
}
