using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Documents;

/// <summary>对照版本.</summary>
[Requires("documents.read")]
public sealed class CompareModel(GongkaiDb db) : DocumentForm(db)
{
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public VersionComparison Compared { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var versions = Shown.Versions;
        var to = versions.FirstOrDefault(version => version.Number == (To ?? versions[^1].Number));
        var from = versions.FirstOrDefault(version => version.Number == (From ?? Math.Max(1, (to?.Number ?? 1) - 1)));
        if (from is null || to is null)
            return NotFound();
        Compared = new VersionComparison(from, to);
        return Page();
    }
}
