using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>提交迁入文件: nothing comes in yet; another officer looks and vouches.</summary>
public sealed class HandInMigration(GongkaiDb db, Ledger ledger, Authority authority, IFileStore files, TimeProvider clock)
{
    /// <summary>Bytes of each of the two.</summary>
    public const long AtMost = 512L << 20;

    /// <exception cref="RefusedException">There is nothing in it, it is too large, or the zip file is none.</exception>
    public async Task<MigrationJob> Run(BodyId body, string source, Stream lines, Stream? pack, Officer by, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.DraftDocuments, body, cancel);
        var kept = await Keep(lines, "lines", cancel);
        if (kept.Length == 0)
            throw new RefusedException("文件是空的。", "lines");
        FileHash? packed = null;
        if (pack is not null)
        {
            packed = (await Keep(pack, "files", cancel)).Hash;
            FilePile.Zip(files.Open(packed.Value)).Dispose();
        }

        var job = new MigrationJob(new MigrationJobId(clock.NewGuid()))
        {
            Body = body,
            Source = source,
            Lines = kept.Hash,
            Files = packed,
            UploadedBy = by.Id,
            UploadedByName = by.Name,
            UploadedAt = clock.GetUtcNow(),
        };
        db.Add(job);
        ledger.Record(Act.HandInMigration, by, job);
        await db.SaveChangesAsync(cancel);
        return job;
    }

    /// <summary>移除: off the list; what came in stays, and the store keeps the uploaded files like every file it was given.</summary>
    public async Task Remove(MigrationJobId id, Officer by, CancellationToken cancel)
    {
        var job = await db.MigrationJobs.SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这个迁入任务，可能已被移除。");
        await authority.Demand(by, Permission.DraftDocuments, job.Body, cancel);
        db.Remove(job);
        ledger.Record(Act.RemoveMigration, by, job);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<StoredFile> Keep(Stream content, string field, CancellationToken cancel)
    {
        try
        {
            return await files.Keep(content, AtMost, cancel);
        }
        catch (FileTooLargeException)
        {
            throw new RefusedException($"文件不能超过{AtMost >> 20}MB，请分成几个。", field);
        }
    }
}
