using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Tests.Checking.Pages;

namespace Gongkai.AnnualReports.Tests.Checking;

/// <summary>规则说明页: every page explains a rule, and what its examples claim is what the rule says.</summary>
public sealed class RulePages
{
    public static IEnumerable<TheoryDataRow<string>> Examples() =>
        RulePage.All.SelectMany(page => page.Cases).Select(example => new TheoryDataRow<string>(example.Name) { TestDisplayName = example.Name });

    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        RulePage.All.Select(page => new TheoryDataRow<string>(page.Id) { TestDisplayName = $"{page.Id}.md" });

    [Theory]
    [MemberData(nameof(Examples))]
    public void Say_what_the_rule_says(string name)
    {
        var example = RulePage.All.SelectMany(page => page.Cases).Single(example => example.Name == name);
        var rule = Checker.Rules.FirstOrDefault(rule => rule.Descriptor.Id == example.Rule);
        Assert.True(rule is not null, $"no rule {example.Rule}");

        var applies = rule.AppliesTo(example.Subject);
        Assert.True(applies == (example.Expected != "not-applied"), applies ? "the rule applies" : "the rule does not apply");
        IReadOnlyList<Diagnostic> said = applies ? [.. rule.Check(example.Subject)] : [];

        var failure = Verdict.On(example, said);
        Assert.True(failure is null, failure);
    }

    [Fact]
    public void Exist_for_every_rule_and_only_for_rules() =>
        Assert.Equal(
            Checker.Rules.Select(rule => $"# {rule.Descriptor.Id} {rule.Descriptor.Title}"),
            RulePage.All.Select(page => page.FirstLine.TrimEnd()));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Show_the_rule_breaking_and_holding(string id)
    {
        var page = RulePage.All.Single(page => page.Id == id);

        Assert.StartsWith($"# {id} ", page.FirstLine, StringComparison.Ordinal);
        Assert.Contains(page.Cases, example => example.Expected == "wrong");
        Assert.Contains(page.Cases, example => example.Expected == "right");
    }
}
