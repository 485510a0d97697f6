using System.Globalization;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>迁入的一件: a document, the review in which it is vouched for, and where it came from, made by the steps that every document takes.</summary>
internal sealed class MovedDocument
{
    private readonly MigrationRun _run;
    private readonly MovedItem _item;

    /// <exception cref="NotLawfulException">It cannot be taken in.</exception>
    public MovedDocument(MigrationRun run, MovedItem item, IndexNumbers numbers, TimeProvider clock)
    {
        (_run, _item) = (run, item);
        var (what, record, now) = (run.What, item.Record!, clock.GetUtcNow());
        var evidence = new MigrationEvidence(string.Create(CultureInfo.InvariantCulture, $"{what.Source} 第{item.Line}行"), record.Url, record.PublishedOn);
        var own = numbers.Claim(record.IndexNumber);
        if (record.IndexNumber is not null && own is null)
            run.Report.Warning(item.Line, record.ExternalId, $"索引号“{record.IndexNumber}”已被别的事项使用，另给新号，原号保存在来源中。");
        Document = Document.MoveIn(new DocumentId(clock.NewGuid()), new NewDocument(what.Body, record.Kind), item.Content!, item.Attachments, evidence, own, what.Importer, now);
        var digest = Document.Submit(changes: null, what.Importer, now);
        var submission = new Submission(Document.RecordKind, $"{Document.Id.Value}", Document.Working.Number, digest, ForPublication: true, what.Body, Section: null, what.Importer, [.. Document.Editors.Select(editor => editor.Officer)], item.Findings) { Evidence = evidence };
        Review = Review.Start(new ReviewId(clock.NewGuid()), submission, run.Chain, now);
        if (!item.MustBeLookedAt || what.AcceptFindings is not null)
            Vouch(numbers, now);
        Origin = new ImportedItem
        {
            Body = what.Body,
            ExternalId = record.ExternalId,
            Document = Document.Id,
            Source = evidence.Source,
            Digest = record.Digest,
            Address = record.Url,
            PublishedOn = record.PublishedOn,
            Column = record.Column,
            Validity = record.Validity,
            Notes = own is null && record.IndexNumber is { } lost ? WithIndexNumber(record.Notes, lost) : record.Notes,
            ImportedAt = now,
        };
    }

    public Document Document { get; }
    public Review Review { get; }
    public ImportedItem Origin { get; }

    public object Note => new
    {
        external_id = Origin.ExternalId,
        address = Origin.Address,
        published_on = Origin.PublishedOn,
        vouched_by = _run.What.Voucher.Id.Value,
        review = Review.Id.Value,
        published = Document.State.IsReadable,
        findings = _item.Findings.Count(ReadMoved.MustBeLookedAt),
        index_number = Document.IndexNumber,
    };

    /// <summary>Counted once it is certain that it comes in.</summary>
    public void Count()
    {
        if (Document.State.IsReadable)
        {
            _run.Published++;
            return;
        }

        _run.Left++;
        _run.Report.Waiting(_item.Line, Origin.ExternalId, Document.Id.Value, [.. _item.Findings.Where(ReadMoved.MustBeLookedAt).Select(found => $"{found.Where}：{found.Words}（{found.Advice}）")]);
    }

    /// <summary>The voucher signs the first stage; where the body's chain asks for no more, the document is public by its proof like every other.</summary>
    private void Vouch(IndexNumbers numbers, DateTimeOffset now)
    {
        var (what, voucher) = (_run.What, new Signatory(_run.What.Voucher, null));
        Review.Sign(voucher, Verdict.Approve, Review.Stage!.Gates, "已在原网站公开，核对无误", [], _item.MustBeLookedAt ? what.AcceptFindings : null, now);
        if (Review.State != ReviewState.Completed)
            return;
        var proof = Review.Proof();
        Document.PassReview(proof, voucher, now);
        Document.Publish(proof, Document.IndexNumber ?? numbers.Next(), reason: null, voucher, now);
        MovedValidity.Apply(Document, _item.Record!.Validity, voucher, now);
    }

    private static string WithIndexNumber(string? notes, string number)
    {
        var all = notes is null ? [] : System.Text.Json.Nodes.JsonNode.Parse(notes)!.AsObject();
        all["index_number"] = number;
        return all.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

/// <summary>原有效性: what the old site said of a document's validity becomes a step of its history; since when, it did not say.</summary>
internal static class MovedValidity
{
    public static void Apply(Document document, string? validity, IActor by, DateTimeOffset now)
    {
        if (validity is null || !document.Kind.IsNormative)
            return;
        if (validity.Contains("废止", StringComparison.Ordinal))
            document.EndedBefore(isRepealed: true, "原网站标明已废止，废止日期以原件为准", by, now);
        else if (validity.Contains("失效", StringComparison.Ordinal))
            document.EndedBefore(isRepealed: false, "原网站标明已失效，失效日期以原件为准", by, now);
    }

    /// <summary>已修改, as the text says it; by what and when, a person adds with a revision.</summary>
    public static string? AmendmentOf(string? validity) =>
        validity is not null && (validity.Contains("修改", StringComparison.Ordinal) || validity.Contains("修订", StringComparison.Ordinal)) ? Amendment.Unknown("原网站标明已修改") : null;
}
