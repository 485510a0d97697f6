namespace Gongkai.AnnualReports.Checking.Shelf;

/// <summary>相关报告: finds, among the reports of a run, those that each must be looked at together with.</summary>
internal sealed class Neighbours
{
    private const int MostAlike = 4;
    private readonly Dictionary<(string Organ, int Year), List<ShelvedReport>> _byBody = [];
    private readonly Dictionary<ulong, List<ShelvedReport>> _byText = [];
    private readonly IReadOnlyList<Report>? _all;
    private readonly IReadOnlyList<Report> _previous;

    /// <param name="reports">The reports of the run.</param>
    /// <param name="packed">True in a large run, in which each is compared only with those whose text may be alike.</param>
    /// <param name="previous">Reports given as earlier ones.</param>
    public Neighbours(IReadOnlyList<ShelvedReport> reports, bool packed, IReadOnlyList<Report> previous)
    {
        _previous = previous;
        _all = packed ? null : [.. reports.Select(shelved => shelved.Report)];
        foreach (var shelved in reports)
        {
            if (shelved.Body is { } body)
                Add(_byBody, body, shelved);
            foreach (var key in shelved.TextKeys)
            {
                // Of a text that everybody copied, some examples are enough.
                if (!_byText.TryGetValue(key, out var alike) || alike.Count <= MostAlike)
                    Add(_byText, key, shelved);
            }
        }
    }

    public Subject Around(ShelvedReport shelved, Facts? facts)
    {
        var report = shelved.Report;
        return new Subject(report, Earlier(shelved, report), facts)
        {
            Others = _all ?? Alike(shelved),
            Copies = Copies(shelved),
        };
    }

    /// <summary>The year before from the same run, else what was given as the earlier report: the fitting one, or the first, about which R080 then speaks.</summary>
    private Report? Earlier(ShelvedReport shelved, Report report)
    {
        if (shelved.Body is { } body && _byBody.TryGetValue((body.Organ, body.Year - 1), out var found))
            return found[0].Report;
        return _previous.FirstOrDefault(earlier => earlier.Year == report.Year - 1 && OrganName.Same(earlier.Organ, report.Organ))
            ?? (_previous.Count > 0 ? _previous[0] : null);
    }

    /// <summary>The same report in other files: a web page and its attachment.</summary>
    private IReadOnlyList<Report> Copies(ShelvedReport shelved) =>
        shelved.Body is { } body && _byBody[body] is { Count: > 1 } same ? [.. same.Where(other => other != shelved).Select(other => other.Report)] : [];

    private List<Report> Alike(ShelvedReport shelved) =>
        [.. shelved.TextKeys.SelectMany(key => _byText[key]).Distinct().Where(other => other != shelved).Take(MostAlike).Select(other => other.Report)];

    private static void Add<TKey>(Dictionary<TKey, List<ShelvedReport>> index, TKey key, ShelvedReport shelved)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var entries))
            index.Add(key, entries = []);
        entries.Add(shelved);
    }
}
