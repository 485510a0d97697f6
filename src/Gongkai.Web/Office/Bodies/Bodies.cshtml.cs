using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Bodies;

/// <summary>机关列表: the tree, and what is found in it.</summary>
[Requires("bodies.read")]
public sealed class BodiesModel(GongkaiDb db) : OfficePage(db)
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public int Count { get; private set; }

    public IReadOnlyList<(BodyNode Body, int Depth)> Rows { get; private set; } = [];

    public void OnGet()
    {
        var tree = Visit.Rules.Tree;
        Count = tree.All.Count(body => body.IsActive);
        var words = Q?.Trim();
        Rows = [.. tree.Roots.SelectMany(root => Walk(tree, root, 0)).Where(row => (Ended || row.Body.IsActive)
            && (string.IsNullOrEmpty(words) || row.Body.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Body.ShortName.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Body.Key.Contains(words, StringComparison.OrdinalIgnoreCase)))];
    }

    private static IEnumerable<(BodyNode Body, int Depth)> Walk(BodyTree tree, BodyNode body, int depth) =>
        [(body, depth), .. tree.Below(body.Id).SelectMany(below => Walk(tree, below, depth + 1))];
}
