using Gongkai.Bodies;

namespace Gongkai.Reviews;

/// <summary>受检内容: a thing as the checks see it.</summary>
public sealed record InspectedItem(string Title, string Text)
{
    /// <summary>Whose it is, for the words it keeps.</summary>
    public BodyId? Body { get; init; }

    public IReadOnlyList<InspectedFile> Files { get; init; } = [];

    /// <summary>Labels of required particulars that are empty.</summary>
    public IReadOnlyList<string> MissingParticulars { get; init; } = [];

    /// <summary>Of them those without which it may not be made public.</summary>
    public IReadOnlyList<string> BarringParticulars { get; init; } = [];

    /// <summary>Whether an interpretation is due for this kind and none is linked.</summary>
    public bool LacksInterpretation { get; init; }

    /// <summary>Wrong words and what is right.</summary>
    public IReadOnlyList<CheckedWord> WrongWords { get; init; } = [];

    /// <summary>Links of the text that do not answer.</summary>
    public IReadOnlyList<DeadLink> DeadLinks { get; init; } = [];

    /// <summary>Every text with the name of its place.</summary>
    public IEnumerable<(string Where, string Text)> Texts =>
        new[] { ("标题", Title), ("正文", Text) }.Concat(Files.SelectMany(file => file.Texts)).Where(text => text.Item2.Length > 0);
}

/// <summary>受检附件.</summary>
/// <param name="Name">As it is offered for download.</param>
/// <param name="Content">As it was uploaded.</param>
/// <param name="Text">Its words; null where they could not be read.</param>
public sealed record InspectedFile(string Name, byte[] Content, string? Text)
{
    /// <summary>Of an e-book, its chapters: the same words, each under the name of its place.</summary>
    public IReadOnlyList<(string Where, string Text)> Chapters { get; init; } = [];

    internal IEnumerable<(string Where, string Text)> Texts => Chapters.Count > 0 ? Chapters : Text is null ? [] : [(Name, Text)];
}
