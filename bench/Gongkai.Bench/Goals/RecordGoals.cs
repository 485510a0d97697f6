using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench.Goals;

/// <summary>The record: bulk import against bare inserts of the very rows it writes, a work list over a hundred thousand documents, verification of the ledger.</summary>
internal static class RecordGoals
{
    private const int Documents = 5000;
    private const int OnTheBoard = 100_000;
    private const int PerPage = 50;
    private const int WarmTurn = 2000;
    private const int MostWarmTurns = 12;
    private const int StillTurns = 3;

    public static IEnumerable<Outcome> Run(WorkFolder folder) => All(folder).GetAwaiter().GetResult();

    /// <summary>The work list alone.</summary>
    public static IEnumerable<Outcome> RunBoard(WorkFolder folder) => BoardAlone(folder).GetAwaiter().GetResult();

    /// <summary>The import alone.</summary>
    public static IEnumerable<Outcome> RunImport(WorkFolder folder) => ImportAlone(folder).GetAwaiter().GetResult();

    private static async Task<List<Outcome>> BoardAlone(WorkFolder folder)
    {
        using var office = await Office.Open(folder.File("board"));
        return [BoardOutcome(await Board(office, await office.Officer(Role.OfficeHead)))];
    }

    private static Outcome BoardOutcome(double list) =>
        Outcome.AtMost("R2-board", list, 20, $"page of {PerPage} newest first, with the counts of every state, over {OnTheBoard} documents of one body, by stage, kind and attribute", "p95 ms of processor time");

    private static async Task<List<Outcome>> All(WorkFolder folder)
    {
        using var office = await Office.Open(folder.File("record"));
        var outcomes = await Imported(folder, office);
        var list = await Board(office, await office.Officer(Role.OfficeHead));
        var (entries, verify) = await Verify(office);
        return [.. outcomes, BoardOutcome(list), Outcome.AtLeast("R3-verify", entries / verify, 50_000, $"{entries} entries with their details", "entries/s")];
    }

    private static async Task<List<Outcome>> ImportAlone(WorkFolder folder)
    {
        using var office = await Office.Open(folder.File("import"));
        return await Imported(folder, office);
    }

    private static async Task<List<Outcome>> Imported(WorkFolder folder, Office office)
    {
        var voucher = await office.Officer(Role.OfficeHead);

        // A site is moved in once it runs: imports until their cost stands still, so that compiling is not what is measured; both begin with tables that are not empty.
        await Warm(office, voucher);
        await Checks(office);
        var raw = await office.Copy(folder.File("raw"));
        await office.Copy(folder.File("again"));
        var import = await Cost(() => Import(office, voucher, OldSite.Lines(Documents, "old")));
        var checks = await Cost(() => Checks(office));
        var (rows, bare) = RawInserts.Measure(Path.Combine(office.Folder, "gongkai.db"), raw);
        var written = await WriteAgain(office, folder.File("again"));
        return
        [
            Outcome.AtLeast("R1-write", bare / written, 0.3, $"{Documents} documents ready made, through the bulk path with their entries : the same {rows} rows inserted bare"),
            Outcome.AtLeast("R1-import", bare / (import - checks), 0.3, $"the same from a file, so with parsing, Markdown and cleaning of the HTML, pre-checks apart : the same inserts; {Documents / import:0} documents a second of processor time in all, {checks / import:0%} of it pre-checks"),
        ];
    }

    private static async Task Warm(Office office, Officer voucher)
    {
        var (best, still) = (double.MaxValue, 0);
        for (var turn = 0; turn < MostWarmTurns && still < StillTurns; turn++)
        {
            var file = OldSite.Lines(WarmTurn, $"warm{turn}");
            var now = await Cost(() => Import(office, voucher, file));
            still = now > best * 0.95 ? still + 1 : 0;
            best = Math.Min(best, now);
        }
    }

    private static Task<int> Import(Office office, Officer voucher, byte[] file) => office.In(async services =>
    {
        var tally = await services.GetRequiredService<MoveDocuments>().Run(new Migration(voucher.Body, Actor.System("bench", "测速"), voucher, "old.jsonl"), new MemoryStream(file), new ImportReport(TextWriter.Null), null, CancellationToken.None);
        return tally.Published == tally.Lines ? tally.Published : throw new InvalidOperationException($"{tally}");
    });

    private static Task<int> Checks(Office office) => office.In(async services =>
    {
        var check = await services.GetRequiredService<PreChecker>().Ready(CancellationToken.None);
        var texts = await services.GetRequiredService<GongkaiDb>().Documents.AsNoTracking().OrderByDescending(document => document.Id).SelectMany(document => document.Versions).Select(version => new { version.Title, version.Text }).Take(Documents).ToListAsync();
        return texts.Sum(text => check.Run(new InspectedItem(text.Title, text.Text) { MissingParticulars = ["内容概述", "法定公开事项"] }).Count);
    });

    /// <summary>What the import made, read back and written once more into an earlier copy.</summary>
    private static async Task<double> WriteAgain(Office office, string folder)
    {
        var (documents, reviews, origins) = await office.In(async services =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            var items = await db.ImportedItems.AsNoTracking().Where(item => item.ExternalId.StartsWith("old")).ToListAsync();
            var ids = items.Select(item => item.Document).ToHashSet();
            return ((await db.Documents.AsNoTracking().AsSplitQuery().ToListAsync()).Where(document => ids.Contains(document.Id)).ToList(), await db.Reviews.AsNoTracking().AsSplitQuery().ToDictionaryAsync(review => review.SubjectKey), items.ToDictionary(item => item.Document));
        });
        using var again = await Office.Open(folder, fresh: false);
        return await again.In(services =>
        {
            var (bulk, ledger, by) = (services.GetRequiredService<BulkInsert>(), services.GetRequiredService<Ledger>(), Actor.System("bench", "测速"));
            return Cost(async () =>
            {
                var rows = 0;
                foreach (var some in documents.Chunk(200))
                    rows += await bulk.Run(() => Task.FromResult<IReadOnlyList<Recorded>>([.. some.Select(document => new Recorded(ledger.Entry(Act.MoveIn, by, document, new { external_id = origins[document.Id].ExternalId }), [reviews[$"{document.Id.Value}"], document, origins[document.Id]]))]), null, CancellationToken.None);
                return rows;
            });
        });
    }

    private static async Task<double> Board(Office office, Officer voucher)
    {
        await Fill(office, await office.Officer(Role.CaseOfficer));
        List<double> times = [];
        var all = new DocumentFilter { Body = voucher.Body };
        DocumentFilter[] filters =
        [
            all, all with { Stage = DocumentStage.Drafting }, all with { Stage = DocumentStage.InReview }, all with { Stage = DocumentStage.Public }, all with { Stage = DocumentStage.Withdrawn },
            all with { Kind = DocumentKind.Information }, all with { Attribute = DisclosureAttribute.Proactive, Stage = DocumentStage.InReview },
        ];
        for (var turn = 0; turn < 60; turn++)
        {
            foreach (var filter in filters)
            {
                var start = ProcessorTime.Own;
                await office.In(services => Page(services.GetRequiredService<DocumentBoard>(), filter, turn % 10));
                times.Add((ProcessorTime.Own - start).TotalMilliseconds);
            }
        }

        return times.Skip(filters.Length * 5).Order().ElementAt((int)((times.Count - (filters.Length * 5)) * 0.95));
    }

    /// <summary>What the board of documents asks for, by the way it asks: counts of every state, of which the total follows, and a page.</summary>
    private static async Task<int> Page(DocumentBoard board, DocumentFilter filter, int page)
    {
        var counts = await board.Count(filter, CancellationToken.None);
        var total = filter.Stage is { } stage ? stage.States.Sum(state => counts.GetValueOrDefault(state)) : counts.Values.Sum();
        return total + (await board.Page(filter, total, page * PerPage, PerPage, CancellationToken.None)).Count;
    }

    private static Task<int> Fill(Office office, Officer clerk) => office.In(async services =>
    {
        var (bulk, ledger, clock) = (services.GetRequiredService<BulkInsert>(), services.GetRequiredService<Ledger>(), services.GetRequiredService<TimeProvider>());
        var content = CleanContent.Of(new DocumentContent { Title = "关于开展科技活动周的通知", Html = "<p>各有关单位：现将有关事项通知如下。</p>" });
        var there = await services.GetRequiredService<GongkaiDb>().Documents.CountAsync();
        foreach (var some in Enumerable.Range(0, OnTheBoard - there).Chunk(1000))
        {
            await bulk.Run(() => Task.FromResult<IReadOnlyList<Recorded>>([.. some.Select(i =>
            {
                var document = Document.Draft(new DocumentId(clock.NewGuid()), new NewDocument(clerk.Body, DocumentKind.Information), AttributeDecision.Proactive, content, clerk, clock.GetUtcNow());
                if (i % 3 == 0)
                    document.Submit(null, clerk, clock.GetUtcNow());
                return new Recorded(ledger.Entry(Act.ImportDraft, clerk, document), [document]);
            })]), null, CancellationToken.None);
        }

        return 0;
    });

    private static Task<(long Entries, double Seconds)> Verify(Office office) => office.In(async services =>
    {
        Gongkai.Ledgers.Chain.Verification? found = null;
        var cost = await Cost(async () =>
        {
            found = await services.GetRequiredService<LedgerVerifier>().Run(null, CancellationToken.None);
            return 0;
        });
        return found!.Holds ? (found.Entries, cost) : throw new InvalidOperationException(found.FirstBroken!.What);
    });

    /// <summary>Seconds of processor time, of every thread.</summary>
    private static async Task<double> Cost(Func<Task<int>> work)
    {
        GC.Collect();
        var start = ProcessorTime.Own;
        await work();
        return (ProcessorTime.Own - start).TotalSeconds;
    }
}
