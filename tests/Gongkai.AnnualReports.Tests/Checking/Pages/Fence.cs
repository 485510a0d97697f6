namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>代码块: a fenced block of a rule page.</summary>
/// <param name="Info">Words after the backticks: `report f2021 wrong`.</param>
/// <param name="Line">Line of the opening fence, from 1.</param>
/// <param name="Lines">Its lines with their own numbers.</param>
internal sealed record Fence(string Info, int Line, IReadOnlyList<(int Number, string Text)> Lines)
{
    public string Kind => Words[0];

    public string[] Words { get; } = Info.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The fences that have an info string, in order.</summary>
    public static IEnumerable<Fence> In(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;

            var info = lines[i][3..].Trim();
            var start = i;
            List<(int, string)> inner = [];
            for (i++; i < lines.Count && lines[i].TrimEnd() != "```"; i++)
                inner.Add((i + 1, lines[i]));
            if (info.Length > 0)
                yield return new Fence(info, start + 1, inner);
        }
    }
}
