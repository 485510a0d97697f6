namespace Gongkai.AnnualReports.Reading;

/// <summary>汉字流: the Chinese characters of a run of segments, each with its place, so that a label is found whatever stands between its characters.</summary>
internal sealed class HanStream
{
    private readonly Dictionary<char, List<int>> _positions = [];
    private readonly List<char> _chars = [];
    private readonly List<(int Segment, int Offset)> _places = [];

    public HanStream(IReadOnlyList<Segment> segments, int from, int to)
    {
        for (var s = from; s < to; s++)
        {
            var text = segments[s].Text;
            for (var o = 0; o < text.Length; o++)
            {
                if (!Normal.IsHan(text[o]))
                    continue;
                if (!_positions.TryGetValue(text[o], out var list))
                    _positions[text[o]] = list = [];
                list.Add(_chars.Count);
                _chars.Add(text[o]);
                _places.Add((s, o));
            }
        }
    }

    public int Length => _chars.Count;

    public char this[int index] => _chars[index];

    public (int Segment, int Offset) PlaceOf(int index) => _places[index];

    public IReadOnlyList<int> PositionsOf(char c) => _positions.TryGetValue(c, out var list) ? list : [];
}
