using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Reviews;

/// <summary>维护本机关校对词表: adds a word, changes it, or says that it is right here.</summary>
public sealed class SetCheckedWord(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    private const int Longest = 40;

    public async Task Run(string wrong, string right, CheckedWordKind kind, bool onlyHint, bool isActive, Officer by, uint? seen, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageReviewChains, by.Body, cancel);
        await Set(by.Body, wrong, right, kind, onlyHint, isActive, by, seen, cancel);
    }

    internal async Task Set(BodyId? body, string wrong, string right, CheckedWordKind kind, bool onlyHint, bool isActive, Officer by, uint? seen, CancellationToken cancel)
    {
        (wrong, right) = (wrong.Trim(), right.Trim());
        if (wrong.Length is < 2 or > Longest || right.Length is 0 or > Longest)
            throw new RefusedException($"错误写法2到{Longest}个字，正确写法1到{Longest}个字。", "wrong");
        var word = await db.CheckedWords.SingleOrDefaultAsync(word => word.Body == body && word.Wrong == wrong, cancel);
        var version = word?.Version ?? 0;
        if (word is null)
            db.Add(word = new CheckedWord(new CheckedWordId(clock.NewGuid())) { Body = body, Wrong = wrong, Right = right, Kind = kind });
        Saving.MustBeSeen(word, version, seen);
        (word.Right, word.Kind, word.OnlyHint, word.IsActive) = (right, kind, onlyHint, isActive);
        ledger.Record(Act.SetCheckedWord, by, word);
        await db.SaveUnlessMade(word, cancel);
    }
}

/// <summary>维护全站校对词表: a word for every body that says nothing else.</summary>
public sealed class SetSiteWord(SetCheckedWord words, Authority authority)
{
    public async Task Run(string wrong, string right, CheckedWordKind kind, bool onlyHint, bool isActive, Officer by, uint? seen, CancellationToken cancel)
    {
        await authority.DemandForAll(by, Permission.ManageSiteWords, cancel);
        await words.Set(body: null, wrong, right, kind, onlyHint, isActive, by, seen, cancel);
    }
}
