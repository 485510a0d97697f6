using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>版本: a content of a document. It is edited while it is drafted and never again once it was reviewed.</summary>
public sealed class DocumentVersion(int number) : DocumentContent
{
    private readonly NumberedCollection<Attachment> _attachments = new(attachment => attachment.Number);

    public int Number { get; } = number;

    /// <summary>The words of <see cref="DocumentContent.Html"/>, for search and checks.</summary>
    public string Text { get; internal set; } = "";
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>修改的内容和原因 of a revision, as it was submitted: reviewed with the text, public with it.</summary>
    public string? ChangeReason { get; internal set; }
    public OfficerId? EditedBy { get; internal set; }
    public string EditedByName { get; internal set; } = "";
    public DateTimeOffset EditedAt { get; internal set; }

    internal void Attach(Attachment attachment) => _attachments.Add(attachment);

    internal void Detach(Attachment attachment) => _attachments.Remove(attachment);
}

/// <summary>编辑人: who wrote at a version.</summary>
public sealed record Editor(int Version, OfficerId Officer);
