using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Gongkai.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search.Feeding;

/// <summary>变动来源: the record as the index follows it: the numbered entries of the ledger say what was touched, the documents themselves what everybody may read of it now.</summary>
internal sealed class Feed(GongkaiDb db, AttachmentTexts texts)
{
    /// <summary>The last entry; its hash tells this ledger from any other.</summary>
    public async Task<FeedPlace> Head(CancellationToken cancel) =>
        await db.LedgerEntries.AsNoTracking().OrderByDescending(entry => entry.Number).Select(entry => new FeedPlace(entry.Number, Convert.ToHexString(entry.Hash))).FirstOrDefaultAsync(cancel) ?? FeedPlace.Beginning;

    public async Task<bool> Has(FeedPlace place, CancellationToken cancel)
    {
        if (place == FeedPlace.Beginning)
            return true;
        var hash = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Number == place.Number).Select(entry => entry.Hash).SingleOrDefaultAsync(cancel);
        return hash is not null && Convert.ToHexString(hash) == place.Hash;
    }

    /// <summary>Documents touched after a place, in order, and how far that reaches.</summary>
    public async Task<(FeedPlace Place, IReadOnlyList<Guid> Documents)> After(FeedPlace place, int most, CancellationToken cancel)
    {
        var from = place.Number;
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Number > from).OrderBy(entry => entry.Number).Take(most).Select(entry => new { entry.Number, entry.Kind, entry.Key, entry.Hash }).ToListAsync(cancel);
        return entries.Count == 0 ? (place, []) : (new FeedPlace(entries[^1].Number, Convert.ToHexString(entries[^1].Hash)),
        [
            .. entries.Where(entry => entry.Kind == Document.RecordKind).Select(entry => Guid.TryParse(entry.Key, out var id) ? id : Guid.Empty).Distinct(),
        ]);
    }

    /// <summary>Every document that everybody may read.</summary>
    public Task<List<Guid>> All(CancellationToken cancel) => db.Documents.Readable.OrderBy(document => document.Id).Select(document => document.Id.Value).ToListAsync(cancel);

    /// <summary>Those of the named that everybody may read, as the index wants them.</summary>
    public async Task<IReadOnlyList<IndexedDocument>> Read(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.Select(id => new DocumentId(id)).ToList();
        List<IndexedDocument> read = [];
        foreach (var document in await db.Documents.AsNoTracking().AsSplitQuery().Readable.Where(document => wanted.Contains(document.Id)).ToListAsync(cancel))
        {
            if (document.Shown is { } shown)
                read.Add(Indexed(document, shown));
        }

        return read;
    }

    private IndexedDocument Indexed(Document document, DocumentVersion shown)
    {
        var (parts, isWaiting) = Parts(shown);
        var ended = Validities.Ended(document);
        var published = document.History.Count(taken => taken.Step == Procedure.Publish.Id);
        var changed = document.History.Last(taken => taken.Step == Procedure.Publish.Id || taken.Step == Procedure.Repeal.Id || taken.Step == Procedure.Expire.Id).On;
        var isAmended = shown.Amendments is not null;
        return new IndexedDocument
        {
            Id = document.Id.Value,
            Body = document.Body.Value,
            Kind = (int)document.Kind,
            Shown = shown.Number,
            Title = shown.Title,
            Text = shown.Text,
            Particulars = string.Join('\n', ((string?[])[shown.DocumentNumber, document.IndexNumber, shown.Issuer, shown.JointIssuers, shown.Keywords, shown.Summary]).Where(value => !string.IsNullOrWhiteSpace(value))),
            Parts = parts,
            IsWaitingForParts = isWaiting,
            Topic = shown.Topic ?? "",
            Item = shown.Article20Item ?? "",
            Column = shown.Column ?? "",
            ChangedOn = changed,
            PublishedOn = document.PublishedOn ?? document.UpdatedOn ?? default,
            HasValidity = document.Kind.IsNormative,
            IsAmended = isAmended,
            EndedOn = ended,
            EndsByRepeal = ended is { } end && Validities.On(document, end) == Validity.Repealed,
            Stamp = $"{shown.Number}|{document.PublishedOn:O}|{document.UpdatedOn:O}|{changed:O}|{ended:O}|{published}{(isAmended || published > 1 ? $":{isAmended}" : "")}|{document.IndexNumber}",
        };
    }

    private (IReadOnlyList<TextPart> Parts, bool IsWaiting) Parts(DocumentVersion shown)
    {
        List<TextPart> parts = [];
        var isWaiting = false;
        foreach (var attachment in shown.Attachments)
        {
            var known = texts.Known(attachment);
            isWaiting |= known is null;
            parts.AddRange(known ?? [new TextPart(attachment.Number, attachment.Name, null, "")]);
        }

        return (parts, isWaiting);
    }

    /// <summary>Attachments of the named documents that nobody has read yet.</summary>
    public async Task<IReadOnlyList<Attachment>> Unread(Guid id, CancellationToken cancel)
    {
        var wanted = new DocumentId(id);
        var document = await db.Documents.AsNoTracking().AsSplitQuery().Readable.SingleOrDefaultAsync(document => document.Id == wanted, cancel);
        return [.. (document?.Shown?.Attachments ?? []).Where(attachment => texts.Known(attachment) is null)];
    }
}

/// <summary>位置: how far the index follows the ledger.</summary>
internal sealed record FeedPlace(long Number, string Hash)
{
    public static FeedPlace Beginning { get; } = new(0, "");
}
