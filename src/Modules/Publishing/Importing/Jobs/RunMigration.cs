using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>办理迁入: what was handed in is looked at without a trace, or moved in by somebody else who vouches; stopped at any moment, it goes on where it was.</summary>
public sealed class RunMigration(GongkaiDb db, IFileStore files, Authority authority, MoveDocuments move, ReadMoved read, DocumentChecks checks, ReviewChains chains, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>预览: what would come in, what would wait for a person, and what cannot, line by line; nothing is written.</summary>
    public async Task<MigrationOutcome> Preview(MigrationJobId id, Officer by, CancellationToken cancel)
    {
        var job = await Find(id, cancel);
        await authority.Demand(by, Permission.ReadDocuments, job.Body, cancel);
        using var unpacked = Unpacked(job, cancel);
        await using var lines = files.Open(job.Lines);
        return await Told(async report =>
        {
            var known = await db.ImportedItems.AsNoTracking().Where(item => item.Body == job.Body).ToDictionaryAsync(item => item.ExternalId, item => item.Digest, StringComparer.Ordinal, cancel);
            var run = new MigrationRun(new Migration(job.Body, by, by, job.Source), await chains.For(job.Body, ReviewChain.Migration, cancel), report, known);
            Func<InspectedItem, IReadOnlyList<Finding>> check = (await checks.Ready(cancel)).Run;
            var folder = unpacked is null ? null : new SourceFolder(unpacked.Path);
            await foreach (var some in SourceLines.Read(lines, cancel).Chunk(AtOnce).WithCancellation(cancel))
            {
                var items = new MovedItem[some.Length];
                await Parallel.ForAsync(0, some.Length, cancel, async (i, stop) => items[i] = await read.Run(job.Body, some[i].Number, some[i].Text, run.IsThere, folder, check, stop));
                foreach (var item in run.Sort(items))
                {
                    if (item.MustBeLookedAt)
                    {
                        run.Left++;
                        report.Warning(item.Line, item.Record!.ExternalId, $"会迁入，但要等人核对后才公开：{string.Join("；", item.Findings.Where(ReadMoved.MustBeLookedAt).Select(found => $"{found.Where}：{found.Words}（{found.Advice}）"))}");
                    }
                    else
                    {
                        run.Published++;
                    }
                }
            }

            return run.Tally;
        });
    }

    /// <param name="id">What was handed in.</param>
    /// <param name="acceptFindings">Why what the checks find may be public all the same; null leaves it to people.</param>
    /// <param name="voucher">Who answers for it; not whoever handed it in.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<MigrationOutcome> Run(MigrationJobId id, string? acceptFindings, Officer voucher, CancellationToken cancel)
    {
        var job = await Find(id, cancel);
        await authority.Demand(voucher, Permission.VouchForMigrations, job.Body, cancel);
        if (await db.FindOfficer(job.UploadedBy, clock.Today(), cancel) is not { } importer || !importer.WorksOn(clock.Today()))
            throw new RefusedException($"提交人{job.UploadedByName}已经离岗，请由在岗人员重新提交。");
        using var unpacked = Unpacked(job, cancel);
        await using var lines = files.Open(job.Lines);
        return await Told(report => move.Run(
            new Migration(job.Body, importer, voucher, job.Source) { Folder = unpacked?.Path, AcceptFindings = string.IsNullOrWhiteSpace(acceptFindings) ? null : acceptFindings.Trim() }, lines, report, progress: null, cancel));
    }

    private async Task<MigrationJob> Find(MigrationJobId id, CancellationToken cancel) =>
        await db.MigrationJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancel) ?? throw new RefusedException("没有这个迁入任务，可能已被移除。");

    private UnpackedFiles? Unpacked(MigrationJob job, CancellationToken cancel) => job.Files is { } pack ? UnpackedFiles.Of(files.Open(pack), cancel) : null;

    private static async Task<MigrationOutcome> Told(Func<ImportReport, Task<ImportTally>> work)
    {
        await using var told = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var tally = await work(new ImportReport(told));
        return new MigrationOutcome(tally, ImportLine.Read(told.ToString()));
    }
}

/// <summary>What came of it, and every line that did not simply come in.</summary>
public sealed record MigrationOutcome(ImportTally Tally, IReadOnlyList<ImportLine> Lines);
