namespace Gongkai.AnnualReports.Reading;

/// <summary>汉字流: the Chinese characters of a run of segments, each with its place, so that a label is found whatever stands between its characters.</summary>
internal sealed class HanStream
{
    private readonly char[] _chars;
    private readonly (int Segment, int Offset)[] _places;
    private Dictionary<char, List<int>>? _positions;

    public HanStream(IReadOnlyList<Segment> segments, int from, int to)
    {
        var most = 0;
        for (var s = from; s < to; s++)
            most += segments[s].Text.Length;
        _chars = new char[most];
        _places = new (int, int)[most];
        for (var s = from; s < to; s++)
        {
            var text = segments[s].Text;
            for (var o = 0; o < text.Length; o++)
            {
                if (!Normal.IsHan(text[o]))
                    continue;
                _chars[Length] = text[o];
                _places[Length++] = (s, o);
            }
        }
    }

    public int Length { get; }

    public ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    public char this[int index] => _chars[index];

    public (int Segment, int Offset) PlaceOf(int index) => _places[index];

    public IReadOnlyList<int> PositionsOf(char c) => (_positions ??= Positions()).TryGetValue(c, out var list) ? list : [];

    /// <summary>Where the word stands whole, from an index on; -1 where it does not.</summary>
    public int IndexOf(string word, int from)
    {
        var at = Text[from..].IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }

    private Dictionary<char, List<int>> Positions()
    {
        var positions = new Dictionary<char, List<int>>();
        for (var i = 0; i < Length; i++)
        {
            if (!positions.TryGetValue(_chars[i], out var list))
                positions[_chars[i]] = list = [];
            list.Add(i);
        }

        return positions;
    }
}
