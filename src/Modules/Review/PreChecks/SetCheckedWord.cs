using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>维护校对词表: adds a word, changes it, or takes it out of use.</summary>
public sealed class SetCheckedWord(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    private const int Longest = 40;

    public async Task Run(string wrong, string right, CheckedWordKind kind, bool onlyHint, bool isActive, Officer by, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageReviewChains, by.Body, cancel);
        wrong = wrong.Trim();
        if (wrong.Length is < 2 or > Longest || right.Trim().Length is 0 or > Longest)
            throw new RefusedException($"错误写法2到{Longest}个字，正确写法1到{Longest}个字。", "wrong");
        var word = await db.CheckedWords.SingleOrDefaultAsync(word => word.Wrong == wrong, cancel);
        if (word is null)
            db.Add(word = new CheckedWord(new CheckedWordId(clock.NewGuid())) { Wrong = wrong, Right = right, Kind = kind });
        (word.Right, word.Kind, word.OnlyHint, word.IsActive) = (right.Trim(), kind, onlyHint, isActive);
        ledger.Record(Act.SetCheckedWord, by, word);
        await db.SaveChangesAsync(cancel);
    }
}
