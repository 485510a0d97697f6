using System.Text;

namespace Gongkai.AnnualReports.Comparing;

/// <summary>文字相似度: the share of short runs of characters that two texts have in common, blanks and signs left out.</summary>
public static class TextSimilarity
{
    private const int Run = 4;

    /// <summary>From 0 to 1 (Dice); null when a text is too short to say anything.</summary>
    public static double? Of(string one, string other)
    {
        var (a, b) = (Runs(one), Runs(other));
        if (a.Count == 0 || b.Count == 0)
            return null;
        var (few, many) = a.Count < b.Count ? (a, b) : (b, a);
        return 2.0 * few.Count(many.Contains) / (a.Count + b.Count);
    }

    private static HashSet<string> Runs(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                letters.Append(letter);
        }

        var plain = letters.ToString();
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= plain.Length; i++)
            runs.Add(plain.Substring(i, Run));
        return runs;
    }
}
