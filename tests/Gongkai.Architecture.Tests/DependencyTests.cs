using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Architecture.Tests;

/// <summary>Dependencies between projects, held against the table of docs/architecture.md.</summary>
public sealed partial class DependencyTests
{
    private static readonly IReadOnlyList<Room> s_table = ReadTable();

    public static TheoryData<string> Rooms => [.. s_table.Select(room => room.Project)];

    [Fact]
    public void Every_project_of_src_stands_in_the_table_and_none_that_is_not_there() =>
        Assert.Equal(
            House.Projects("src").Select(NameOf).Order(StringComparer.Ordinal),
            s_table.Select(room => room.Project).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Rooms))]
    public void A_project_uses_exactly_what_the_table_allows(string project)
    {
        var used = House.Includes(House.Projects("src").Single(path => NameOf(path) == project), "ProjectReference").Select(NameOf).Order(StringComparer.Ordinal);

        Assert.Equal(s_table.Single(room => room.Project == project).Uses.Order(StringComparer.Ordinal), used);
    }

    [Fact]
    public void The_table_goes_one_way_from_later_rooms_to_earlier_ones()
    {
        var earlier = new HashSet<string>();
        foreach (var room in s_table)
        {
            Assert.Subset(earlier, room.Uses.ToHashSet());
            earlier.Add(room.Project);
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var inSolution = XDocument.Parse(House.Text("Gongkai.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value);
        var onDisk = new[] { "src", "tests", "bench" }.SelectMany(House.Projects);

        Assert.Equal(onDisk.Order(StringComparer.Ordinal), inSolution.Order(StringComparer.Ordinal));
    }

    private static List<Room> ReadTable() =>
        [.. from line in House.Text("docs/architecture.md").Split('\n')
            let cells = line.Trim().Trim('|').Split('|')
            where cells.Length >= 3 && ProjectName().IsMatch(cells[0].Trim())
            select new Room(cells[0].Trim(' ', '`'), [.. from Match match in Quoted().Matches(cells[2]) select $"Gongkai.{match.Groups[1].Value}"])];

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    [GeneratedRegex("^`Gongkai\\.[A-Za-z.]+`$")]
    private static partial Regex ProjectName();

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Quoted();

    private sealed record Room(string Project, IReadOnlyList<string> Uses);
}
