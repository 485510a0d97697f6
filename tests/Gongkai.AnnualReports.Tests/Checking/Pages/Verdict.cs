using Gongkai.AnnualReports.Checking;

namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>裁定: whether what a rule said is what its page claims.</summary>
internal static class Verdict
{
    /// <summary>Why it is not, with all that was reported; null when it is.</summary>
    public static string? On(RuleCase example, IReadOnlyList<Diagnostic> said) =>
        Reason(example, said) is { } reason ? $"{reason}\nreported:\n{string.Join('\n', said.Select(Line).DefaultIfEmpty("  nothing"))}" : null;

    private static string? Reason(RuleCase example, IReadOnlyList<Diagnostic> said)
    {
        var (wanted, other) = example.Expected == "not-assessable" ? (CheckResult.NotAssessable, CheckResult.Fail) : (CheckResult.Fail, CheckResult.NotAssessable);
        switch (example.Expected)
        {
            case "right" or "not-applied":
                return said.Count == 0 ? null : "the rule should have nothing to say";
            case "wrong" when example.Marks.Count == 0:
                return "a wrong example marks with [| |] what must be reported";
            case not ("wrong" or "not-assessable"):
                return $"unknown expectation {example.Expected}";
        }

        if (!said.Any(diagnostic => diagnostic.Result == wanted))
            return $"the rule should report {wanted} at {string.Join(", ", example.Marks)}";
        if (said.FirstOrDefault(diagnostic => diagnostic.Result == other) is { } stray)
            return $"no {other} is expected: {Line(stray)}";
        if (example.Marks.FirstOrDefault(mark => !said.Any(mark.Fits)) is { } missed)
            return $"marked but not reported: {missed}";
        if (example.Marks.Count > 0 && said.FirstOrDefault(diagnostic => !example.Marks.Any(mark => mark.Fits(diagnostic))) is { } extra)
            return $"reported but not marked: {Line(extra)}";
        if (example.Severity is { } severity && said.FirstOrDefault(diagnostic => diagnostic.Severity != severity) is { } louder)
            return $"severity should be {severity}: {Line(louder)}";
        if (example.Says is { } words && !said.Any(diagnostic => $"{diagnostic.Message}{diagnostic.Suggestion}".Contains(words, StringComparison.Ordinal)))
            return $"no message says “{words}”";
        return null;
    }

    private static string Line(Diagnostic diagnostic) =>
        $"  {diagnostic.Severity} {diagnostic.Result} [{string.Join(", ", diagnostic.At)}] {diagnostic.Message}{(diagnostic.Suggestion is { } s ? $" → {s}" : "")} (line {diagnostic.Source?.Line}, “{diagnostic.Source?.Text}”)";
}
