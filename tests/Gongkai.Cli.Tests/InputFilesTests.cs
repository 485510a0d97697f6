namespace Gongkai.Cli.Tests;

/// <summary>What may be named as FILE.</summary>
public sealed class InputFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public InputFilesTests()
    {
        foreach (var name in new[] { "a/one.txt", "a/two.md", "a/b/three.txt", "a/notes.log", "a/other.json" })
            _folder.Write(name, name.EndsWith(".json", StringComparison.Ordinal) ? "{}" : "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_the_reports_in_it_and_below() => Assert.Equal(["a/b/three.txt", "a/one.txt", "a/two.md"], Named("a"));

    [Fact]
    public void A_pattern_gives_what_it_matches() => Assert.Equal(["a/one.txt"], Named("a/*.txt"));

    [Fact]
    public void Two_stars_go_down() => Assert.Equal(["a/b/three.txt", "a/one.txt"], Named("a/**/*.txt"));

    [Fact]
    public void A_star_stands_for_one_folder() => Assert.Equal(["a/b/three.txt"], Named("a/?/t*.*"));

    [Fact]
    public void A_named_file_is_taken_whatever_it_is_called() => Assert.Equal(["a/notes.log", "a/none.txt"], Named("a/notes.log", "a/none.txt"));

    [Fact]
    public void A_pattern_that_matches_nothing_is_reported_as_missing() => Assert.Equal(["x/*.txt"], Named("x/*.txt"));

    private IEnumerable<string> Named(params string[] names) =>
        InputFiles.Of(names.Select(_folder.At), Stream.Null, Gongkai.Formats.ReadingLimits.Default).Select(file => Path.GetRelativePath(_folder.Path, file.Name));
}
