using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>确认可以公开: a finding of the second look may stay, for a reason.</summary>
public sealed class AcceptFinding(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task<PublicFinding> Run(PublicFindingId id, string? reason, Officer by, CancellationToken cancel)
    {
        var finding = await db.PublicFindings.SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这处发现。");
        await authority.Demand(by, Permission.SettleFindings, finding.Body, cancel);
        finding.Accept(reason, by, clock.GetUtcNow());
        ledger.Record(Act.AcceptFinding, by, finding, new { document = finding.Document.Value });
        await db.SaveUnlessChanged(finding, cancel);
        return finding;
    }
}
