using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Documents;

/// <summary>事项页面: a page about one document; knows which version of it the person saw.</summary>
public abstract class DocumentForm(GongkaiDb db) : OfficePage(db)
{
    public Document Shown { get; private set; } = null!;

    /// <summary>The version that the form was made from; a refused form keeps it.</summary>
    public uint Version => Seen ?? Shown.Version;

    [BindProperty]
    public uint? Seen { get; set; }

    public string Home => $"/office/documents/{Shown.Id.Value}";

    public string Subject => Shown.Working.Title.Length == 0 ? "（还没有标题）" : Shown.Working.Title;

    protected virtual Permission Needs => Permission.ReadDocuments;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new DocumentId(Guid.Parse((string)context.RouteData.Values["id"]!));
        if (await Load(id) is not { } document)
        {
            context.Result = NotFound();
            return;
        }

        Demand(Needs, document.Body);
        Shown = document;
        await next();
    }

    protected Task<Document?> Load(DocumentId id) => Db.Documents.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(document => document.Id == id, Cancel);

    protected async Task Refresh() => Shown = (await Load(Shown.Id))!;
}
