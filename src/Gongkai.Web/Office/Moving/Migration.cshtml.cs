using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Moving;

/// <summary>迁入旧网站: one officer hands the files in, both look at what would come of them, another vouches and moves them in.</summary>
[Requires("documents.read")]
[RequestSizeLimit(AtMost)]
[RequestFormLimits(MultipartBodyLengthLimit = AtMost)]
public sealed class MigrationModel(GongkaiDb db, HandInMigration handIn, RunMigration run) : OfficePage(db)
{
    /// <summary>Bytes of both files and the form around them.</summary>
    public const long AtMost = (2 * HandInMigration.AtMost) + (1 << 20);

    /// <summary>Lines of a report on the page; the interface gives them all.</summary>
    public const int Shown = 300;

    public IReadOnlyList<MigrationJob> Jobs { get; private set; } = [];

    public MigrationOutcome? Outcome { get; private set; }

    /// <summary>What the outcome is of.</summary>
    public MigrationJob? Looked { get; private set; }

    public bool IsPreview { get; private set; }

    public bool MayHandIn => May(Permission.DraftDocuments, Me.Body);

    public bool MayVouch(MigrationJob job) => job.UploadedBy != Me.Id && May(Permission.VouchForMigrations, job.Body);

    public bool MayRemove(MigrationJob job) => May(Permission.DraftDocuments, job.Body);

    public string NameOf(BodyId body) => Visit.Rules.Tree.Find(body)!.ShortName;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(IFormFile? lines, IFormFile? files)
    {
        if (await Attempt(() => HandIn(lines, files)))
            return Then("/office/migration", "已提交，请先预览，再由另一名人员担保迁入。");
        await Load();
        return Page();
    }

    public Task<IActionResult> OnPostPreview(Guid id) => Do(id, isPreview: true, job => run.Preview(job, Me, Cancel));

    public Task<IActionResult> OnPostRun(Guid id, string? acceptFindings) => Do(id, isPreview: false, job => run.Run(job, acceptFindings, Me, Cancel));

    public async Task<IActionResult> OnPostRemove(Guid id)
    {
        if (await Attempt(() => handIn.Remove(new MigrationJobId(id), Me, Cancel)))
            return Then("/office/migration", "已移除；已经迁入的不受影响。");
        await Load();
        return Page();
    }

    private async Task HandIn(IFormFile? lines, IFormFile? files)
    {
        if (lines is not { Length: > 0 })
            throw new RefusedException("请选择数据文件。", "lines");
        await using var text = lines.OpenReadStream();
        await using var pack = files is { Length: > 0 } ? files.OpenReadStream() : null;
        await handIn.Run(Me.Body, FileNames.Clean(lines.FileName), text, pack, Me, Cancel);
    }

    private async Task<IActionResult> Do(Guid id, bool isPreview, Func<MigrationJobId, Task<MigrationOutcome>> work)
    {
        await Attempt(async () => Outcome = await work(new MigrationJobId(id)));
        IsPreview = isPreview;
        await Load();
        Looked = Jobs.FirstOrDefault(job => job.Id.Value == id);
        return Page();
    }

    private async Task Load()
    {
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadDocuments, Visit.Today);
        var jobs = await Db.MigrationJobs.AsNoTracking().OrderByDescending(job => job.UploadedAt).ToListAsync(Cancel);
        Jobs = [.. jobs.Where(job => reach is null || reach.Contains(job.Body))];
    }
}
