using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking;

/// <summary>诊断: what a rule says of one place in a report.</summary>
/// <param name="Rule">`R021`.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Result">Whether the rule failed or could not be decided.</param>
/// <param name="At">Cells, rows or sections concerned; the first is the one in question.</param>
/// <param name="Message">What is wrong, in plain Chinese with the figures.</param>
/// <param name="Source">Where it stands in the source.</param>
/// <param name="Suggestion">A repair, where exactly one reading fits.</param>
public sealed record Diagnostic(
    string Rule,
    Severity Severity,
    CheckResult Result,
    IReadOnlyList<string> At,
    string Message,
    SourcePlace? Source = null,
    string? Suggestion = null);

/// <summary>严重程度.</summary>
public enum Severity
{
    /// <summary>提示.</summary>
    Info,

    /// <summary>警告: probably wrong, or must be explained.</summary>
    Warning,

    /// <summary>错误: impossible under the definitions.</summary>
    Error,
}

/// <summary>检查结果 of a diagnostic; a rule without diagnostics has passed.</summary>
public enum CheckResult
{
    Fail,

    /// <summary>无法判断: a cell or fact that the rule needs is unreadable or missing.</summary>
    NotAssessable,
}
