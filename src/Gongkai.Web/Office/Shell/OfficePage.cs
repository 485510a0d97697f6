using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Shell;

/// <summary>办公页面: who is here, and how an operation's refusal becomes words beside the field; what was typed stays typed.</summary>
public abstract class OfficePage(GongkaiDb db) : PageModel
{
    protected GongkaiDb Db => db;

    public OfficeVisit Visit => HttpContext.Visit;

    public Officer Me => Visit.Officer;

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<string> ChangedMeanwhile { get; private set; } = [];

    /// <summary>Said once, on the page that follows.</summary>
    [TempData]
    public string? Done { get; set; }

    public bool May(Permission permission, BodyId body) => Visit.May(permission, body);

    /// <exception cref="NotAllowedException">The officer may not for this body.</exception>
    protected void Demand(Permission permission, BodyId body)
    {
        if (!May(permission, body))
            throw new NotAllowedException("您的权限不及于这个机关。需要时请向管理员申请。");
    }

    /// <summary>Runs an operation; false when it was refused, with the reason beside its field.</summary>
    protected async Task<bool> Attempt(Func<Task> operation)
    {
        if (!ModelState.IsValid)
            return false;
        try
        {
            await operation();
            return true;
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(refused.Field?.Replace("_", "", StringComparison.Ordinal) ?? "", refused.Message);
            db.ChangeTracker.Clear();
        }
        catch (NotLawfulException unlawful)
        {
            // The law speaks for itself: the sentence names its article.
            ModelState.AddModelError("", unlawful.Message);
            db.ChangeTracker.Clear();
        }
        catch (ChangedMeanwhileException changed)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", changed.Message);
            // What the failed save wanted must not be seen as stored.
            db.ChangeTracker.Clear();
            var seen = await db.LedgerEntries.AsNoTracking().Where(entry => entry.Kind == changed.Kind && entry.Key == changed.Key).OrderByDescending(entry => entry.Number).Take(3).ToListAsync(Cancel);
            var names = HttpContext.RequestServices.GetRequiredService<ActCatalogue>();
            ChangedMeanwhile = [.. seen.Select(entry => $"{entry.At.LegalDate:yyyy年M月d日} {entry.ActorName}：{names.NameOf(entry.Act)}")];
        }

        return false;
    }

    /// <summary>A body by its key; 404 where there is none.</summary>
    protected Task<Body?> FindBody(string key) => db.Bodies.AsNoTracking().SingleOrDefaultAsync(body => body.Key == key, Cancel);

    protected IActionResult Then(string address, string said)
    {
        Done = said;
        return LocalRedirect(address);
    }
}
