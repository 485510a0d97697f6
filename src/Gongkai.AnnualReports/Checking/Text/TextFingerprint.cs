namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>文字指纹: the runs of five characters of a report's text, figures and the body's own name left out, and a short sketch of them.</summary>
internal sealed class TextFingerprint
{
    public const int Bands = 20;
    private const int RowsPerBand = 4;
    private const int Run = 5;
    private const int Shortest = 200;

    private static readonly string[] s_sections = ["s1", "s5", "s6"];
    private readonly uint[] _runs;

    public TextFingerprint(Report report)
    {
        var text = TextOf(report);
        IsLongEnough = text.Length >= Shortest;
        _runs = IsLongEnough ? RunsOf(text) : [];
        BandKeys = IsLongEnough ? BandsOf(_runs) : [];
    }

    /// <summary>False for a text of a few sentences, which many bodies may share in good faith.</summary>
    public bool IsLongEnough { get; }

    /// <summary>Two texts that share nearly all runs share at least one of these keys.</summary>
    public ulong[] BandKeys { get; }

    /// <summary>Share of the runs of this text that the other has too.</summary>
    public double ShareIn(TextFingerprint other)
    {
        if (_runs.Length == 0 || other._runs.Length == 0)
            return 0;
        int i = 0, k = 0, common = 0;
        while (i < _runs.Length && k < other._runs.Length)
        {
            var order = _runs[i].CompareTo(other._runs[k]);
            if (order == 0)
                common++;
            if (order <= 0)
                i++;
            if (order >= 0)
                k++;
        }

        return (double)common / Math.Max(_runs.Length, other._runs.Length);
    }

    private static string TextOf(Report report)
    {
        var parts = s_sections.Select(key => report.Narrative[key]?.Text ?? "");
        var text = string.Concat(parts);
        if (report.Organ is { Length: > 2 } organ)
            text = text.Replace(organ, "", StringComparison.Ordinal);
        return string.Concat(text.Where(char.IsLetter));
    }

    private static uint[] RunsOf(string text)
    {
        var runs = new uint[text.Length - Run + 1];
        for (var i = 0; i < runs.Length; i++)
        {
            var hash = 2166136261u;
            for (var k = i; k < i + Run; k++)
                hash = (hash ^ text[k]) * 16777619u;
            runs[i] = hash ^ (hash >> 15);
        }

        Array.Sort(runs);
        return [.. runs.Distinct()];
    }

    // One-permutation MinHash: each run falls into one bin, the smallest of a bin stands for it; an empty bin borrows from the next.
    private static ulong[] BandsOf(uint[] runs)
    {
        const int Bins = Bands * RowsPerBand;
        var least = new uint[Bins];
        Array.Fill(least, uint.MaxValue);
        foreach (var run in runs)
        {
            var mixed = run * 2654435761u;
            var bin = (int)(run % Bins);
            least[bin] = Math.Min(least[bin], mixed);
        }

        var keys = new ulong[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band + 1;
            for (var row = 0; row < RowsPerBand; row++)
            {
                var bin = (band * RowsPerBand) + row;
                for (var step = 0; least[bin] == uint.MaxValue && step < Bins; step++)
                    bin = (bin + 1) % Bins;
                key = (key * 0x9E3779B97F4A7C15UL) ^ least[bin];
            }

            keys[band] = key;
        }

        return keys;
    }
}

/// <summary>相似索引: finds, among many reports, the few that can be nearly the same as one.</summary>
internal sealed class TwinIndex
{
    private const int Few = 40;
    private readonly IReadOnlyList<Report> _reports;
    private readonly Dictionary<ulong, List<Report>> _byBand = [];

    public TwinIndex(IReadOnlyList<Report> reports, Func<Report, TextFingerprint> fingerprint)
    {
        _reports = reports;
        if (reports.Count <= Few)
            return;
        foreach (var report in reports)
        {
            foreach (var key in fingerprint(report).BandKeys)
            {
                if (!_byBand.TryGetValue(key, out var same))
                    _byBand[key] = same = [];
                same.Add(report);
            }
        }
    }

    public IEnumerable<Report> Candidates(TextFingerprint fingerprint) => _reports.Count <= Few
        ? _reports
        : fingerprint.BandKeys.SelectMany(key => _byBand.TryGetValue(key, out var same) ? same : []).Distinct();
}
