using Gongkai.Publishing;
using Microsoft.Data.Sqlite;

namespace Gongkai.Search.Index;

/// <summary>列: what matches are filtered, counted and ranked by, in memory, one array a property, by row. Grows with the index; a row's values never change.</summary>
internal sealed class Lanes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _wordList = [""];
    private readonly Dictionary<Guid, int> _bodies = [];
    private readonly List<Guid> _bodyList = [];
    private readonly Dictionary<RowClass, int> _classes = [];
    private readonly List<RowClass> _classList = [];
    private LaneValues _values = new(1 << 10);
    private long _lastGone;
    private long _length;

    public LaneValues Values => Volatile.Read(ref _values);

    /// <summary>Reads what the index has more than the last time, as the reader's connection sees it.</summary>
    public LaneValues CatchUp(IndexFile file)
    {
        using var last = file.Command("select (select max(id) from documents), (select max(number) from gone)");
        using var reader = last.ExecuteReader();
        reader.Read();
        var (highest, gone) = (reader.IsDBNull(0) ? 0 : reader.GetInt64(0), reader.IsDBNull(1) ? 0 : reader.GetInt64(1));
        var values = Values;
        if (values.Count > highest && Volatile.Read(ref _lastGone) >= gone)
            return values;
        lock (_lock)
        {
            ReadGone(file, gone);
            return ReadNew(file, (int)highest);
        }
    }

    public string Word(int number)
    {
        lock (_lock)
            return _wordList[number];
    }

    public int? NumberOf(string word)
    {
        lock (_lock)
            return _words.TryGetValue(word, out var number) ? number : null;
    }

    public Guid Body(int number)
    {
        lock (_lock)
            return _bodyList[number];
    }

    /// <summary>Bodies by their numbers.</summary>
    public IReadOnlyList<Guid> Bodies
    {
        get
        {
            lock (_lock)
                return [.. _bodyList];
        }
    }

    /// <summary>分类 by their numbers: by what columns tell documents apart; a few hundred, however many documents there are.</summary>
    public IReadOnlyList<DocumentFacets> Classes
    {
        get
        {
            lock (_lock)
                return [.. _classList.Select(one => new DocumentFacets((DocumentKind)one.Kind, Said(one.Item), Said(one.Topic), Section: null) { Column = Said(one.Column) })];
        }
    }

    public IReadOnlyList<string> Words
    {
        get
        {
            lock (_lock)
                return [.. _wordList];
        }
    }

    private LaneValues ReadNew(IndexFile file, int highest)
    {
        var values = _values;
        if (values.Count > highest)
            return values;
        if (highest >= values.Capacity)
            values = values.Grown(Math.Max(highest + 1, values.Capacity * 2));
        using var command = file.Command("select id, key, body, kind, shown, topic, item, chosen, published, changed, validity, ended, title, length from documents where id >= $from");
        command.Parameters.AddWithValue("$from", values.Count);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            ReadRow(values, reader);
        values = values.Until(highest + 1, _length, _length / Math.Max(1, values.Alive));
        Volatile.Write(ref _values, values);
        return values;
    }

    private void ReadRow(LaneValues values, SqliteDataReader reader)
    {
        var row = (int)reader.GetInt64(0);
        values.Key[row] = reader.GetGuid(1);
        values.Body[row] = NumberOf(reader.GetGuid(2));
        values.Kind[row] = (byte)reader.GetInt32(3);
        values.Shown[row] = reader.GetInt32(4);
        values.Topic[row] = Intern(reader.GetString(5));
        values.Class[row] = NumberOf(new RowClass(values.Kind[row], values.Topic[row], Intern(reader.GetString(6)), Intern(reader.GetString(7))));
        values.Published[row] = reader.GetInt32(8);
        values.Changed[row] = reader.GetInt32(9);
        values.Validity[row] = (byte)reader.GetInt32(10);
        values.Ended[row] = reader.GetInt32(11);
        values.TitleLength[row] = (ushort)Math.Min(reader.GetString(12).Length, ushort.MaxValue);
        values.Length[row] = reader.GetInt32(13);
        values.IsAlive[row] = true;
        _length += values.Length[row];
        values.Alive++;
    }

    private void ReadGone(IndexFile file, long gone)
    {
        using var command = file.Command("select id from gone where number > $from");
        command.Parameters.AddWithValue("$from", _lastGone);
        using var reader = command.ExecuteReader();
        var values = _values;
        while (reader.Read())
        {
            var row = (int)reader.GetInt64(0);
            if (row >= values.Count || !values.IsAlive[row])
                continue;
            values.IsAlive[row] = false;
            values.Alive--;
            _length -= values.Length[row];
        }

        Volatile.Write(ref _lastGone, gone);
    }

    private int Intern(string word)
    {
        if (!_words.TryGetValue(word, out var number))
        {
            _words[word] = number = _wordList.Count;
            _wordList.Add(word);
        }

        return number;
    }

    private int NumberOf(Guid body)
    {
        if (!_bodies.TryGetValue(body, out var number))
        {
            _bodies[body] = number = _bodyList.Count;
            _bodyList.Add(body);
        }

        return number;
    }

    private int NumberOf(RowClass one)
    {
        if (!_classes.TryGetValue(one, out var number))
        {
            _classes[one] = number = _classList.Count;
            _classList.Add(one);
        }

        return number;
    }

    private string? Said(int word) => word == 0 ? null : _wordList[word];

    private readonly record struct RowClass(byte Kind, int Topic, int Item, int Column);
}

/// <summary>列值: arrays that only grow; rows from <see cref="Count"/> on are not to be looked at.</summary>
internal sealed class LaneValues(int capacity)
{
    public int Capacity { get; } = capacity;

    /// <summary>One more than the last row.</summary>
    public int Count { get; private set; } = 1;
    public int Alive { get; set; }
    public float AverageLength { get; private set; } = 1;
    public Guid[] Key { get; private init; } = new Guid[capacity];
    public int[] Body { get; private init; } = new int[capacity];
    public int[] Shown { get; private init; } = new int[capacity];
    public int[] Topic { get; private init; } = new int[capacity];

    /// <summary>Kind, topic, item and chosen column in one number.</summary>
    public int[] Class { get; private init; } = new int[capacity];
    public int[] Changed { get; private init; } = new int[capacity];
    public int[] Published { get; private init; } = new int[capacity];
    public int[] Ended { get; private init; } = new int[capacity];
    public int[] Length { get; private init; } = new int[capacity];
    public ushort[] TitleLength { get; private init; } = new ushort[capacity];
    public byte[] Kind { get; private init; } = new byte[capacity];

    /// <summary>Bits: has a validity, was amended, ends by repeal.</summary>
    public byte[] Validity { get; private init; } = new byte[capacity];
    public bool[] IsAlive { get; private init; } = new bool[capacity];

    public LaneValues Grown(int more) => new(more)
    {
        Count = Count,
        Alive = Alive,
        Key = Bigger(Key, more),
        Body = Bigger(Body, more),
        Shown = Bigger(Shown, more),
        Topic = Bigger(Topic, more),
        Class = Bigger(Class, more),
        Changed = Bigger(Changed, more),
        Published = Bigger(Published, more),
        Ended = Bigger(Ended, more),
        Length = Bigger(Length, more),
        TitleLength = Bigger(TitleLength, more),
        Kind = Bigger(Kind, more),
        Validity = Bigger(Validity, more),
        IsAlive = Bigger(IsAlive, more),
    };

    public LaneValues Until(int count, long length, long average)
    {
        var same = (LaneValues)MemberwiseClone();
        same.Count = count;
        same.AverageLength = length == 0 ? 1 : average;
        return same;
    }

    private static T[] Bigger<T>(T[] values, int more)
    {
        Array.Resize(ref values, more);
        return values;
    }
}
