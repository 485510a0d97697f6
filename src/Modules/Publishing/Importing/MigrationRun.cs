using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>一次迁入: what one run knows while it goes on: what is there already, what it has met, and its counts.</summary>
internal sealed class MigrationRun(Migration what, ReviewChain chain, ImportReport report, Dictionary<string, string> known)
{
    private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknownKeys = new(StringComparer.Ordinal);
    private int _errors;

    public Migration What { get; } = what;
    public ReviewChain Chain { get; } = chain;
    public ImportReport Report { get; } = report;
    public int Lines { get; private set; }
    public int Published { get; set; }
    public int Left { get; set; }
    public int AlreadyThere { get; set; }

    /// <summary>Keys of this file that came in before this run; what waits among them may be published by it.</summary>
    public List<(int Line, string ExternalId)> Waiting { get; } = [];

    public ImportedLinks Links { get; } = new();

    /// <summary>Whether a key came in before this run.</summary>
    public bool IsThere(string externalId) => known.ContainsKey(externalId);

    public ImportTally Tally => new(Lines, Published, Left, 0, AlreadyThere, _errors);

    /// <summary>Those that are to come in; the others are counted and reported.</summary>
    public List<MovedItem> Sort(IReadOnlyList<MovedItem> items)
    {
        List<MovedItem> fresh = [];
        foreach (var item in items)
        {
            Lines++;
            if (item.Record is { UnknownKeys: var keys } && keys.Where(_unknownKeys.Add).ToList() is { Count: > 0 } first)
                Report.UnknownKeys(item.Line, first);
            if (item.Fault is { } fault)
                Fault(item.Line, item.Record?.ExternalId, fault);
            else if (!_met.TryAdd(item.Record!.ExternalId, item.Line))
                Fault(item.Line, item.Record.ExternalId, $"与第{_met[item.Record.ExternalId]}行的external_id相同，没有导入。");
            else if (known.TryGetValue(item.Record.ExternalId, out var digest))
                Skip(item, changed: digest != item.Record.Digest);
            else
            {
                fresh.Add(item);
                Links.Meet(item.Line, item.Record, item.Links);
            }
        }

        return fresh;
    }

    public void Fault(int line, string? externalId, string message)
    {
        _errors++;
        Report.Error(line, externalId, message);
    }

    private void Skip(MovedItem item, bool changed)
    {
        AlreadyThere++;
        Waiting.Add((item.Line, item.Record!.ExternalId));
        if (changed)
            Report.Warning(item.Line, item.Record.ExternalId, "已导入过，此后这一行有改动：没有重新导入，请在平台上修订。");
    }
}
