namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>规则说明页: `docs/rules/Rnnn.md`, which explains a rule to a clerk and is its test.</summary>
/// <param name="Id">`R021`, from the file name.</param>
/// <param name="FirstLine">The heading.</param>
/// <param name="Cases">Its examples.</param>
internal sealed record RulePage(string Id, string FirstLine, IReadOnlyList<RuleCase> Cases)
{
    private static readonly string[] s_kinds = ["report", "text", "previous", "previous-text", "facts", "observations"];

    /// <summary>Every page of the repository, in the order of numbers.</summary>
    public static IReadOnlyList<RulePage> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFiles.At("docs", "rules"), "R*.md").Order(StringComparer.Ordinal).Select(Read),
    ];

    private static RulePage Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path));

    public static RulePage Parse(string id, IReadOnlyList<string> lines)
    {
        List<RuleCase> cases = [];
        List<Fence> open = [];
        foreach (var fence in Fence.In(lines).Where(fence => s_kinds.Contains(fence.Kind)))
        {
            if (fence.Kind == "report")
                Close();
            else if (open.Count == 0)
                throw new FormatException($"{id}.md:{fence.Line}: “{fence.Kind}” belongs to no report");
            open.Add(fence);
        }

        Close();
        return new RulePage(id, lines[0], cases);

        void Close()
        {
            if (open.Count > 0)
                cases.Add(RuleCase.Of(id, open));
            open = [];
        }
    }
}
