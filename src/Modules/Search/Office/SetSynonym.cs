using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Reviews;
using Gongkai.Search.Folding;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Search;

/// <summary>维护同义词: adds a group, changes it, or takes it out of use; it holds for the next question, for every body; so only whoever answers for all of them may.</summary>
public sealed class SetSynonym(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    private const int MostWords = 20;
    private const int LongestWord = 30;

    public async Task<Synonym> Run(SynonymId? id, string? words, bool isActive, Officer by, uint? seen, CancellationToken cancel)
    {
        await authority.DemandForAll(by, Permission.ManageSearch, cancel);
        List<string> typed = [.. (words ?? "").Split(['\n', '、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fold.Clean).Distinct(StringComparer.Ordinal)];
        if (typed.Count is < 2 or > MostWords || typed.Exists(word => word.Length is < 2 or > LongestWord))
            throw new RefusedException($"一组应当有2到{MostWords}个词，每个词2到{LongestWord}个字。", "words");
        var group = id is { } known ? await db.Synonyms.SingleOrDefaultAsync(one => one.Id == known, cancel) ?? throw new RefusedException("没有这组同义词。") : null;
        if (group is null)
            db.Add(group = new Synonym(new SynonymId(clock.NewGuid())) { Lines = "" });
        else
            Saving.MustBeSeen(group, group.Version, seen);
        (group.Lines, group.IsActive) = (string.Join('\n', typed), isActive);
        ledger.Record(Act.SetSynonym, by, group);
        await db.SaveUnlessChanged(group, cancel);
        return group;
    }
}
