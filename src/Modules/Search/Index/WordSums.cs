using Gongkai.Search.Native;

namespace Gongkai.Search.Index;

/// <summary>各词合计: for questions: what each row has of the words, each word weighing the more the rarer it is.</summary>
internal sealed class WordSums(LaneValues lanes)
{
    private readonly List<List<(int Row, float Worth)>> _words = [];

    public void Take(RowSet rows) => _words.Add([.. rows.Rows().Select(row => (row, 0.5f))]);

    public void Take(Action<IMatches> match, RowFilter filter)
    {
        var word = new OneWord(lanes, new Ranking(lanes, filter));
        match(word);
        _words.Add(word.Rows);
    }

    /// <summary>Rows that have at least this share of the weight of all words; one that stands nowhere weighs as much as the others on average, so that nonsense finds nothing.</summary>
    public IEnumerable<(int Row, float Score)> Enough(double share)
    {
        var sums = new Dictionary<int, (float Weight, float Score)>();
        var all = 0f;
        foreach (var rows in _words.Where(rows => rows.Count > 0))
        {
            var weight = MathF.Log(1 + (lanes.Alive / (rows.Count + 0.5f)));
            all += weight;
            foreach (var (row, worth) in rows)
            {
                ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, row, out _);
                sum = (sum.Weight + weight, sum.Score + (weight * worth));
            }
        }

        var present = _words.Count(rows => rows.Count > 0);
        all *= present == 0 ? 1 : (float)_words.Count / present;
        return sums.Where(one => one.Value.Weight >= all * share - 0.0001f).Select(one => (one.Key, one.Value.Score * one.Value.Weight / all));
    }

    private sealed class OneWord(LaneValues lanes, Ranking ranking) : IMatches
    {
        public List<(int Row, float Worth)> Rows { get; } = [];

        public void Take(Match match)
        {
            var row = match.Row;
            if (row >= lanes.Count)
                return;
            float places = 0;
            for (var phrase = 0; phrase < match.Phrases; phrase++)
            {
                var seen = 0;
                for (var place = match.Of(phrase); seen < Ranking.MostPlaces && place.Next(); seen++)
                    places += Ranking.Weight(place.Column);
            }

            Rows.Add((row, ranking.Worth(row, places)));
        }
    }
}
