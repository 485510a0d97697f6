using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Participation;

/// <summary>答复纠错: what was done about it, for whoever holds the receipt.</summary>
public sealed class AnswerFault(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public const int LongestAnswer = 500;

    public async Task Run(SiteFaultId id, string? answer, Officer by, CancellationToken cancel)
    {
        var fault = await db.SiteFaults.SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException("没有这条纠错。");
        await authority.Demand(by, Permission.AnswerFaults, fault.Body, cancel);
        answer = (answer ?? "").Trim();
        if (answer.Length is 0 or > LongestAnswer)
            throw new RefusedException($"请写明处理结果，最多{LongestAnswer}个字。", "answer");
        fault.Reply(answer, by, clock.GetUtcNow());
        ledger.Record(Act.AnswerFault, by, fault);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("这条纠错刚刚已由他人答复，请刷新后查看。", "answer");
        }
    }
}
