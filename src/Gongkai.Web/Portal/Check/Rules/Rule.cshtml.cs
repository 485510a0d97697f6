using Gongkai.AnnualReports.Checking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Check.Rules;

/// <summary>一条规则 explained to a clerk.</summary>
public sealed class RuleModel(RulePages pages) : PageModel
{
    public RulePage Shown { get; private set; } = null!;

    public RuleDescriptor? Before { get; private set; }

    public RuleDescriptor? After { get; private set; }

    public IActionResult OnGet(string id)
    {
        if (pages.Find(id) is not { } page)
            return NotFound();

        Shown = page;
        var rules = Checker.Rules;
        var index = rules.TakeWhile(rule => rule.Descriptor.Id != id).Count();
        Before = rules.ElementAtOrDefault(index - 1)?.Descriptor;
        After = rules.ElementAtOrDefault(index + 1)?.Descriptor;
        return Page();
    }
}
