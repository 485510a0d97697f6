using Gongkai.Reviews;

namespace Gongkai.Web.Office.Documents;

/// <summary>检查结果列表: what the pre-checks found; with the text at hand each leads to its place.</summary>
/// <param name="Findings">What was found, the serious first.</param>
/// <param name="Text">The text they were found in, where the page shows it for editing.</param>
public sealed record FoundList(IReadOnlyList<Finding> Findings, string? Text)
{
    /// <summary>The words as they stand in the text, and how often they stand there before this place; null for what has no place.</summary>
    public (string Words, int Nth)? PlaceOf(Finding found)
    {
        if (Text is null || found.Where != "正文" || found.Words.Length == 0 || found.Offset + found.Words.Length > Text.Length)
            return null;
        var words = Text.Substring(found.Offset, found.Words.Length);
        if (words.AsSpan().ContainsAny('\n', '\t'))
            return null;
        var nth = 0;
        for (var at = Text.IndexOf(words, StringComparison.Ordinal); at >= 0 && at < found.Offset; at = Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            nth++;
        return (words, nth);
    }

    public static string Signal(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Serious => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    public static string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Serious => "不处理不得公开",
        FindingSeverity.Warning => "应当处理",
        _ => "提示",
    };
}
