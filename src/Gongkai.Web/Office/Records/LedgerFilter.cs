using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Records;

/// <summary>台账查询条件: of the page, its export and the interface; never further than the visitor's permission reaches.</summary>
public sealed record LedgerFilter(string? Body, string? Officer, string? Act, string? Kind, string? Key, DateOnly? From, DateOnly? Until, long? Before)
{
    /// <summary>The newest first; null where there is no such body.</summary>
    /// <exception cref="NotAllowedException">The permission does not reach the body that is asked for.</exception>
    public IQueryable<LedgerEntry>? Find(GongkaiDb db, OfficeVisit visit, Permission permission)
    {
        var found = db.LedgerEntries.AsNoTracking();
        if (visit.Rules.BodiesFor(visit.Officer, permission, visit.Today) is { } reach)
        {
            var bodies = reach.Select(body => $"{body.Value}").ToList();
            found = found.Where(entry => bodies.Contains(entry.BodyId));
        }

        if (!string.IsNullOrEmpty(Body))
        {
            if (visit.Rules.Tree.Find(Body) is not { } chosen)
                return null;
            if (!visit.May(permission, chosen.Id))
                throw new NotAllowedException("您的权限不及于这个机关。需要时请向管理员申请。");
            var id = $"{chosen.Id.Value}";
            found = found.Where(entry => entry.BodyId == id);
        }

        return Narrow(found).OrderByDescending(entry => entry.Number);
    }

    private IQueryable<LedgerEntry> Narrow(IQueryable<LedgerEntry> found)
    {
        if (!string.IsNullOrWhiteSpace(Officer))
            found = found.Where(entry => entry.ActorName.Contains(Officer.Trim()));
        if (!string.IsNullOrEmpty(Act))
            found = found.Where(entry => entry.Act == Act);
        if (!string.IsNullOrEmpty(Kind))
            found = found.Where(entry => entry.Kind == Kind && (Key == null || entry.Key == Key));
        if (From is { } from)
        {
            var start = Instants.StartOf(from);
            found = found.Where(entry => entry.At >= start);
        }

        if (Until is { } until)
        {
            var end = Instants.StartOf(until.AddDays(1));
            found = found.Where(entry => entry.At < end);
        }

        return Before is { } before ? found.Where(entry => entry.Number < before) : found;
    }
}
