namespace Gongkai.Architecture.Tests;

/// <summary>Packages of Directory.Packages.props.</summary>
public sealed class PackagesTests
{
    [Fact]
    public void Each_is_used_by_a_project()
    {
        var projects = new[] { "src", "tests", "bench" }.SelectMany(House.Projects).Append("Directory.Build.props").Append("tests/Directory.Build.props");
        var used = projects.SelectMany(path => House.Includes(path, "PackageReference")).ToHashSet();

        Assert.DoesNotContain(House.Includes("Directory.Packages.props", "PackageVersion"), package => !used.Contains(package));
    }
}
