using Gongkai.Search.Native;

namespace Gongkai.Search.Index;

/// <summary>收集命中: counts what matches, ranks it, keeps the best; looks at where a word stands only in what passes the filter.</summary>
internal sealed class MatchCollector(IndexQuery query, LaneValues lanes, RowFilter filter, FacetCounts? facets, RowSet? within) : IMatches
{
    private readonly Ranking _ranking = new(lanes, filter);
    private readonly float[] _weights = [.. query.Words.SelectMany(word => word.Forms.Select(_ => Ranking.WeightOf(word)))];
    private readonly int[] _lengths = [.. query.Words.SelectMany(word => word.Forms.Select(form => form.Length))];

    public int Total { get; private set; }

    public Best Best { get; } = new(query.Skip + query.Take);

    public void Take(Match match)
    {
        var row = match.Row;
        if (Passes(row))
            Best.Add(query.ByDate ? Dated(row) : Ranked(row, match));
    }

    /// <summary>Takes a row of which nothing but its being there is known, or whether the title has it.</summary>
    public void Take(int row, float score)
    {
        if (Passes(row))
            Best.Add(query.ByDate ? Dated(row) : new Hit(row, _ranking.InForce(row, score), lanes.Published[row], lanes.Key[row]));
    }

    private bool Passes(int row)
    {
        if (row >= lanes.Count || (within is not null && !within.Has(row)) || (query.Hidden is not null && query.Hidden.Contains(lanes.Key[row])))
            return false;
        var failed = filter.Failed(row);
        if (failed == Facet.None)
            Total++;
        if (facets is not null && System.Numerics.BitOperations.IsPow2((int)failed | (failed == Facet.None ? 1 : 0)))
            facets.Add(row, failed);
        return failed == Facet.None;
    }

    private Hit Dated(int row) => new(row, 0, query.ByChange ? filter.ChangedOn(row) : lanes.Published[row], lanes.Key[row]);

    private Hit Ranked(int row, Match match)
    {
        var hit = new Hit(row, 0, lanes.Published[row], lanes.Key[row]);
        float score = 0;
        var covered = 0;
        for (var phrase = 0; phrase < _weights.Length; phrase++)
        {
            float places = 0;
            var inTitle = false;
            var seen = 0;
            for (var place = match.Of(phrase); seen < Ranking.MostPlaces && place.Next(); seen++)
            {
                places += Ranking.Weight(place.Column);
                inTitle |= place.Column == Ranking.Title;
                if (place.Column == Ranking.Text && hit.InText < 0)
                    hit.InText = place.Offset;
                else if (place.Column == Ranking.Files && hit.InFiles < 0)
                    hit.InFiles = place.Offset;
            }

            if (seen == 0)
                continue;
            score += _weights[phrase] * _ranking.Worth(row, places);
            covered += inTitle ? _lengths[phrase] : 0;
        }

        score += _ranking.Covered(row, covered) * _weights[0];
        hit.Score = query.ByDate ? 0 : _ranking.InForce(row, score);
        return hit;
    }
}

/// <summary>行集: rows, one bit each.</summary>
internal sealed class RowSet(int count) : IMatches
{
    private readonly ulong[] _bits = new ulong[(count >> 6) + 1];

    public bool Has(int row) => (_bits[row >> 6] & (1UL << (row & 63))) != 0;

    public void Add(int row)
    {
        if (row >> 6 < _bits.Length)
            _bits[row >> 6] |= 1UL << (row & 63);
    }

    public void Take(Match match) => Add(match.Row);

    public void And(RowSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] &= other._bits[i];
    }

    public IEnumerable<int> Rows()
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var bits = _bits[i]; bits != 0; bits &= bits - 1)
                yield return (i << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits);
        }
    }
}
