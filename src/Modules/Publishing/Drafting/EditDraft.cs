using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>修改草稿. Of two people who edit one draft the second is told what the first changed, and nothing of either is lost.</summary>
public sealed class EditDraft(DocumentDesk desk)
{
    /// <param name="id">Which document.</param>
    /// <param name="content">All of it, as it shall be.</param>
    /// <param name="base">The content the person began with, so that a conflict can be named field by field.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">The version the person saw.</param>
    /// <param name="cancel">To stop.</param>
    /// <exception cref="DraftChangedException">Somebody else changed it meanwhile.</exception>
    public async Task<Document> Run(DocumentId id, DocumentContent content, DocumentContent? @base, Officer by, uint? seen, CancellationToken cancel)
    {
        var document = await desk.Open(id, Permission.DraftDocuments, by, seen: null, cancel);
        if (seen is { } version && version != document.Version)
            throw Conflict(document, @base);
        if (content.Follows != document.Working.Follows)
            await desk.DemandDecision(content.Follows, document.Body, cancel);
        if (content.Column != document.Working.Column)
            await desk.DemandColumn(content.Column, document.Body, cancel);
        document.Edit(CleanContent.Of(content, document.Working), by, desk.Now);
        try
        {
            await desk.Close(document, Act.EditDraft, by, cancel);
        }
        catch (ChangedMeanwhileException)
        {
            desk.Db.ChangeTracker.Clear();
            throw Conflict(await desk.Open(id, Permission.DraftDocuments, by, seen: null, cancel), @base);
        }

        return document;
    }

    private static DraftChangedException Conflict(Document stored, DocumentContent? @base) =>
        new(stored.Working.EditedByName, stored.Version, @base is null ? [] : [.. ContentFields.Between(@base, stored.Working).Where(change => change.Key != ContentFields.ChangeReason)]);
}

/// <summary>草稿已被他人修改: who, and which fields how.</summary>
public sealed class DraftChangedException(string who, uint version, IReadOnlyList<FieldChange> changes)
    : Exception($"您打开页面之后，{who}修改了这份草稿{(changes.Count == 0 ? "" : $"的{string.Join("、", changes.Select(change => change.Label))}")}，您的修改没有保存。")
{
    public string Who { get; } = who;

    /// <summary>The version now, to save upon after looking.</summary>
    public uint Version { get; } = version;
    public IReadOnlyList<FieldChange> Changes { get; } = changes;
}
