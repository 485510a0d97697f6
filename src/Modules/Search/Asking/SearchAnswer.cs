namespace Gongkai.Search;

/// <summary>检索结果.</summary>
public sealed record SearchAnswer(int Total, IReadOnlyList<FoundDocument> Items)
{
    /// <summary>Null where they were not asked for.</summary>
    public SearchFacets? Facets { get; init; }

    /// <summary>What was done because nothing had all the words; null when nothing was.</summary>
    public string? Relaxed { get; init; }

    /// <summary>Words to mark, folded.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The index is being built anew; what is found may be older than a moment.</summary>
    public bool IsRebuilding { get; init; }
}

/// <summary>联想: what could be meant, and where it is.</summary>
public sealed record Suggestion(string Text, string Url);

/// <summary>找到的文件.</summary>
public sealed record FoundDocument(Guid Id, string Title, string Body, string BodyName, DateOnly PublishedOn, float Score)
{
    public string? ExternalId { get; init; }
    public string? DocumentNumber { get; init; }
    public string? IndexNumber { get; init; }

    /// <summary>Whether it is in force, in a word of Validity; null for what has none.</summary>
    public string? Validity { get; init; }

    /// <summary>What happened to it within the days asked for, where the question was about changes; oldest first.</summary>
    public IReadOnlyList<FoundChange> Changes { get; init; } = [];
    public IReadOnlyList<MarkedPart> MarkedTitle { get; init; } = [];
    public IReadOnlyList<MarkedPart> Snippet { get; init; } = [];

    /// <summary>Where the snippet stands, when it stands in an attachment.</summary>
    public FoundIn? In { get; init; }

    public string Url => $"/documents/{Id}";
}

/// <summary>所在附件: its number, name, and the page of a PDF or the chapter of an e-book.</summary>
public sealed record FoundIn(int Attachment, string Name, int? Page)
{
    /// <summary>第n页 or 第n章; null where neither is known.</summary>
    public string? Place => Page is not { } page ? null : IsBook ? $"第{page}章" : $"第{page}页";

    /// <summary>Below the address of the document: a chapter is read on a page of its own.</summary>
    public string Path => IsBook && Page is { } chapter ? $"/attachments/{Attachment}/read/{chapter}" : $"/attachments/{Attachment}";

    /// <summary>The same, at the page where the browser can turn to it.</summary>
    public string PathToPage => !IsBook && Page is { } page ? $"{Path}#page={page}" : Path;

    private bool IsBook => System.IO.Path.GetExtension(Name).Equals(".epub", StringComparison.OrdinalIgnoreCase);
}

/// <summary>一段文字, marked or not; escaping is for whoever writes it.</summary>
public readonly record struct MarkedPart(string Text, bool IsMarked);

/// <summary>分面: how many there are of each value.</summary>
public sealed record SearchFacets(IReadOnlyList<FacetValue> Body, IReadOnlyList<FacetValue> Level, IReadOnlyList<FacetValue> Kind, IReadOnlyList<FacetValue> Topic, IReadOnlyList<FacetValue> Year, IReadOnlyList<FacetValue> Validity)
{
    /// <summary>栏目: of the body's own where a body is named, else of the standard ones; a document stands in as many as take it in.</summary>
    public IReadOnlyList<FacetValue> Column { get; init; } = [];

    /// <summary>近一个月 and longer, each by the day it begins.</summary>
    public IReadOnlyList<FacetValue> Recent { get; init; } = [];
}

/// <summary>One value: what programs call it, what people read, how many.</summary>
public sealed record FacetValue(string Key, string Name, int Count);
