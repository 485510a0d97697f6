using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Participation;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Faults;

/// <summary>网站纠错: what visitors found wrong on pages of this body, unanswered first.</summary>
[Requires("site_faults.answer")]
public sealed class FaultsModel(GongkaiDb db, AnswerFault answer) : OfficePage(db)
{
    private const int Shown = 200;

    public IReadOnlyList<SiteFault> Open { get; private set; } = [];

    public IReadOnlyList<SiteFault> Answered { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Guid fault, string? reply) =>
        await Attempt(() => answer.Run(new SiteFaultId(fault), reply, Me, Cancel)) ? Then("/office/faults", "已答复，公众凭回执编号可以看到。") : Page();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var bodies = Visit.Rules.BodiesFor(Me, Permission.AnswerFaults, Visit.Today)?.ToList();
        var mine = Db.SiteFaults.AsNoTracking().Where(fault => bodies == null || bodies.Contains(fault.Body));
        Open = await mine.Where(fault => fault.AnsweredAt == null).OrderBy(fault => fault.At).Take(Shown).ToListAsync(Cancel);
        Answered = await mine.Where(fault => fault.AnsweredAt != null).OrderByDescending(fault => fault.AnsweredAt).Take(50).ToListAsync(Cancel);
        await next();
    }
}
