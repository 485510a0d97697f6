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

    public ArticleTags Tags => new(Text.Title, ArticleTags.Minute(Shown.PublishedOn!.Value, Shown.History.First(taken => taken.Step == Procedure.Publish.Id).At), Text.Issuer ?? Body) { Keywords = Text.Keywords, Description = Text.Summary, Address = Address };

    /// <summary>The column of the body's page of disclosure it stands in: the one it was put into, else the first that takes it in.</summary>
    public ColumnTags Column
    {
        get
        {
            var facets = new DocumentFacets(Shown.Kind, Text.Article20Item, Text.Topic, Section: null) { Column = Text.Column, IsEnded = Validities.Ended(Shown) <= clock.Today() };
            var column = visit.Columns.FirstOrDefault(one => one.Key == Text.Column) ?? visit.Columns.FirstOrDefault(one => one.Content == ColumnContent.Documents && one.Takes.Hold(facets));
            var name = column?.Name ?? "法定主动公开内容";
            return new ColumnTags(name, $"{Body}的{name}", $"政府信息公开,{name}", column is null ? PortalColumns.Of(PortalColumns.Statutory).Type : PortalColumns.TypeOf(column));
        }
    }

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
