using System.Text.RegularExpressions;

namespace Gongkai.Architecture.Tests;

/// <summary>What README and docs claim, where a program can check it.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string[] s_readmes = ["README.md", "README.zh-CN.md"];

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void A_readme_names_commands_that_exist_and_run(string readme)
    {
        var commands = Command().Matches(House.Text(readme)).Select(match => match.Groups["script"].Value).Distinct().ToList();

        Assert.Contains("run.sh", commands);
        Assert.Contains("build.sh", commands);
        Assert.All(commands, command =>
        {
            Assert.True(House.Has(command), command);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(House.Root, command)).HasFlag(UnixFileMode.UserExecute), command);
        });
    }

    [Fact]
    public void Links_between_documents_lead_somewhere() =>
        Assert.All(
            s_readmes.Concat(House.Files("docs", ".md")),
            document => Assert.All(
                Link().Matches(House.Text(document)).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)),
                target => Assert.True(House.Has(Path.Combine(Path.GetDirectoryName(document)!, target)), $"{document}: {target}")));

    [Fact]
    public void Decisions_are_numbered_without_a_gap_and_say_what_was_rejected()
    {
        var decisions = House.Files("docs/adr", ".md").ToList();

        Assert.Equal(
            Enumerable.Range(1, decisions.Count).Select(number => $"{number:0000}"),
            decisions.Select(path => Path.GetFileName(path)[..4]));
        Assert.All(decisions, path => Assert.All(
            ["## Context", "## Decision", "## Rejected", "## What becomes easier and harder"],
            heading => Assert.Contains($"\n{heading}\n", House.Text(path))));
        Assert.All(decisions, path => Assert.StartsWith($"# {int.Parse(Path.GetFileName(path)[..4])}. ", House.Text(path)));
    }

    [Fact]
    public void The_tree_of_the_architecture_page_is_the_tree_of_the_checkout()
    {
        var shown = new List<string>();
        var parents = new Stack<string>();
        foreach (var line in House.Text("docs/architecture.md").Split("```")[1].Split('\n'))
        {
            if (Folder().Match(line) is not { Success: true } folder)
                continue;
            while (parents.Count > folder.Groups["indent"].Length / 2)
                parents.Pop();
            parents.Push(parents.Count == 0 ? folder.Groups["name"].Value : $"{parents.Peek()}/{folder.Groups["name"].Value}");
            shown.Add(parents.Peek());
        }

        Assert.All(shown, folder => Assert.True(House.Has(folder), folder));
        Assert.All(House.Projects("src"), project => Assert.Contains(Path.GetDirectoryName(project), shown));
    }

    [Theory]
    [InlineData("docs/glossary.md")]
    [InlineData("docs/regulation.md")]
    public void Code_named_in_a_table_exists(string document)
    {
        var source = string.Concat(House.Files("src", ".cs").Select(House.Text));
        var types = TypeName().Matches(source).Select(match => match.Groups["name"].Value).ToHashSet();

        var named = House.Text(document).Split('\n').Where(line => line.StartsWith('|')).SelectMany(line => CodeName().Matches(line)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !types.Contains(name));
    }

    [GeneratedRegex(@"^\./(?<script>[a-z]+\.sh)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex("^(?<indent> *)(?<name>[A-Za-z.]+)/(\\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();

    [GeneratedRegex(@"\b(class|struct|record|enum|interface) (?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex("`([A-Z]\\w+)`")]
    private static partial Regex CodeName();
}
