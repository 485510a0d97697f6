using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>批量起草的要求.</summary>
/// <param name="Body">Whose drafts they become.</param>
/// <param name="Author">Who drafts; reviews none of them.</param>
/// <param name="Source">The table, as it is to be remembered.</param>
public sealed record DraftTable(BodyId Body, Officer Author, string Source);

/// <summary>批量导入草稿: a table and the files it names become drafts, which go through review one by one like every other. What came in before, by its number or by what it says, is left alone.</summary>
public sealed class ImportDrafts(GongkaiDb db, BulkInsert bulk, Ledger ledger, Authority authority, AttachmentIntake intake, TimeProvider clock)
{
    /// <summary>Titles of columns that the table may have.</summary>
    public static IReadOnlyList<string> Titles => DraftRows.Titles;

    private const int AtOnce = 100;
    private const int LargestText = 50 << 20;

    /// <param name="what">Whose and by whom.</param>
    /// <param name="table">The CSV table.</param>
    /// <param name="files">Where its files are; null where it names none.</param>
    /// <param name="report">Told what did not come in, row by row.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancel">To stop; what was written stays, and the next run goes on.</param>
    public async Task<ImportTally> Run(DraftTable what, Stream table, FilePile? files, ImportReport report, IProgress<ImportTally>? progress, CancellationToken cancel)
    {
        await authority.Demand(what.Author, Permission.DraftDocuments, what.Body, cancel);
        var (rows, unknown) = await DraftRows.Read(table, cancel);
        if (unknown.Count > 0)
            report.UnknownKeys(1, unknown);
        var sections = await db.Sections.Where(section => section.Body == what.Body).ToDictionaryAsync(section => section.Name, section => section.Id, StringComparer.Ordinal, cancel);
        var columns = (await db.ColumnsOf(what.Body, cancel)).Where(column => column is { TakesChosen: true, IsShown: true }).ToList();
        Dictionary<string, int> met = new(StringComparer.Ordinal);
        var tally = new ImportTally(0, 0, 0, 0, 0, 0);
        foreach (var some in rows.Chunk(AtOnce))
        {
            var there = await Known(what.Body, some, cancel);
            List<ReadyDraft> ready = [];
            foreach (var row in some)
            {
                tally = tally with { Lines = tally.Lines + 1 };
                try
                {
                    if (!met.TryAdd(row.Key, row.Line))
                        throw new RefusedException($"与第{met[row.Key]}行相同，没有导入。");
                    if (there.TryGetValue(row.Key, out var digest))
                    {
                        tally = tally with { AlreadyThere = tally.AlreadyThere + 1 };
                        if (digest != row.Digest)
                            report.Warning(row.Line, row["external_id"], "已导入过，此后这一行有改动：没有重新导入，请修改草稿。");
                        continue;
                    }

                    var draft = await Read(what, row, files, sections, columns, cancel);
                    ready.Add(draft);
                    report.Links(row.Line, row.Key, [.. ImportedLinks.In(draft.Content.Content.Html, page: null, carried: []).Select(link => link.AbsoluteUri)], oldSite: []);
                }
                catch (RefusedException refused)
                {
                    tally = tally with { Errors = tally.Errors + 1 };
                    report.Error(row.Line, row["external_id"], refused.Message);
                }
            }

            tally = tally with { Drafted = tally.Drafted + await Write(what, ready, cancel) };
            report.Flush();
            progress?.Report(tally);
        }

        return tally;
    }

    private async Task<ReadyDraft> Read(DraftTable what, DraftRow row, FilePile? files, Dictionary<string, SectionId> sections, IReadOnlyList<CatalogueColumn> columns, CancellationToken cancel)
    {
        var kind = row.OneOf("kind", DocumentKind.Information, kind => kind.Name);
        if (kind == DocumentKind.Interpretation)
            throw new RefusedException("政策解读要关联所解读的文件，请在平台上逐件起草。", "kind");
        SectionId? section = row["section"] is { } name ? sections.TryGetValue(name, out var known) ? known : throw new RefusedException($"本机关没有科室“{name}”。", "section") : null;
        var attribute = new AttributeDecision(row.OneOf("attribute", DisclosureAttribute.Proactive, attribute => attribute.Name), row["ground"], Reason: row["reason"])
        {
            Evidence = row["evidence"],
            SecrecyLevel = row["secrecy_level"] is null ? null : row.OneOf("secrecy_level", SecrecyLevel.Confidential, level => level.Name),
            SecretUntil = row.Day("secret_until"),
            ClassifiedBy = row["classified_by"],
            ThirdParty = row["third_party"] is null ? null : row.OneOf("third_party", ThirdPartyAnswer.Objects, answer => answer.Name),
        }.Demand();
        var content = await Content(row, files, cancel);
        content.Follows = await Decision(what.Body, row["follows"], cancel);
        content.Column = row["column"] is { } column ? columns.FirstOrDefault(one => one.Key == column || one.Name == column)?.Key ?? throw new RefusedException($"没有可以放入的栏目“{column}”。", "column") : null;
        if (string.IsNullOrWhiteSpace(content.Title))
            throw new RefusedException("没有标题。", "title");
        var clean = CleanContent.Of(content);
        List<Attachment> attachments = [];
        foreach (var path in row.Listed("attachments"))
        {
            await using var file = Open(files, path, out var fileName);
            var shown = AttachmentIntake.Named(fileName);
            if (attachments.Exists(other => string.Equals(other.Name, shown, StringComparison.OrdinalIgnoreCase)))
                throw new RefusedException($"两个附件同名：“{shown}”。", "attachments");
            attachments.Add(await intake.Keep(attachments.Count + 1, shown, file, cancel));
        }

        attribute.DemandFit(clean.Content, attachments.Count);
        return new ReadyDraft(row, new NewDocument(what.Body, kind) { Section = section }, attribute, clean, attachments);
    }

    /// <summary>The decision a row reports on, named by its 索引号.</summary>
    private async Task<DocumentId?> Decision(BodyId body, string? indexNumber, CancellationToken cancel)
    {
        if (indexNumber is null)
            return null;
        var found = await db.Documents.Where(document => document.Body == body && document.IndexNumber == indexNumber && document.Stage == OpennessStage.Decision).Select(document => (DocumentId?)document.Id).SingleOrDefaultAsync(cancel);
        return found ?? throw new RefusedException($"所落实的决策“{indexNumber}”不是本机关已公开的决策的索引号。", "follows");
    }

    private static async Task<DocumentContent> Content(DraftRow row, FilePile? files, CancellationToken cancel)
    {
        var found = row["text_file"] is { } path ? await Found(files, path, cancel) : new DocumentContent { Html = MarkdownText.ToHtml(row["text"] ?? "") };
        found.Title = row["title"] ?? found.Title;
        found.Summary = row["summary"] ?? found.Summary;
        found.DocumentNumber = row["document_number"] ?? found.DocumentNumber;
        found.Issuer = row["issuer"] ?? found.Issuer;
        found.JointIssuers = row["joint_issuers"];
        found.Amendments = row["amendments"];
        found.CreatedOn = row.Day("created_on") ?? found.CreatedOn;
        found.EffectiveOn = row.Day("effective_on") ?? found.EffectiveOn;
        found.ExpiresOn = row.Day("expires_on") ?? found.ExpiresOn;
        found.Topic = row["topic"]?.Replace('/', '\\') ?? found.Topic;
        found.Genre = row["genre"];
        found.Article20Item = row["article20_item"];
        found.Keywords = row["keywords"] ?? found.Keywords;
        found.Stage = row["stage"] is null ? null : row.OneOf("stage", OpennessStage.Decision, stage => stage.Name);
        found.ExecutionDue = row.Day("execution_due");
        found.ResultDue = row.Day("result_due");
        return found;
    }

    private static async Task<DocumentContent> Found(FilePile? files, string path, CancellationToken cancel)
    {
        await using var file = Open(files, path, out var name);
        using var whole = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int read; (read = await file.ReadAsync(chunk, cancel)) > 0;)
        {
            if (whole.Length + read > LargestText)
                throw new RefusedException($"正文文件“{path}”超过{LargestText >> 20}MB。", "text_file");
            whole.Write(chunk, 0, read);
        }

        try
        {
            return FoundParticulars.In(whole.ToArray(), Path.GetFileName(name));
        }
        catch (Exception unreadable) when (unreadable is UnreadableFileException or ProgramMissingException)
        {
            throw new RefusedException($"正文文件“{path}”：{unreadable.Message}", "text_file");
        }
    }

    private static Stream Open(FilePile? files, string path, out string name) =>
        files is null ? throw new RefusedException($"表格提到文件“{path}”，但没有给出文件所在的目录或者压缩包。", "files") : files.Open(path, out name);

    private async Task<int> Write(DraftTable what, List<ReadyDraft> ready, CancellationToken cancel)
    {
        if (ready.Count == 0)
            return 0;
        var drafted = 0;
        db.ChangeTracker.Clear();
        await bulk.Run(
            async () =>
            {
                var there = await Known(what.Body, [.. ready.Select(draft => draft.Row)], cancel);
                List<Recorded> made = [.. ready.Where(draft => !there.ContainsKey(draft.Row.Key)).Select(draft => Make(what, draft))];
                drafted = made.Count;
                if (drafted > 0)
                    ledger.Record(Act.ImportDrafts, what.Author, new Thing("draft_table", what.Source), new { drafts = drafted, first_line = ready[0].Row.Line, last_line = ready[^1].Row.Line });
                return made;
            },
            written: null,
            cancel);
        return drafted;
    }

    private Recorded Make(DraftTable what, ReadyDraft draft)
    {
        var now = clock.GetUtcNow();
        var document = Document.Draft(new DocumentId(clock.NewGuid()), draft.What, draft.Attribute, draft.Content, what.Author, now);
        foreach (var attachment in draft.Attachments)
            document.Attach(attachment, what.Author, now);
        var origin = new ImportedItem { Body = what.Body, ExternalId = draft.Row.Key, Document = document.Id, Source = $"{what.Source} 第{draft.Row.Line}行", Digest = draft.Row.Digest, ImportedAt = now };
        return new Recorded(ledger.Entry(Act.ImportDraft, what.Author, document, new { source = origin.Source }), [document, origin]);
    }

    private Task<Dictionary<string, string>> Known(BodyId body, IReadOnlyList<DraftRow> rows, CancellationToken cancel)
    {
        List<string> keys = [.. rows.Select(row => row.Key)];
        return db.ImportedItems.Where(item => item.Body == body && keys.Contains(item.ExternalId)).ToDictionaryAsync(item => item.ExternalId, item => item.Digest, StringComparer.Ordinal, cancel);
    }

    private sealed record ReadyDraft(DraftRow Row, NewDocument What, AttributeDecision Attribute, CleanContent Content, IReadOnlyList<Attachment> Attachments);
}
