using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Catalogue;

/// <summary>公开指南: written with what article 12 asks for beside it; published as a version, earlier ones stay readable.</summary>
[Requires("catalogue.read")]
public sealed class GuideModel(GongkaiDb db, EditGuide edit, PublishGuide publish, CatalogueBoard board) : CataloguePage(db, Permission.ReadCatalogue)
{
    /// <summary>An earlier version to read.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty]
    public uint? Seen { get; set; }

    public DisclosureGuide? Guide { get; private set; }

    public IReadOnlyList<HealthVerdict> Verdicts { get; private set; } = [];

    /// <summary>In the form: what was typed, else the draft, else what is published.</summary>
    public GuideContent Shown { get; private set; } = new();

    public GuideVersion? Reading => Version is { } number ? Guide?.Versions.FirstOrDefault(version => version.Number == number) : null;

    public bool IsEditing => MayManageGuide && Version is null;

    /// <summary>Names of form fields are without underscores, as everywhere.</summary>
    public static string NameOf(GuideField field) => field.Key.Replace("_", "", StringComparison.Ordinal);

    public IActionResult OnGet()
    {
        Shown = Reading ?? (MayManageGuide ? Guide?.Draft : null) ?? Guide?.Published ?? new GuideContent();
        return Version is not null && Reading is not { PublishedOn: not null } ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost() => await Save() ? Then(Address("/office/guide"), "已保存草稿，发布后公众才能看到。") : Typed();

    public async Task<IActionResult> OnPostPublish()
    {
        if (!await Save())
            return Typed();
        if (await Attempt(async () => Guide = await publish.Run(Chosen.Id, Me, seen: null, Cancel)))
            return Then(Address("/office/guide"), $"公开指南第{Guide!.Published!.Number}版已发布。");

        // The draft is saved by now, so the page goes on from there.
        Guide = await Db.Guides.AsNoTracking().SingleAsync(guide => guide.Body == Chosen.Id, Cancel);
        ModelState.Remove(nameof(Seen));
        Seen = Guide.Version;
        return Typed();
    }

    protected override async Task Prepare()
    {
        Guide = await Db.Guides.AsNoTracking().SingleOrDefaultAsync(guide => guide.Body == Chosen.Id, Cancel);
        Verdicts = HttpMethods.IsGet(Request.Method) ? (await board.Of(Chosen.Id, Cancel)).Guide.Verdicts : [];
    }

    private Task<bool> Save() => Attempt(async () => Guide = await edit.Run(Chosen.Id, GuideFields.Read(Form), Me, Seen, Cancel));

    private string? Form(string key) => Request.Form[key.Replace("_", "", StringComparison.Ordinal)];

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Typed()
    {
        var typed = new GuideContent();
        foreach (var field in GuideFields.All.Where(field => field.Kind != GuideFieldKind.Day))
            field.Set(typed, Form(field.Key));
        (typed.EffectiveOn, typed.ReviewBy) = (Day("effectiveon"), Day("reviewby"));
        Shown = typed;
        return Page();

        DateOnly? Day(string name) => DateOnly.TryParse(Request.Form[name], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;
    }
}
