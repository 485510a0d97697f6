namespace Gongkai.AnnualReports.Checking;

/// <summary>规则说明: number, title and default severity of a rule. Numbers are never reused.</summary>
/// <param name="Id">`R021`.</param>
/// <param name="Title">Chinese title, a few words: what is wrong when it fails.</param>
/// <param name="English">English title, for `--culture en`.</param>
/// <param name="Severity">Default severity; a diagnostic may lower it.</param>
public sealed record RuleDescriptor(string Id, string Title, string English, Severity Severity)
{
    /// <summary>Where its page stands.</summary>
    public string HelpPath => $"docs/rules/{Id}.md";
}
