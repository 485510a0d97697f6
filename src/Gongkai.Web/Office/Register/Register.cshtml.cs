using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Register;

/// <summary>规章、行政规范性文件台账 (P5): the counts of both editions of the annual report on any day, and the documents behind each.</summary>
[Requires("documents.read")]
public sealed class RegisterModel(GongkaiDb db, RegisterReader register) : OfficePage(db)
{
    private static readonly DocumentKind[] s_kinds = [DocumentKind.Rules, DocumentKind.NormativeDocument];

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    /// <summary>统计截止日; today where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Figure { get; set; }

    public static IReadOnlyList<DocumentKind> Kinds => s_kinds;

    public DateOnly Day => On ?? Visit.Today;

    public BodyNode Chosen { get; private set; } = null!;

    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    /// <summary>Every issued document.</summary>
    public IReadOnlyList<RegisterEntry> Entries { get; private set; } = [];

    /// <summary>The figure that is opened; null for none.</summary>
    public RegisterFigure? Opened { get; private set; }

    public IReadOnlyList<RegisterEntry> Shown { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        var tree = Visit.Rules.Tree;
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadDocuments, Visit.Today);
        Bodies = [.. tree.All.Where(body => reach is null || reach.Contains(body.Id)).OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal)];
        if (!ModelState.IsValid || (string.IsNullOrEmpty(Body) ? tree.Find(Me.Body) : tree.Find(Body)) is not { } chosen)
            return NotFound();
        Demand(Permission.ReadDocuments, chosen.Id);
        Chosen = chosen;
        Entries = await register.Of(chosen.Id, Cancel);
        Opened = NormativeRegister.All.FirstOrDefault(figure => figure.Key == Figure);
        if (Opened is { } opened)
            Shown = [.. Entries.Where(entry => (Kind is null || entry.Kind == Kind) && opened.Counts(entry, Day))];
        return Page();
    }

    public int Count(DocumentKind kind, RegisterFigure figure) => figure.Count(Entries.Where(entry => entry.Kind == kind), Day);

    public string Address(DocumentKind kind, RegisterFigure figure)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Body))
            query.Add("body", Body);
        query.Add("on", $"{Day:yyyy-MM-dd}");
        query.Add("kind", $"{kind}");
        query.Add("figure", figure.Key);
        return $"/office/register{query.ToQueryString()}#shown";
    }
}
