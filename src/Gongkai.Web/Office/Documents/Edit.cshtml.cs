using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Documents;

/// <summary>编辑: text, particulars and attachments, with the checks beside them; saved by itself, and of two people nobody's words are lost.</summary>
[Requires("documents.draft"), RequestSizeLimit(128L << 20), RequestFormLimits(MultipartBodyLengthLimit = 128L << 20, ValueLengthLimit = 16 << 20)]
public sealed class EditModel(GongkaiDb db, EditDraft edit, AttachFile attach, DetachFile detach, DocumentChecks checks, FollowUps followUps, TimeProvider clock) : DocumentForm(db)
{
    private const int MostDecisions = 200;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    protected override Permission Needs => Permission.DraftDocuments;

    [BindProperty]
    public ContentFieldsForm Typed { get; set; } = new();

    /// <summary>The content the person began with, so that a conflict can be named field by field.</summary>
    [BindProperty]
    public string? Base { get; set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Decisions this draft may report on.</summary>
    public IReadOnlyList<FollowUp> Decisions { get; private set; } = [];

    /// <summary>Into which a document may be put by choice.</summary>
    public IReadOnlyList<CatalogueColumn> Columns { get; private set; } = [];

    public DraftChangedException? Conflict { get; private set; }

    public string BaseText => Base ?? Begun(Shown.Working);

    public async Task<IActionResult> OnGet()
    {
        if (!Shown.State.IsWrittenAt)
            return RedirectToPage("/Office/Documents/DocumentPage", new { id = Shown.Id.Value });
        Typed = ContentFieldsForm.Of(Shown.Working.Copy());
        return await Show();
    }

    /// <summary>Saved with the button.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await Save())
            return Then(Home, "已保存。");
        return await Show();
    }

    /// <summary>Saved by the page itself.</summary>
    public async Task<IActionResult> OnPostSave()
    {
        if (await Save())
        {
            await Refresh();
            return new JsonResult(new { version = Shown.Version, @base = Begun(Shown.Working), at = Dates.Clock(clock.GetUtcNow()) });
        }

        if (Conflict is not null)
        {
            var told = Partial("/Office/Documents/_Conflict.cshtml", Conflict);
            told.StatusCode = StatusCodes.Status409Conflict;
            return told;
        }

        return new JsonResult(new { faults = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage) }) { StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>The checks of what is stored now, for the page that saved it.</summary>
    public async Task<IActionResult> OnGetChecks() => Partial("/Office/Documents/_Findings.cshtml", new FoundList(await checks.Run(Shown, Cancel), Shown.Working.Text));

    public async Task<IActionResult> OnPostAttach(List<IFormFile> files)
    {
        if (files.Count == 0)
            ModelState.AddModelError("files", "请选择要上传的附件。");
        return await Attachments(async () =>
        {
            foreach (var file in files)
            {
                await using var content = file.OpenReadStream();
                await attach.Run(Shown.Id, file.FileName, content, Me, seen: null, Cancel);
            }
        }, "附件已上传。");
    }

    public Task<IActionResult> OnPostDetach(int number) => Attachments(() => detach.Run(Shown.Id, number, Me, seen: null, Cancel), "附件已删除。");

    private async Task<IActionResult> Attachments(Func<Task> operation, string said)
    {
        // The form of the attachments carries no text; only its own faults count.
        foreach (var field in ModelState.Keys.Where(key => key != "files").ToList())
            ModelState.Remove(field);
        if (await Attempt(operation))
            return Then($"{Home}/edit#attachments", said);
        await Refresh();
        Seen = null;
        Typed = ContentFieldsForm.Of(Shown.Working.Copy());
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        Findings = await checks.Run(Shown, Cancel);

        // The one that is chosen stays in the list, closed or not.
        Columns = [.. (await Db.ColumnsOf(Shown.Body, Cancel)).Where(column => column.TakesChosen && (column.IsShown || column.Key == Shown.Working.Column))];
        var decisions = await followUps.Decisions(Visit.Rules.Tree.OwnedBy(Visit.Rules.Tree.HeirOf(Shown.Body)), MostDecisions, Cancel);

        // The one that is chosen stays in the list, however old.
        if (Shown.Working.Follows is { } chosen && !decisions.Exists(one => one.Id == chosen))
            decisions.AddRange(await Db.Documents.Where(document => document.Id == chosen).Select(document => new FollowUp(document.Id, document.Title, OpennessStage.Decision, document.PublishedOn)).ToListAsync(Cancel));
        Decisions = decisions;
        return Page();
    }

    private async Task<bool> Save()
    {
        try
        {
            var content = Typed.Content();
            content.Html = Pictures.ForPublic(Shown.Id, content.Html);
            return await Attempt(() => edit.Run(Shown.Id, content, Ended(Base), Me, Seen, Cancel));
        }
        catch (DraftChangedException conflict)
        {
            Conflict = conflict;
            Seen = conflict.Version;
            Db.ChangeTracker.Clear();
            ModelState.AddModelError("", conflict.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return false;
        }
    }

    private static string Begun(DocumentContent content) => JsonSerializer.Serialize(content.Copy(), s_json);

    private static DocumentContent? Ended(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<DocumentContent>(text, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
