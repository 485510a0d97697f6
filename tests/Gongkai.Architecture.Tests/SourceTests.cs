namespace Gongkai.Architecture.Tests;

/// <summary>Habits of the source that a program can see.</summary>
public sealed class SourceTests
{
    [Fact]
    public void Nothing_in_src_is_left_for_later()
    {
        string[] words = ["TODO", "FIXME", "HACK", "NotImplementedException"];

        Assert.DoesNotContain(
            House.Files("src", ".cs", ".cshtml", ".css", ".js", ".json"),
            file => words.Any(word => House.Text(file).Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_of_code_has_at_most_four_hundred_lines() =>
        Assert.DoesNotContain(
            new[] { "src", "tests", "bench" }.Where(House.Has).SelectMany(folder => House.Files(folder, ".cs", ".cshtml", ".js")),
            file => House.Text(file).AsSpan().Count('\n') > 400);

    [Fact]
    public void Every_check_that_is_switched_off_says_why_on_a_line_above()
    {
        var explained = false;
        foreach (var line in House.Text(".editorconfig").Split('\n'))
        {
            var switchedOff = line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal) && line.EndsWith("none", StringComparison.Ordinal);
            Assert.True(!switchedOff || explained, line);
            explained = line.StartsWith('#') || (explained && switchedOff);
        }
    }

    [Fact]
    public void Test_folders_hold_tests_only_of_projects_that_exist() =>
        Assert.All(
            House.Projects("tests").Select(path => Path.GetFileNameWithoutExtension(path).Replace(".Tests", "", StringComparison.Ordinal)),
            subject => Assert.True(subject == "Gongkai.Architecture" || House.Has($"src/{subject}") || House.Has($"src/{subject["Gongkai.".Length..]}"), subject));
}
