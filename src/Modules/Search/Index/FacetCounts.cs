using Gongkai.Data;
using Gongkai.Publishing;

namespace Gongkai.Search.Index;

/// <summary>各方面的件数: of each value how many, the condition of its own facet left aside, so that one sees what another choice would give.</summary>
internal sealed class FacetCounts(Lanes names, LaneValues lanes, RowFilter filter, IReadOnlyList<int> since)
{
    private const int FirstYear = 1900;

    private readonly int[] _bodies = new int[names.Bodies.Count];
    private readonly int[] _bodiesOfLevels = new int[names.Bodies.Count];
    private readonly int[] _topics = new int[names.Words.Count];
    private readonly int[] _years = new int[300];
    private readonly int[] _kinds = new int[Enum.GetValues<DocumentKind>().Length];
    private readonly IReadOnlyList<DocumentFacets> _known = names.Classes;
    private readonly int[] _classes = new int[names.Classes.Count];
    private readonly int[] _classesEnded = new int[names.Classes.Count];
    private readonly int[] _since = new int[since.Count];
    private readonly int[] _validities = new int[Enum.GetValues<Validity>().Length];

    public IEnumerable<(Guid Body, int Count)> Bodies => There(_bodies).Select(one => (names.Body(one.At), one.Count));

    /// <summary>Of which the counts by level are the sums.</summary>
    public IEnumerable<(Guid Body, int Count)> BodiesOfLevels => There(_bodiesOfLevels).Select(one => (names.Body(one.At), one.Count));

    public IEnumerable<(string Topic, int Count)> Topics => There(_topics).Where(one => one.At != 0).Select(one => (names.Word(one.At), one.Count));

    /// <summary>By what columns tell documents apart; which columns they make up is for those who know the columns.</summary>
    public IEnumerable<(DocumentFacets Class, int Count)> Classes => There(_classes).Select(one => (_known[one.At], one.Count)).Concat(There(_classesEnded).Select(one => (_known[one.At] with { IsEnded = true }, one.Count)));

    /// <summary>Published on a day or later, for each of the days asked for.</summary>
    public IReadOnlyList<int> Since => _since;

    public IEnumerable<(int Year, int Count)> Years => There(_years).Select(one => (one.At + FirstYear, one.Count));

    public IEnumerable<(DocumentKind Kind, int Count)> Kinds => There(_kinds).Select(one => ((DocumentKind)one.At, one.Count));

    public IEnumerable<(Validity Validity, int Count)> Validities => There(_validities).Select(one => ((Validity)one.At, one.Count));

    /// <summary>Takes a row that meets every condition, or every one but <paramref name="failed"/>.</summary>
    public void Add(int row, Facet failed)
    {
        var all = failed == Facet.None;
        if (all || failed == Facet.Body)
            _bodies[lanes.Body[row]]++;
        if (all || failed == Facet.Level)
            _bodiesOfLevels[lanes.Body[row]]++;
        if (all || failed == Facet.Topic)
            _topics[lanes.Topic[row]]++;
        if (all || failed == Facet.Year)
            _years[Math.Clamp(filter.YearOf(row) - FirstYear, 0, _years.Length - 1)]++;
        if (all || failed == Facet.Kind)
            _kinds[lanes.Kind[row]]++;
        for (var i = 0; (all || failed == Facet.Dates) && i < _since.Length; i++)
            _since[i] += lanes.Published[row] >= since[i] ? 1 : 0;
        if (all || failed == Facet.Column)
            (filter.HasEnded(row) ? _classesEnded : _classes)[lanes.Class[row]]++;
        if ((all || failed == Facet.Validity) && filter.ValidityOf(row) is { } validity)
            _validities[(int)validity]++;
    }

    private static IEnumerable<(int At, int Count)> There(int[] counts) => counts.Index().Where(one => one.Item > 0).Select(one => (one.Index, one.Item));
}
