using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Catalogue;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Topics;

/// <summary>编写专题: draft, publication by somebody else, withdrawal.</summary>
[Requires("topics.manage")]
public sealed class EditTopicModel(GongkaiDb db, EditTopic edit, PublishTopic publish, WithdrawTopic withdraw, ChosenDocuments chosen) : CataloguePage(db, Permission.ManageTopics)
{
    /// <summary>Which one; none for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "topic")]
    public string? TopicKey { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public uint? Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public TopicPage? Topic { get; private set; }

    public TopicForm Shown { get; private set; } = new();

    public IReadOnlyList<SelectListItem> ColumnChoices { get; private set; } = [];

    public static IEnumerable<SelectListItem> KindChoices => Enum.GetValues<DocumentKind>().Select(kind => new SelectListItem(kind.Name, kind.Word)).Prepend(new SelectListItem("不限", ""));

    private string Here => Address($"/office/topics/edit?topic={TopicKey ?? Key}");

    public async Task<IActionResult> OnGet()
    {
        if (TopicKey is not null && Topic is null)
            return NotFound();
        Shown = await TopicForm.Of(Topic?.Last, chosen, Cancel);
        return Page();
    }

    public async Task<IActionResult> OnPost() => await Save() ? Then(Here, "已保存草稿，由另一人核对发布后公众才能看到。") : Typed();

    public async Task<IActionResult> OnPostPublish()
    {
        if (!await Save())
            return Typed();
        if (await Attempt(async () => Topic = await publish.Run(Chosen.Id, TopicKey ?? Key ?? "", Me, seen: null, Cancel)))
            return Then(Address("/office/topics"), $"专题“{Topic!.Published!.Title}”已发布。");

        // The draft is saved by now, so the page goes on from there.
        Topic = await Find(TopicKey ?? Key);
        ModelState.Remove(nameof(Seen));
        Seen = Topic?.Version;
        return Typed();
    }

    public async Task<IActionResult> OnPostWithdraw()
    {
        if (await Attempt(async () => await withdraw.Run(Chosen.Id, TopicKey ?? "", Reason, Me, Seen, Cancel)))
            return Then(Address("/office/topics"), "专题已撤下。");
        Shown = await TopicForm.Of(Topic?.Last, chosen, Cancel);
        return Page();
    }

    protected override async Task Prepare()
    {
        Topic = await Find(TopicKey);
        ColumnChoices = [new("不收录栏目", ""), .. (await Db.ColumnsOf(Chosen.Id, Cancel)).Where(column => column.Content == ColumnContent.Documents && column.ArchivedOn is null).Select(column => new SelectListItem(column.Name, column.Key))];
    }

    private async Task<TopicPage?> Find(string? key) => key is null ? null : await Db.TopicPages.AsNoTracking().SingleOrDefaultAsync(topic => topic.Body == Chosen.Id && topic.Key == key, Cancel);

    private Task<bool> Save() => Attempt(async () => Topic = await edit.Run(Chosen.Id, TopicKey ?? Key ?? "", await TopicForm.Read(Request.Form).Content(Chosen.Id, chosen, Cancel), Me, Seen, Cancel));

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Typed()
    {
        Shown = TopicForm.Read(Request.Form);
        return Page();
    }
}
