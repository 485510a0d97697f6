using Gongkai.AnnualReports.Checking.Text;

namespace Gongkai.AnnualReports.Checking.Shelf;

/// <summary>待查的报告: a report that waits until all files are read; in a large run packed, with what finding its neighbours needs kept beside it.</summary>
internal sealed class ShelvedReport
{
    private readonly Report? _whole;
    private readonly byte[]? _packed;
    private readonly WeakReference<Report>? _unpacked;

    public ShelvedReport(Report report, bool pack)
    {
        Body = report is { Organ: { } organ, Year: { } year } ? (OrganName.Key(organ), year) : null;
        if (!pack)
        {
            _whole = report;
            return;
        }

        TextKeys = new TextFingerprint(report).BandKeys;
        _packed = PackedReport.Pack(report);
        _unpacked = new WeakReference<Report>(null!);
    }

    /// <summary>Which body's report of which year it is; null when it does not say.</summary>
    public (string Organ, int Year)? Body { get; }

    /// <summary>Of packed reports: texts nearly alike have one of these in common.</summary>
    public ulong[] TextKeys { get; } = [];

    /// <summary>The report. A packed one is unpacked again when nobody holds it any more.</summary>
    public Report Report
    {
        get
        {
            if (_whole is not null)
                return _whole;
            lock (_packed!)
            {
                if (!_unpacked!.TryGetTarget(out var report))
                    _unpacked.SetTarget(report = PackedReport.Unpack(_packed));
                return report;
            }
        }
    }
}
