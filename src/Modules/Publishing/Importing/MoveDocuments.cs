using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>迁入的要求: what is moved in, who does it and who vouches for it.</summary>
/// <param name="Body">Whose documents they are.</param>
/// <param name="Importer">Who moves them in.</param>
/// <param name="Voucher">The officer who answers for it that all this was public already; another person.</param>
/// <param name="Source">The file, as it is to be remembered.</param>
public sealed record Migration(BodyId Body, IActor Importer, Officer Voucher, string Source)
{
    /// <summary>Where attachments lie; null when there is no such folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Why what the checks find may be public all the same; null leaves it to people.</summary>
    public string? AcceptFindings { get; init; }
}

/// <summary>
/// 迁入 (contracts 6): documents that are public on an old site become documents of this one, each with its review, in which an officer vouches for them. May be stopped at
/// any moment and run again: what is there by its key is left alone.
/// </summary>
public sealed class MoveDocuments(
    GongkaiDb db, BulkInsert bulk, Ledger ledger, Authority authority, ReviewChains chains, DocumentChecks checks, ReadMoved read, PublishWaiting publishWaiting, IEnumerable<IWhenPublished> listeners, TimeProvider clock)
{
    /// <summary>So many lines are one transaction: enough to be quick, few enough that nobody in the office waits for it.</summary>
    private const int AtOnce = 200;

    /// <exception cref="RefusedException">Importer and voucher are one, or the file is no text of lines.</exception>
    public async Task<ImportTally> Run(Migration what, Stream lines, ImportReport report, IProgress<ImportTally>? progress, CancellationToken cancel)
    {
        await authority.Demand(what.Voucher, Permission.VouchForMigrations, what.Body, cancel);
        await authority.Demand(what.Importer, Permission.DraftDocuments, what.Body, cancel);
        if (what.Importer is Officer importer && importer.Id == what.Voucher.Id)
            throw new RefusedException("迁移的经办人不能自己核对担保，请由另一名人员担保。", "officer");
        if (what.AcceptFindings is not null && string.IsNullOrWhiteSpace(what.AcceptFindings))
            throw new RefusedException("请写明接受检查发现的理由。", "accept_findings");

        var run = new MigrationRun(what, await chains.For(what.Body, ReviewChain.Migration, cancel), report, await Known(what.Body, cancel));
        Func<InspectedItem, IReadOnlyList<Finding>> check = (await checks.Ready(cancel)).Run;
        var folder = what.Folder is null ? null : new SourceFolder(what.Folder);
        var reading = Task.FromResult<IReadOnlyList<MovedItem>>([]);
        await foreach (var some in SourceLines.Read(lines, cancel).Chunk(AtOnce).WithCancellation(cancel))
        {
            // While one batch is written the next is read.
            var next = Read(run, some, folder, check, cancel);
            await Write(run, await reading, cancel);
            progress?.Report(run.Tally);
            reading = next;
        }

        await Write(run, await reading, cancel);
        if (what.AcceptFindings is not null)
            run.Published += await publishWaiting.Run(what, run.Waiting, report, cancel);
        await run.Links.Tell(report, () => db.ImportedItems.Where(item => item.Body == what.Body && item.Address != null).Select(item => item.Address!).ToListAsync(cancel));
        progress?.Report(run.Tally);
        report.Flush();
        return run.Tally;
    }

    private async Task<IReadOnlyList<MovedItem>> Read(MigrationRun run, (int Number, string Text)[] lines, SourceFolder? folder, Func<InspectedItem, IReadOnlyList<Finding>> check, CancellationToken cancel)
    {
        var items = new MovedItem[lines.Length];
        await Parallel.ForAsync(0, lines.Length, cancel, async (i, stop) => items[i] = await read.Run(run.What.Body, lines[i].Number, lines[i].Text, run.IsThere, folder, check, stop));
        return items;
    }

    private async Task Write(MigrationRun run, IReadOnlyList<MovedItem> items, CancellationToken cancel)
    {
        var fresh = run.Sort(items);
        if (fresh.Count == 0)
            return;
        List<Document> published = [];
        db.ChangeTracker.Clear();
        await bulk.Run(
            async () =>
            {
                published.Clear();
                return await Make(run, fresh, published, cancel);
            },
            () => listeners.Tell(published, cancel),
            cancel);
        run.Report.Flush();
    }

    private async Task<IReadOnlyList<Recorded>> Make(MigrationRun run, List<MovedItem> items, List<Document> published, CancellationToken cancel)
    {
        var numbers = await IndexNumbers.Of(db, run.What.Body, items.Select(item => item.Record!.IndexNumber), clock.Today(), cancel);
        var there = await Known(run.What.Body, items.Select(item => item.Record!.ExternalId), cancel);
        List<Recorded> made = [];
        foreach (var item in items)
        {
            // Another import of the same file may have been quicker.
            if (there.Contains(item.Record!.ExternalId))
            {
                run.AlreadyThere++;
                continue;
            }

            try
            {
                var moved = new MovedDocument(run, item, numbers, clock);
                made.Add(new Recorded(ledger.Entry(Act.MoveIn, run.What.Importer, moved.Document, moved.Note), [moved.Review, moved.Document, moved.Origin]));
                moved.Count();
                if (moved.Document.State.IsReadable)
                    published.Add(moved.Document);
            }
            catch (Exception refused) when (refused is RefusedException or NotLawfulException)
            {
                run.Fault(item.Line, item.Record.ExternalId, refused.Message);
            }
        }

        // Where nothing comes in, nothing was changed either.
        if (made.Count == 0)
            db.ChangeTracker.Clear();
        else
            ledger.Record(Act.VouchForMigration, run.What.Voucher, new Thing("migration", run.What.Source), new { documents = made.Count, published = published.Count, first_line = items[0].Line, last_line = items[^1].Line, findings_accepted = run.What.AcceptFindings });
        return made;
    }

    private Task<Dictionary<string, string>> Known(BodyId body, CancellationToken cancel) =>
        db.ImportedItems.Where(item => item.Body == body).ToDictionaryAsync(item => item.ExternalId, item => item.Digest, StringComparer.Ordinal, cancel);

    private async Task<HashSet<string>> Known(BodyId body, IEnumerable<string> keys, CancellationToken cancel)
    {
        List<string> wanted = [.. keys];
        return [.. await db.ImportedItems.Where(item => item.Body == body && wanted.Contains(item.ExternalId)).Select(item => item.ExternalId).ToListAsync(cancel)];
    }
}
