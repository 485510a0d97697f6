using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Documents;

/// <summary>公开的文件: what everybody reads at its permanent address; what was withdrawn answers 410 with the reason, what was never public is not there.</summary>
public sealed class PublicDocumentModel(GongkaiDb db, Interpretations interpretations, TimeProvider clock) : PageModel
{
    public Document Shown { get; private set; } = null!;

    public DocumentVersion Text => Shown.Shown!;

    public string Body { get; private set; } = "";

    public Tombstone? Tombstone { get; private set; }

    public IReadOnlyList<(string Label, string? Value)> Facts { get; private set; } = [];

    public IReadOnlyList<LinkedDocument> Explanations { get; private set; } = [];

    public LinkedDocument? Policy { get; private set; }

    public IReadOnlyList<PublicChange> Changes { get; private set; } = [];

    public string? Mark { get; private set; }

    public string Address => $"{Addresses.Of(Request)}/documents/{Shown.Id.Value}";

    public string Here => $"/documents/{Shown.Id.Value}";

    public async Task<IActionResult> OnGet(Guid id)
    {
        var (wanted, cancel) = (new DocumentId(id), HttpContext.RequestAborted);
        if (await db.Documents.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(document => document.Id == wanted && (document.State == DocumentState.Withdrawn || DocumentStates.Readable.Contains(document.State)), cancel) is not { } document)
            return NotFound();
        Shown = document;
        Changes = PublicRecord.Of(document);
        if (PublicRecord.TombstoneOf(document) is { } tombstone)
        {
            Tombstone = tombstone;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var today = clock.Today();
        Body = await db.Set<Bodies.Body>().Where(body => body.Id == document.Body).Select(body => body.Name).SingleAsync(cancel);
        Facts = [.. Paper.Particulars(document, Text, Body, today).Where(fact => !string.IsNullOrEmpty(fact.Value))];
        Mark = Paper.MarkOf(document, today);
        Explanations = await interpretations.Of(document.Id, cancel);
        Policy = document.Explains is null ? null : await interpretations.PolicyOf(document.Id, cancel);
        return Page();
    }
}
