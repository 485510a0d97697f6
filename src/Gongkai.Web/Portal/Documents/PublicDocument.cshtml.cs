using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Documents;

/// <summary>公开的文件: what everybody reads at its permanent address; what was withdrawn answers 410 with the reason, what was never public is not there.</summary>
public sealed class PublicDocumentModel(PublicReader reader, PortalVisit visit, TimeProvider clock) : PageModel
{
    public PublicDocument Shown { get; private set; } = null!;

    public DocumentVersion Text => Shown.LastShown;

    public string Body => visit.Body?.Name ?? "";

    public string? BodyKey => visit.Body?.Key;

    public Tombstone? Tombstone { get; private set; }

    public IReadOnlyList<(string Label, string? Value)> Facts { get; private set; } = [];

    public IReadOnlyList<PublicChange> Changes { get; private set; } = [];

    public string? Mark { get; private set; }

    /// <summary>For search engines (schema.org).</summary>
    public string Structured { get; private set; } = "";

    public ArticleTags Tags => new(Text.Title, Shown.PublishedOn!.Value, Text.Issuer ?? Body) { Keywords = Text.Keywords, Description = Text.Summary, Address = Address };

    public string Address => $"{Addresses.Of(Request)}/documents/{Shown.Id.Value}";

    public string Here => $"/documents/{Shown.Id.Value}";

    public async Task<IActionResult> OnGet(Guid id)
    {
        var cancel = HttpContext.RequestAborted;
        if (await reader.Read(new DocumentId(id), cancel) is not { } document)
            return NotFound();
        Shown = document;
        await visit.Enter(document.Body, cancel);
        if ((Tombstone = document.Tombstone) is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var today = clock.Today();
        Changes = PublicRecord.Of(document);
        Facts = [.. Paper.Particulars(document, Text, Body, today).Where(fact => !string.IsNullOrEmpty(fact.Value))];
        Mark = Paper.MarkOf(document, today);
        Structured = SchemaOrg.Of(document, Text, Body, Address, Validities.On(document, today), Validities.IsNotYetInEffect(document, today));
        return Page();
    }
}
