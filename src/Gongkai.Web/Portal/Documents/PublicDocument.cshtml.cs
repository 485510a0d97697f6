using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Portal.Documents;

/// <summary>公开的文件: what everybody reads at its permanent address; what was withdrawn answers 410 with the reason, what was never public is not there.</summary>
public sealed class PublicDocumentModel(GongkaiDb db, PortalVisit visit, Interpretations interpretations, TimeProvider clock) : PageModel
{
    public Document Shown { get; private set; } = null!;

    public DocumentVersion Text => Shown.Shown!;

    public string Body => visit.Body?.Name ?? "";

    public string? BodyKey => visit.Body?.Key;

    /// <summary>For search engines (schema.org).</summary>
    public string Structured { get; private set; } = "";

    public ArticleTags Tags => new(Text.Title, Shown.PublishedOn!.Value, Text.Issuer ?? Body) { Keywords = Text.Keywords, Description = Text.Summary, Address = Address };

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
        await visit.Enter(document.Body, cancel);
        Changes = PublicRecord.Of(document);
        if (PublicRecord.TombstoneOf(document) is { } tombstone)
        {
            Tombstone = tombstone;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var today = clock.Today();
        Facts = [.. Paper.Particulars(document, Text, Body, today).Where(fact => !string.IsNullOrEmpty(fact.Value))];
        Mark = Paper.MarkOf(document, today);
        Structured = SchemaOrg.Of(document, Text, Body, Address, Validities.On(document, today));
        Explanations = await interpretations.Of(document.Id, cancel);
        Policy = document.Explains is null ? null : await interpretations.PolicyOf(document.Id, cancel);
        return Page();
    }
}
