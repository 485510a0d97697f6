using Gongkai.AnnualReports.Checking;

namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>标记: what stands in `[| |]`, which the rule must report: a cell or place (its path), or words of the text (their line).</summary>
internal abstract record Mark
{
    public abstract bool Fits(Diagnostic diagnostic);
}

/// <summary>A cell, row, table or section, by its path: the first `at` of the diagnostic.</summary>
internal sealed record PlaceMark(string Path) : Mark
{
    public override bool Fits(Diagnostic diagnostic) => diagnostic.At.Count > 0 && diagnostic.At[0] == Path;

    public override string ToString() => Path;
}

/// <summary>Words of a line of the running text: the diagnostic's source stands on this line and its text overlaps the words.</summary>
internal sealed record WordsMark(int Line, string Words) : Mark
{
    public override bool Fits(Diagnostic diagnostic) =>
        diagnostic.Source is { Line: { } line, Text: { } text } && line == Line &&
        (text.Contains(Words, StringComparison.Ordinal) || Words.Contains(text, StringComparison.Ordinal));

    public override string ToString() => $"line {Line} “{Words}”";
}

/// <summary>Takes the marks out of a line.</summary>
internal static class MarkedText
{
    public static (string Plain, IReadOnlyList<string> Marked) In(string line)
    {
        List<string> marked = [];
        for (var start = line.IndexOf("[|", StringComparison.Ordinal); start >= 0; start = line.IndexOf("[|", StringComparison.Ordinal))
        {
            var end = line.IndexOf("|]", start, StringComparison.Ordinal);
            if (end < 0)
                throw new FormatException($"mark without end: {line}");
            marked.Add(line[(start + 2)..end].Trim());
            line = line[..start] + line[(start + 2)..end] + line[(end + 2)..];
        }

        return (line, marked);
    }
}
