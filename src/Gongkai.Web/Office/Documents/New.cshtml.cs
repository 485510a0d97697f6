using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Office.Documents;

/// <summary>起草: kind and attribute from the first moment; from nothing, or from a Word file or the page of another site.</summary>
[Requires("documents.draft"), RequestSizeLimit(128L << 20), RequestFormLimits(MultipartBodyLengthLimit = 128L << 20)]
public sealed class NewModel(GongkaiDb db, DraftDocument draft, ImportDocument import, IOptions<SiteOptions> site) : OfficePage(db)
{
    /// <summary>`file` where the page begins with a file.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The policy that is to be interpreted.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Explains { get; set; }

    /// <summary>The decision whose execution or result is reported on.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Follows { get; set; }

    [BindProperty(SupportsGet = true)]
    public OpennessStage? Stage { get; set; }

    [BindProperty]
    public DocumentKind Kind { get; set; }

    [BindProperty]
    public InterpretationForm? Form { get; set; }

    [BindProperty]
    public DisclosureAttribute Attribute { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public SecrecyLevel? SecrecyLevel { get; set; }

    [BindProperty]
    public DateOnly? SecretUntil { get; set; }

    [BindProperty]
    public string? ClassifiedBy { get; set; }

    [BindProperty]
    public ThirdPartyAnswer? ThirdParty { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Guid? Section { get; set; }

    [BindProperty(Name = "file")]
    public IFormFile? Source { get; set; }

    public string? Explained { get; private set; }

    /// <summary>Title of the decision.</summary>
    public string? Followed { get; private set; }

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

    public WithholdingFields Withholding => new() { Ground = Ground, Reason = Reason, Evidence = Evidence, SecrecyLevel = SecrecyLevel, SecretUntil = SecretUntil, ClassifiedBy = ClassifiedBy, ThirdParty = ThirdParty };

    public bool IsFromFile => From == "file";

    public async Task<IActionResult> OnGet()
    {
        if (!await Prepare())
            return NotFound();
        Kind = Explained is null ? DocumentKind.Information : DocumentKind.Interpretation;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Prepare())
            return NotFound();
        if (Explained is not null)
            Kind = DocumentKind.Interpretation;
        if (IsFromFile && Source is not { Length: > 0 })
            ModelState.AddModelError("File", "请选择要导入的文件。");
        else if (Source?.Length > site.Value.FileBytes)
            ModelState.AddModelError("File", $"文件超过 {site.Value.FileMegabytes} MB，不能导入；可以先起草，再作为附件上传。");
        Document? made = null;
        return await Attempt(async () => made = await Make()) ? Then($"/office/documents/{made!.Id.Value}/edit", IsFromFile ? "已导入，请核对识别出的要素和正文。" : "已起草。") : Page();
    }

    private async Task<Document> Make()
    {
        var what = new NewDocument(Me.Body, Kind)
        {
            Section = Choices.Section(Section) ?? Me.Section,
            Form = Kind == DocumentKind.Interpretation ? Form ?? InterpretationForm.Text : null,
            Explains = Explains is { } policy ? new DocumentId(policy) : null,
        };
        var attribute = Withholding.Decide(Attribute);
        if (IsFromFile)
        {
            using var content = new MemoryStream();
            await Source!.CopyToAsync(content, Cancel);
            return await import.Run(what, attribute, content.ToArray(), Source.FileName, Me, Cancel);
        }

        return await draft.Run(what, attribute, new DocumentContent { Title = Title ?? "", Issuer = Visit.Rules.Tree.Find(Me.Body)!.Name, CreatedOn = Visit.Today, Stage = Followed is null ? null : Stage, Follows = Followed is null ? null : new DocumentId(Follows!.Value) }, Me, Cancel);
    }

    private async Task<bool> Prepare()
    {
        Sections = await Choices.Sections(Db, Me.Body, Cancel);
        var own = Visit.Rules.Tree.OwnedBy(Me.Body);
        if (Follows is { } decision)
        {
            var decided = new DocumentId(decision);
            Followed = await Db.Documents.Where(document => document.Id == decided && own.Contains(document.Body) && document.Stage == OpennessStage.Decision).Select(document => document.Title).SingleOrDefaultAsync(Cancel);
            if (Followed is null || Stage is not (OpennessStage.Execution or OpennessStage.Result))
                return false;
        }

        if (Explains is not { } policy)
            return true;
        var id = new DocumentId(policy);
        Explained = await Db.Documents.Where(document => document.Id == id && own.Contains(document.Body)).Select(document => document.Title).SingleOrDefaultAsync(Cancel);
        return Explained is not null;
    }
}
