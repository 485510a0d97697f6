using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>What a label stands over or before.</summary>
internal enum LabelKind
{
    /// <summary>What stands before the first label.</summary>
    Head,
    Caption,
    Column,
    Group,
    Row,
    Word,
}

/// <summary>A label that is looked for, in the order of the form.</summary>
/// <param name="Kind">What it labels.</param>
/// <param name="Key">Key of the row, column, group or table.</param>
/// <param name="Labels">Chinese characters of the label and of its variants, longest first.</param>
/// <param name="Number">Number printed before it, normalised: `1.`, `(三)`, `四、`; null when it has none.</param>
internal sealed record LabelTarget(LabelKind Kind, string Key, IReadOnlyList<string> Labels, string? Number = null)
{
    /// <summary>The target of the stretch before the first label.</summary>
    public static readonly LabelTarget Head = new(LabelKind.Head, "", []);

    /// <summary>The table it belongs to, where several are read together.</summary>
    public FormTable? Table { get; init; }

    public static LabelTarget Of(LabelKind kind, string key, string label, IEnumerable<string>? also = null, string? number = null) =>
        new(kind, key, [.. ((IEnumerable<string>)[label, .. also ?? []]).Select(Normal.HanOnly).Distinct().OrderByDescending(text => text.Length)], number is null ? null : Normal.Of(number));
}

/// <summary>Where a label was found.</summary>
/// <param name="Target">Index of the target.</param>
/// <param name="Start">First character in the <see cref="HanStream"/>.</param>
/// <param name="End">One past the last character that belongs to it.</param>
/// <param name="Score">How sure.</param>
internal readonly record struct LabelMatch(int Target, int Start, int End, double Score);
