using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Moving;
using Gongkai.Web.Office.Shell;
using Gongkai.Web.Shell.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>迁入接口: files of an old site handed in by one, looked at, and moved in by another who vouches.</summary>
public static class MigrationsApi
{
    public static void MapMigrations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/migrations", List).Requires(Permission.ReadDocuments).WithName("listMigrations").WithSummary("已提交的迁入文件，新的在前").Produces<Paged<JobDetails>>();
        api.MapPost("/migrations", HandIn).Requires(Permission.DraftDocuments).WithName("handInMigration").WithSummary("提交迁入文件：表单里 lines 是每行一条的 JSON（可以用 gzip 压缩），files 是附件的 zip；还不迁入").Produces<JobDetails>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPost("/migrations/{id:guid}/preview", Preview).Requires(Permission.ReadDocuments).WithName("previewMigration").WithSummary("预览：逐行说明会怎样，什么也不写入").Produces<OutcomeDetails>();
        api.MapPost("/migrations/{id:guid}/run", Run).Requires(Permission.VouchForMigrations).WithName("runMigration").WithSummary("担保并迁入，不能由提交人自己办理；停下后再办一次就接着做，已经迁入的不会重复；accept_findings 写明为什么检查发现可以公开").Produces<OutcomeDetails>();
        api.MapDelete("/migrations/{id:guid}", Remove).Requires(Permission.DraftDocuments).WithName("removeMigration").WithSummary("移除迁入任务；已经迁入的不受影响，上传的文件仍留在存储中").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, int page = 1, int size = 50)
    {
        var reach = http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ReadDocuments, http.Visit.Today);
        var jobs = await db.MigrationJobs.AsNoTracking().OrderByDescending(job => job.UploadedAt).ToListAsync(http.Cancel);
        return Results.Ok(jobs.FindAll(job => reach is null || reach.Contains(job.Body)).Page(page, size).Select(job => JobDetails.Of(job, http.KeyOf(job.Body)!)));
    }

    private static async Task<IResult> HandIn(HttpContext http, HandInMigration handIn, string? body = null)
    {
        var owner = http.BodyNamed(body, "body") ?? http.Visit.Officer.Body;
        http.Demand(Permission.DraftDocuments, owner);
        if (!http.Request.HasFormContentType)
            throw new RefusedException("请用表单（multipart/form-data）提交 lines 和 files。", "lines");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MigrationModel.AtMost;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = MigrationModel.AtMost }));
        var form = await http.Request.ReadFormAsync(http.Cancel);
        if (form.Files["lines"] is not { Length: > 0 } lines)
            throw new RefusedException("请提交 lines，即每行一条的 JSON。", "lines");
        await using var text = lines.OpenReadStream();
        await using var pack = form.Files["files"] is { Length: > 0 } files ? files.OpenReadStream() : null;
        var job = await handIn.Run(owner, FileNames.Clean(lines.FileName), text, pack, http.Visit.Officer, http.Cancel);
        return Results.Created($"/api/v1/migrations/{job.Id.Value}", JobDetails.Of(job, http.KeyOf(owner)!));
    }

    private static async Task<IResult> Preview(HttpContext http, GongkaiDb db, RunMigration run, Guid id) =>
        Results.Ok(OutcomeDetails.Of(await run.Preview(await Job(http, db, id, Permission.ReadDocuments), http.Visit.Officer, http.Cancel)));

    private static async Task<IResult> Run(HttpContext http, GongkaiDb db, RunMigration run, Guid id, RunInput? asked) =>
        Results.Ok(OutcomeDetails.Of(await run.Run(await Job(http, db, id, Permission.VouchForMigrations), asked?.AcceptFindings, http.Visit.Officer, http.Cancel)));

    private static async Task<IResult> Remove(HttpContext http, GongkaiDb db, HandInMigration handIn, Guid id)
    {
        await handIn.Remove(await Job(http, db, id, Permission.DraftDocuments), http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<MigrationJobId> Job(HttpContext http, GongkaiDb db, Guid id, Permission permission)
    {
        var wanted = new MigrationJobId(id);
        var body = await db.MigrationJobs.Where(job => job.Id == wanted).Select(job => (BodyId?)job.Body).SingleOrDefaultAsync(http.Cancel) ?? throw new NotThereException("没有这个迁入任务，可能已被移除。");
        http.Demand(permission, body);
        return wanted;
    }

    private sealed record JobDetails(Guid Id, string Body, string Source, bool HasFiles, Guid UploadedBy, string UploadedByName, DateTimeOffset UploadedAt)
    {
        public static JobDetails Of(MigrationJob job, string body) => new(job.Id.Value, body, job.Source, job.Files is not null, job.UploadedBy.Value, job.UploadedByName, job.UploadedAt);
    }

    private sealed record OutcomeDetails(int Lines, int Published, int Waiting, int AlreadyThere, int Errors, IReadOnlyList<OutcomeLine> Rows)
    {
        public static OutcomeDetails Of(MigrationOutcome outcome) => new(
            outcome.Tally.Lines, outcome.Tally.Published, outcome.Tally.Waiting, outcome.Tally.AlreadyThere, outcome.Tally.Errors, [.. outcome.Lines.Select(line => new OutcomeLine(line.Line, line.What, line.Message))]);
    }

    private sealed record OutcomeLine(int Line, string What, string Message);

    internal sealed record RunInput(string? AcceptFindings);
}
