using System.Globalization;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Ledger;

/// <summary>每日校验值: the heads of the ledger's chain at the end of days that are over, for everybody to keep elsewhere.</summary>
public sealed class LedgerHeadsModel(LedgerDays days, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DayHead> Heads { get; private set; } = [];

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>The last day that is over.</summary>
    public DateOnly Latest { get; private set; }

    public async Task<IActionResult> OnGet(string? month)
    {
        Latest = clock.Today().AddDays(-1);
        if (month is null)
            Month = new DateOnly(Latest.Year, Latest.Month, 1);
        else if (DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year >= LedgerHeadsApi.FirstYear && asked <= Latest)
            Month = asked;
        else
            return NotFound();
        var to = Month.AddMonths(1).AddDays(-1);
        Heads = [.. (await days.Heads(Month, to < Latest ? to : Latest, HttpContext.RequestAborted)).Reverse()];
        return Page();
    }
}
