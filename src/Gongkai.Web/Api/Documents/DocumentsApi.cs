using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api.Documents;

/// <summary>公开事项接口: find, read, draft, edit, check.</summary>
public static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/documents", List).Requires(Permission.ReadDocuments).WithName("listDocuments").WithSummary("公开事项列表，新的在前；可按机关、状态、种类、公开属性、五公开环节（openness）、责任科室（section）、法定公开事项（item，可以多个）、主题分类（topic）、自己经办的（mine=true）、标题中的文字和保管到期（retention=ended）、未归入栏目（unplaced=true）查找").Produces<Paged<DocumentSummary>>();
        api.MapPost("/documents", Draft).Requires(Permission.DraftDocuments).WithName("draftDocument").WithSummary("起草").Produces<Made>(StatusCodes.Status201Created);
        api.MapGet("/documents/{id:guid}", One).Requires(Permission.ReadDocuments).WithName("getDocument").WithSummary("一个公开事项：版本、办理经过、附件、公开记录、现在可以办理的步骤；ETag 是版本").Produces<DocumentDetails>();
        api.MapPut("/documents/{id:guid}", Edit).Requires(Permission.DraftDocuments).WithName("editDocument").WithSummary("修改草稿；If-Match 与现在的版本不同时 409，changes 逐项列出他人的修改（需提交 base，即开始修改时的内容）");
        api.MapPut("/documents/{id:guid}/attribute", Attribute).Requires(Permission.DraftDocuments).WithName("setAttribute").WithSummary("确定公开属性");
        api.MapGet("/documents/{id:guid}/checks", Check).Requires(Permission.DraftDocuments).WithName("checkDocument").WithSummary("送审前检查").Produces<IReadOnlyList<FindingDetails>>();
        api.MapDocumentFiles();
        api.MapDocumentSteps();
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, DocumentBoard board, string? body = null, string? state = null, string? kind = null, string? attribute = null, string? openness = null, string? q = null, string? retention = null, Guid? section = null, string[]? item = null, string? topic = null, bool mine = false, bool unplaced = false, int page = 1, int size = 50)
    {
        var filter = new DocumentFilter
        {
            Within = http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ReadDocuments, http.Visit.Today),
            State = WordOrNull<DocumentState>(state, "state"),
            Kind = WordOrNull<DocumentKind>(kind, "kind"),
            Attribute = WordOrNull<DisclosureAttribute>(attribute, "attribute"),
            Openness = WordOrNull<OpennessStage>(openness, "openness"),
            Section = Choices.Section(section),
            Items = item ?? [],
            Topic = topic,
            Editor = mine ? http.Visit.Officer.Id : null,
            Words = q,
        };
        if (!string.IsNullOrEmpty(body))
        {
            var chosen = http.Visit.Rules.Tree.Find(body)?.Id ?? throw new NotThereException("没有这个机关。");
            http.Demand(Permission.ReadDocuments, chosen);
            filter = filter with { Body = chosen };
        }

        filter = filter with { IsUnplaced = unplaced };
        if (!string.IsNullOrEmpty(retention))
        {
            if (retention != "ended" || filter.Body is not { } whose)
                throw new RefusedException("retention 只能是 ended，并且要同时给出 body。", "retention");
            filter = filter with { RetentionEnded = (await RetentionRules.Of(db, whose, http.Cancel), http.Visit.Today) };
        }

        (page, size) = Paging.Within(page, size);
        var total = (await board.Count(filter, http.Cancel)).Values.Sum();
        var rows = await board.Page(filter, total, (page - 1) * size, size, http.Cancel);
        return Results.Ok(new Paged<DocumentSummary>(total, page, size, [.. rows.Select(row => new DocumentSummary(
            row.Id.Value, http.KeyOf(row.Body)!, Words.Of(row.Kind), Words.Of(row.State), row.Title, Words.Of(row.Attribute), row.IndexNumber, row.PublishedOn, row.ScheduledAt, row.AssessAgainOn, row.Version))]));
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, Guid id)
    {
        var document = await Read(http, db, await http.Document(db, id, Permission.ReadDocuments));
        var rules = await RetentionRules.Of(db, document.Body, http.Cancel);
        return http.Versioned(document.Version, () => DocumentDetails.Of(document, http.KeyOf(document.Body)!, rules, http.Visit.Today));
    }

    private static async Task<IResult> Draft(HttpContext http, DraftDocument draft, DraftInput asked)
    {
        var body = http.BodyNamed(asked.Body, "body") ?? http.Visit.Officer.Body;
        http.Demand(Permission.DraftDocuments, body);
        var what = new NewDocument(body, Word<DocumentKind>(asked.Kind, "kind"))
        {
            Section = Choices.Section(asked.Section),
            Form = WordOrNull<InterpretationForm>(asked.Form, "form"),
            Explains = asked.Explains is { } explained ? new DocumentId(explained) : null,
        };
        var document = await draft.Run(what, Given(asked.Attribute, "attribute").ToDecision(), Given(asked.Content, "content").ToContent(), http.Visit.Officer, http.Cancel);
        return Made.Of(http, document);
    }

    private static async Task<IResult> Edit(HttpContext http, GongkaiDb db, EditDraft edit, Guid id, EditInput asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await edit.Run(document, Given(asked.Content, "content").ToContent(), asked.Base?.ToContent(), http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Attribute(HttpContext http, GongkaiDb db, SetAttribute set, Guid id, AttributeData asked)
    {
        var document = await http.Document(db, id, Permission.DraftDocuments);
        await set.Run(document, asked.ToDecision(), http.Visit.Officer, http.Seen, http.Cancel);
        return await http.Stepped(db, document);
    }

    private static async Task<IResult> Check(HttpContext http, GongkaiDb db, DocumentChecks checks, Guid id)
    {
        var document = await Read(http, db, await http.Document(db, id, Permission.DraftDocuments));
        return Results.Ok((await checks.Run(document, http.Cancel)).Select(FindingDetails.Of));
    }

    private static Task<Document> Read(HttpContext http, GongkaiDb db, DocumentId id) => db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(document => document.Id == id, http.Cancel);

    private sealed record DocumentSummary(
        Guid Id, string Body, string Kind, string State, string Title, string Attribute, string? IndexNumber, DateOnly? PublishedOn, DateTimeOffset? ScheduledAt, DateOnly? AssessAgainOn, uint Version);

    internal sealed record DraftInput(string? Body, string? Kind, Guid? Section, string? Form, Guid? Explains, AttributeData? Attribute, ContentData? Content);

    internal sealed record EditInput(ContentData? Content, ContentData? Base);
}
