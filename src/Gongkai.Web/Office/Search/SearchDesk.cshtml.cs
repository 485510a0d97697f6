using Gongkai.Data;
using Gongkai.Search;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Search;

/// <summary>检索维护: words that mean the same, and what people looked for and did not find.</summary>
[Requires("search.manage")]
public sealed class SearchDeskModel(GongkaiDb db, SetSynonym set) : OfficePage(db)
{
    private const int Shown = 100;

    public IReadOnlyList<Synonym> Groups { get; private set; } = [];

    public IReadOnlyList<MissedQuery> Missed { get; private set; } = [];

    /// <summary>邮件订阅, confirmed ones: only how many.</summary>
    public int Followed { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string? words) =>
        await Attempt(() => set.Run(id: null, words, isActive: true, Me, seen: null, Cancel)) ? Then("/office/search", "已增加同义词。") : Page();

    public async Task<IActionResult> OnPostChange(Guid id, string? lines, bool isActive, uint? seen) =>
        await Attempt(() => set.Run(new SynonymId(id), lines, isActive, Me, seen, Cancel)) ? Then("/office/search", "已更改同义词。") : Page();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Groups = await Db.Synonyms.AsNoTracking().OrderByDescending(one => one.IsActive).ThenBy(one => one.Id).ToListAsync(Cancel);
        Missed = await Db.MissedQueries.AsNoTracking().OrderByDescending(one => one.Count).ThenByDescending(one => one.LastAt).Take(Shown).ToListAsync(Cancel);
        Followed = await Db.Alerts.CountAsync(alert => alert.ConfirmedAt != null, Cancel);
        await next();
    }
}
