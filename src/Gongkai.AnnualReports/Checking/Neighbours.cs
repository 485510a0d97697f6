namespace Gongkai.AnnualReports.Checking;

/// <summary>相关报告: finds, among the reports of a run, those that each must be looked at together with.</summary>
internal sealed class Neighbours
{
    /// <summary>Up to here every report is compared with every other.</summary>
    private const int SmallRun = 50;

    private readonly Dictionary<(string Organ, int Year), List<Report>> _byBody = [];
    private readonly List<Report> _all = [];
    private readonly IReadOnlyList<Report> _previous;
    private readonly AlikeTexts? _alike;

    public Neighbours(IEnumerable<Report> reports, IReadOnlyList<Report> previous)
    {
        _previous = previous;
        foreach (var report in reports)
        {
            _all.Add(report);
            if (report is not { Organ: { } organ, Year: { } year })
                continue;
            if (!_byBody.TryGetValue((OrganName.Key(organ), year), out var same))
                _byBody.Add((OrganName.Key(organ), year), same = []);
            same.Add(report);
        }

        _alike = _all.Count > SmallRun ? new AlikeTexts(_all) : null;
    }

    public Subject Around(Report report, Facts? facts) => new(report, Earlier(report), facts)
    {
        Others = OthersOf(report),
        Copies = Copies(report),
    };

    /// <summary>The year before from the same run, else what was given as the earlier report: the fitting one, or the first, about which R080 then speaks.</summary>
    private Report? Earlier(Report report)
    {
        if (report is { Organ: { } organ, Year: { } year } && _byBody.TryGetValue((OrganName.Key(organ), year - 1), out var found))
            return found[0];
        return _previous.FirstOrDefault(earlier => earlier.Year == report.Year - 1 && OrganName.Same(earlier.Organ, report.Organ))
            ?? (_previous.Count > 0 ? _previous[0] : null);
    }

    /// <summary>The same report in other files: a web page and its attachment.</summary>
    private List<Report> Copies(Report report) =>
        report is { Organ: { } organ, Year: { } year } ? _byBody[(OrganName.Key(organ), year)].FindAll(other => !ReferenceEquals(other, report)) : [];

    /// <summary>Reports of other bodies, in a large run only those whose text is alike; two copies of one report are not copied text.</summary>
    private IReadOnlyList<Report> OthersOf(Report report) =>
        _alike?.Of(report) ?? _all.FindAll(other => !ReferenceEquals(other, report) && !OrganName.Same(other.Organ, report.Organ));
}
