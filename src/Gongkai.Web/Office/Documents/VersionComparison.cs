using Gongkai.Publishing;

namespace Gongkai.Web.Office.Documents;

/// <summary>版本对照: fields, attachments and text of two versions of a document.</summary>
public sealed record VersionComparison(DocumentVersion Before, DocumentVersion After)
{
    /// <summary>All but the text.</summary>
    public IReadOnlyList<FieldChange> Fields { get; } = [.. ContentFields.Between(Before, After).Where(change => change.Key != "html")];

    public IReadOnlyList<ParagraphChange> Text { get; } = TextDifference.Between(Before.Text, After.Text);

    public IReadOnlyList<string> Removed { get; } = [.. Before.Attachments.Where(one => !After.Attachments.Any(other => other.Name == one.Name && other.Original == one.Original)).Select(one => one.Name)];

    public IReadOnlyList<string> Added { get; } = [.. After.Attachments.Where(one => !Before.Attachments.Any(other => other.Name == one.Name && other.Original == one.Original)).Select(one => one.Name)];

    /// <summary>As people read a field's value.</summary>
    public static string? Shown(FieldChange change, string? value) => change.Key == "article20_item" ? Classes.Item(value)?.Label ?? value : value;

    /// <summary>The layout was changed and no word of it.</summary>
    public bool OnlyLayout => Before.Html != After.Html && !Text.Any(paragraph => paragraph.IsChanged);

    public bool IsSame => Fields.Count == 0 && Removed.Count == 0 && Added.Count == 0 && Before.Html == After.Html;
}
