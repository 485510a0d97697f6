using Gongkai.Publishing;

namespace Gongkai.Search.Index;

/// <summary>筛选方面: what a list is narrowed and counted by.</summary>
[Flags]
internal enum Facet
{
    None = 0,
    Body = 1,
    Level = 2,
    Kind = 4,
    Topic = 8,
    Year = 16,
    Validity = 32,
    Column = 64,
    Dates = 128,
    Changes = 256,
}

/// <summary>筛选条件; null asks nothing.</summary>
internal sealed record IndexFilter
{
    public static IndexFilter Everything { get; } = new();

    public Guid? Body { get; init; }

    /// <summary>The bodies of a level.</summary>
    public IReadOnlySet<Guid>? Level { get; init; }
    public DocumentKind? Kind { get; init; }

    /// <summary>主题分类, of the first or second level.</summary>
    public string? Topic { get; init; }
    public int? Year { get; init; }
    public Validity? Validity { get; init; }

    /// <summary>What a column takes in, by one rule or another.</summary>
    public IReadOnlyList<DocumentRule>? Column { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Changed within these days, both included.</summary>
    public DateOnly? ChangedFrom { get; init; }
    public DateOnly? ChangedTo { get; init; }
}

/// <summary>筛选器: a filter made ready for the rows of an index.</summary>
internal sealed class RowFilter
{
    private readonly LaneValues _lanes;
    private readonly IndexFilter _filter;
    private readonly Facet _asked;
    private readonly bool[] _level;
    private readonly bool[] _topics;
    private readonly bool[] _classes;
    private readonly bool[] _classesEnded;
    private readonly int _body;
    private readonly int _today;
    private readonly int _from;
    private readonly int _to;
    private readonly int _changedFrom;
    private readonly int _changedTo;

    public RowFilter(IndexFilter filter, Lanes lanes, LaneValues values, DateOnly today)
    {
        (_lanes, _filter, _today) = (values, filter, today.DayNumber);
        var (bodies, words) = (lanes.Bodies, lanes.Words);
        _body = filter.Body is { } body ? bodies.Index().FirstOrDefault(one => one.Item == body, (-1, default)).Item1 : 0;
        _level = filter.Level is { } level ? [.. bodies.Select(level.Contains)] : [];
        _topics = filter.Topic is { } topic ? [.. words.Select(word => IsWithin(word, topic))] : [];
        var classes = filter.Column is null ? [] : lanes.Classes;
        _classes = [.. classes.Select(one => filter.Column!.Hold(one))];
        _classesEnded = [.. classes.Select(one => filter.Column!.Hold(one with { IsEnded = true }))];
        _from = filter.From?.DayNumber ?? int.MinValue;
        _to = filter.To?.DayNumber ?? int.MaxValue;
        _changedFrom = filter.ChangedFrom?.DayNumber ?? int.MinValue;
        _changedTo = filter.ChangedTo?.DayNumber ?? int.MaxValue;
        _asked = (filter.Body is null ? Facet.None : Facet.Body) | (filter.Level is null ? Facet.None : Facet.Level) | (filter.Kind is null ? Facet.None : Facet.Kind) | (filter.Topic is null ? Facet.None : Facet.Topic)
            | (filter.Year is null ? Facet.None : Facet.Year) | (filter.Validity is null ? Facet.None : Facet.Validity) | (filter.Column is null ? Facet.None : Facet.Column) | (filter.From is null && filter.To is null ? Facet.None : Facet.Dates) | (filter.ChangedFrom is null && filter.ChangedTo is null ? Facet.None : Facet.Changes);
    }

    public bool AsksNothing => _asked == Facet.None;

    /// <summary>The conditions a row does not meet.</summary>
    public Facet Failed(int row)
    {
        var failed = Facet.None;
        if (_asked == Facet.None)
            return failed;
        if (_asked.HasFlag(Facet.Body) && _lanes.Body[row] != _body)
            failed |= Facet.Body;
        if (_asked.HasFlag(Facet.Level) && !(_lanes.Body[row] < _level.Length && _level[_lanes.Body[row]]))
            failed |= Facet.Level;
        if (_asked.HasFlag(Facet.Kind) && _lanes.Kind[row] != (byte)_filter.Kind!.Value)
            failed |= Facet.Kind;
        if (_asked.HasFlag(Facet.Topic) && !In(_topics, _lanes.Topic[row]))
            failed |= Facet.Topic;
        if (_asked.HasFlag(Facet.Year) && YearOf(row) != _filter.Year)
            failed |= Facet.Year;
        if (_asked.HasFlag(Facet.Validity) && ValidityOf(row) != _filter.Validity)
            failed |= Facet.Validity;
        if (_asked.HasFlag(Facet.Column) && !InColumn(row))
            failed |= Facet.Column;
        if (_lanes.Published[row] < _from || _lanes.Published[row] > _to)
            failed |= Facet.Dates;
        if (_asked.HasFlag(Facet.Changes) && (ChangedOn(row) < _changedFrom || ChangedOn(row) > _changedTo))
            failed |= Facet.Changes;
        return failed;
    }

    public int YearOf(int row) => DateOnly.FromDayNumber(_lanes.Published[row]).Year;

    public Validity? ValidityOf(int row) => _lanes.Validity[row] switch
    {
        0 => null,
        var bits when _lanes.Ended[row] <= _today => (bits & 4) != 0 ? Publishing.Validity.Repealed : Publishing.Validity.Expired,
        var bits => (bits & 2) != 0 ? Publishing.Validity.Amended : Publishing.Validity.InForce,
    };

    public bool HasEnded(int row) => _lanes.Ended[row] <= _today;

    /// <summary>The day something about it last changed: an end that was foreseen comes on its day.</summary>
    public int ChangedOn(int row) => HasEnded(row) ? Math.Max(_lanes.Ended[row], _lanes.Changed[row]) : _lanes.Changed[row];

    private bool InColumn(int row) => In(HasEnded(row) ? _classesEnded : _classes, _lanes.Class[row]);

    private static bool In(bool[] set, int number) => number < set.Length && set[number];

    private static bool IsWithin(string word, string topic) => word == topic || (word.Length > topic.Length && word[topic.Length] == '\\' && word.StartsWith(topic, StringComparison.Ordinal));
}
