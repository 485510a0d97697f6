namespace Gongkai.Ledgers;

/// <summary>
/// 行为: what was done, as a word that never changes and the name people read. Modules add theirs beside their operations
/// (`extension(Act) { public static Act ExtendDeadline => … }`) and to the catalogue with AddActs.
/// </summary>
/// <param name="Word">`requests.extend_deadline`: what the chain keeps; never used for anything else afterwards.</param>
/// <param name="Name">延长答复期限: may be reworded.</param>
public sealed record Act(string Word, string Name)
{
    /// <summary>导出台账.</summary>
    public static readonly Act ExportLedger = new("ledger.export", "导出台账");

    /// <summary>删除台账明细: what changed in one entry is forgotten; that it happened is not.</summary>
    public static readonly Act EraseDetails = new("ledger.erase_details", "删除台账明细");

    /// <summary>删除个人信息: a person's key is destroyed, so that their fields read 已删除 everywhere.</summary>
    public static readonly Act ErasePerson = new("ledger.erase_person", "删除个人信息");

    /// <summary>查阅个人信息.</summary>
    public static readonly Act ReadPersonalData = new("ledger.read_personal_data", "查阅个人信息");

    internal static IEnumerable<Act> Own => [ExportLedger, EraseDetails, ErasePerson, ReadPersonalData];
}

/// <summary>行为目录: every act of every module; an entry names no other.</summary>
public sealed class ActCatalogue
{
    private readonly Dictionary<string, Act> _acts = [];

    public ActCatalogue(IEnumerable<Act> acts)
    {
        foreach (var act in acts)
        {
            if (!_acts.TryAdd(act.Word, act) && _acts[act.Word] != act)
                throw new InvalidOperationException($"Two acts share the word {act.Word}: {_acts[act.Word].Name}, {act.Name}");
        }
    }

    public IEnumerable<Act> All => _acts.Values;

    /// <summary>The name of a word; the word itself where the act has gone with its module.</summary>
    public string NameOf(string word) => _acts.TryGetValue(word, out var act) ? act.Name : word;

    internal void MustKnow(Act act)
    {
        if (!_acts.ContainsKey(act.Word))
            throw new InvalidOperationException($"{act.Word} stands in no catalogue: add it with AddActs");
    }
}
