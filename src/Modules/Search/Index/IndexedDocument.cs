namespace Gongkai.Search.Index;

/// <summary>入索引的文件: what the index is told of a public document; everything in it anybody may read.</summary>
internal sealed record IndexedDocument
{
    public required Guid Id { get; init; }
    public required Guid Body { get; init; }
    public required int Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>文号、索引号、发文机关、关键词 and what else describes it, one a line.</summary>
    public string Particulars { get; init; } = "";

    /// <summary>Attachments and the pages of them, in order.</summary>
    public IReadOnlyList<TextPart> Parts { get; init; } = [];

    /// <summary>Attachments of it have not been read yet.</summary>
    public bool IsWaitingForParts { get; init; }

    public int Shown { get; init; } = 1;
    public string Topic { get; init; } = "";
    public string Item { get; init; } = "";

    /// <summary>栏目 it was put into, by its key.</summary>
    public string Column { get; init; } = "";
    public DateOnly PublishedOn { get; init; }

    /// <summary>最近变更: when it was last published here, revised, or said to be repealed or expired; the day of publication where nothing is said.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>Of rules and normative documents: whether it was changed, and the first day on which it no longer holds.</summary>
    public bool HasValidity { get; init; }
    public bool IsAmended { get; init; }
    public DateOnly? EndedOn { get; init; }
    public bool EndsByRepeal { get; init; }

    /// <summary>What tells whether anything the public sees has changed since.</summary>
    public string Stamp { get; init; } = "";
}

/// <summary>一段: the text of an attachment, or of one page of it.</summary>
internal sealed record TextPart(int Attachment, string Name, int? Page, string Text)
{
    /// <summary>The page begins in the middle of a sentence that the page before began.</summary>
    public bool RunsOn { get; init; }
}
