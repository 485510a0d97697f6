namespace Gongkai.AnnualReports.Reading;

/// <summary>A label that is looked for, in the order of the form.</summary>
/// <param name="Key">What it is: a row key, `group:refused`, `caption:t2.art20_1`, `header:…`.</param>
/// <param name="Labels">Chinese characters of the label and of its variants, longest first.</param>
/// <param name="Number">Number printed before it, normalised: `1.`, `(三)`, `四、`; null when it has none.</param>
internal sealed record LabelTarget(string Key, IReadOnlyList<string> Labels, string? Number = null)
{
    public static LabelTarget Of(string key, string label, IEnumerable<string>? also = null, string? number = null) =>
        new(key, [.. ((IEnumerable<string>)[label, .. also ?? []]).Select(Normal.HanOnly).Distinct().OrderByDescending(text => text.Length)], number is null ? null : Normal.Of(number));
}

/// <summary>Where a label was found.</summary>
/// <param name="Target">Index of the target.</param>
/// <param name="Start">First character in the <see cref="HanStream"/>.</param>
/// <param name="End">One past the last character that belongs to it.</param>
/// <param name="Score">How sure.</param>
internal readonly record struct LabelMatch(int Target, int Start, int End, double Score);
