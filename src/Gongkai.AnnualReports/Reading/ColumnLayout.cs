namespace Gongkai.AnnualReports.Reading;

/// <summary>列位: where the columns of a table stand, learnt from its complete rows, so that an incomplete row can be placed.</summary>
internal sealed class ColumnLayout
{
    /// <summary>Points by which figures of one column may stand apart.</summary>
    private const double SameColumn = 9;

    private readonly Lazy<Learnt> _learnt;

    /// <summary>A layout that learns, when it is first asked, from every zone whose own row, or whose line, holds exactly <paramref name="count"/> figures.</summary>
    /// <param name="zones">Labels with their zones.</param>
    /// <param name="count">Columns of the table.</param>
    /// <param name="headWords">Middles of the words of the header on a page.</param>
    /// <param name="headers">Cells of the header, one for each column: they tell the columns of a grid in which no row is full.</param>
    public ColumnLayout(IEnumerable<LabelZone> zones, int count, IEnumerable<IReadOnlyList<Segment>>? headers = null, IEnumerable<double>? headWords = null) =>
        _learnt = new Lazy<Learnt>(() => Learn([.. zones], count, headers ?? [], headWords ?? []));

    /// <summary>A layout that knows nothing.</summary>
    public static ColumnLayout Unknown { get; } = new([], 0);

    private static Learnt Learn(IReadOnlyList<LabelZone> zones, int count, IEnumerable<IReadOnlyList<Segment>> headers, IEnumerable<double> headWords)
    {
        var layout = new Learnt();
        var columns = new Dictionary<int, List<int[]>>();
        var trailing = new Dictionary<int, List<int>>();
        var last = new Dictionary<int, List<int>>();
        var middles = new List<double[]>();
        foreach (var zone in zones)
        {
            var own = zone.OwnRow.ToList();
            var figures = own.Where(token => !token.IsText && token.State != CellState.Blank).ToList();
            if (figures.Count == count)
            {
                if (figures.All(token => token.Column >= 0))
                    Add(columns, zone.Table, [.. figures.Select(token => token.Column)]);
                Add(last, zone.Table, figures[^1].Position);
                Add(trailing, zone.Table, own.Count - 1 - own.FindLastIndex(token => !token.IsText && token.State != CellState.Blank));
            }

            foreach (var line in zone.Tokens.Where(token => token is { IsText: false, X: not null }).GroupBy(token => token.Row))
            {
                if (line.Count() == count)
                    middles.Add([.. line.Select(token => token.X!.Value)]);
            }
        }

        foreach (var (table, rows) in columns)
        {
            var most = rows.GroupBy(row => string.Join(',', row)).OrderByDescending(group => group.Count()).First();
            layout.Columns[table] = most.First();
        }

        foreach (var header in headers)
        {
            int[] places = [.. header.Select(cell => cell.Column).Order()];
            if (places.Length == count && places[0] >= 0 && places.Distinct().Count() == count && header.All(cell => cell.Table == header[0].Table))
                layout.Columns.TryAdd(header[0].Table, places);
        }

        foreach (var (table, counts) in trailing)
            layout.Trailing[table] = MostCommon(counts);
        foreach (var (table, positions) in last)
            layout.Last[table] = MostCommon(positions);
        if (middles.Count >= (count > 3 ? 2 : 1))
            layout.Middles = [.. Enumerable.Range(0, count).Select(c => Median([.. middles.Select(row => row[c])]))];
        else if (count > 3)
            layout.Middles = Clusters([.. zones.SelectMany(zone => zone.Tokens).Where(token => token is { IsText: false, X: not null }).Select(token => token.X!.Value), .. headWords], count);
        return layout;
    }

    /// <summary>Where no row on the page is full: the middles of all figures and column words, when they stand in exactly as many columns, well apart.</summary>
    private static double[]? Clusters(List<double> middles, int count)
    {
        var columns = new List<List<double>>();
        foreach (var middle in middles.Order())
        {
            if (columns.Count == 0 || middle - columns[^1][^1] > SameColumn)
                columns.Add([]);
            columns[^1].Add(middle);
        }

        return columns.Count == count && columns.TrueForAll(column => column[^1] - column[0] < 3 * SameColumn) ? [.. columns.Select(column => column.Average())] : null;
    }

    /// <summary>True when no full row was there to learn from.</summary>
    public bool IsEmpty => _learnt.Value is { Last.Count: 0, Columns.Count: 0 };

    public int TrailingBlanks(int table) => _learnt.Value.Trailing.GetValueOrDefault(table);

    /// <summary>
    /// Cells of a row in a ragged table, when it ends where the full rows end: only then is an empty cell in it known to be a blank
    /// and not the trace of a slipped row.
    /// </summary>
    public List<FigureToken>? FromTheRight(List<FigureToken> own, int table, int count)
    {
        if (!_learnt.Value.Last.TryGetValue(table, out var last) || own.Count < count)
            return null;
        var end = own.FindIndex(token => token.Position == last);
        return end >= count - 1 && own.Skip(end + 1).All(token => token.State == CellState.Blank) && own.Take(end - count + 1).All(token => token.State == CellState.Blank)
            ? own.GetRange(end - count + 1, count) : null;
    }

    /// <summary>Places the cells of a row by their grid columns, when the columns of the table are known.</summary>
    public List<FigureToken>? InColumns(List<FigureToken> own, int table, int count)
    {
        if (!_learnt.Value.Columns.TryGetValue(table, out var columns) || own.Count < 1)
            return null;
        var placed = new List<FigureToken>();
        foreach (var column in columns)
        {
            var token = own.Find(t => t.Column <= column && column < t.Column + t.ColumnSpan);
            if (token is null || token.IsText || (token.IsFigure && token.Column != column))
                return null;
            placed.Add(token);
        }

        // Every figure of the row must have found a place.
        return placed.Count == count && own.TrueForAll(token => !token.IsFigure || placed.Contains(token)) ? placed : null;
    }

    /// <summary>Places the figures of a line by their horizontal middles (PDF); a column without a figure is a blank.</summary>
    public List<FigureToken>? Place(List<FigureToken> figures, int count)
    {
        if (figures.Count == 0 || figures.Exists(token => token.X is null) || _learnt.Value.Middles is not { } middles)
            return null;
        return Nearest(figures, middles);
    }

    /// <summary>Each figure in the column whose middle is nearest; null when two want the same one or one stands between two.</summary>
    public static List<FigureToken>? Nearest(IReadOnlyList<FigureToken> figures, double[] middles)
    {
        if (figures.Count == 0 || figures.Any(token => token.X is null))
            return null;
        var count = middles.Length;
        var gap = Enumerable.Range(1, count - 1).Select(c => middles[c] - middles[c - 1]).DefaultIfEmpty(double.MaxValue).Min();
        var placed = new FigureToken?[count];
        foreach (var token in figures)
        {
            var column = Enumerable.Range(0, count).MinBy(c => Math.Abs(middles[c] - token.X!.Value));
            if (Math.Abs(middles[column] - token.X!.Value) > gap / 2 || placed[column] is not null)
                return null;
            placed[column] = token;
        }

        return [.. placed.Select(token => token ?? new FigureToken(CellState.Blank, null, "", figures[0].Place, figures[0].Row))];
    }

    private static void Add<T>(Dictionary<int, List<T>> lists, int key, T value)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(value);
    }

    private static int MostCommon(List<int> numbers) => numbers.GroupBy(n => n).OrderByDescending(group => group.Count()).First().Key;

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    /// <summary>What the rows tell, by table.</summary>
    private sealed class Learnt
    {
        /// <summary>Grid columns of the cells of a full row.</summary>
        public Dictionary<int, int[]> Columns { get; } = [];

        /// <summary>Empty cells behind the last figure.</summary>
        public Dictionary<int, int> Trailing { get; } = [];

        /// <summary>Position of the last figure.</summary>
        public Dictionary<int, int> Last { get; } = [];

        /// <summary>Horizontal middles of the columns on a page.</summary>
        public double[]? Middles { get; set; }
    }
}
