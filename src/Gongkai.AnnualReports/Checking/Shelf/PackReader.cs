using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking.Shelf;

/// <summary>Reads what <see cref="PackWriter"/> wrote, part by part in the same order.</summary>
internal sealed class PackReader(byte[] packed) : IDisposable
{
    private readonly BinaryReader _reader = new(new MemoryStream(packed, writable: false));
    private readonly List<string> _texts = [];

    public string? Text()
    {
        switch (_reader.Read7BitEncodedInt())
        {
            case 0:
                return null;
            case 1:
                _texts.Add(_reader.ReadString());
                return _texts[^1];
            case var number:
                return _texts[number - 2];
        }
    }

    public int? Number() => _reader.ReadBoolean() ? _reader.Read7BitEncodedInt() : null;

    public decimal Figure() => _reader.Read7BitEncodedInt() is > 0 and var small ? small - 1 : _reader.ReadDecimal();

    public SourcePlace? Place()
    {
        var flags = _reader.ReadByte();
        return flags == 0 ? null : new SourcePlace(Part(1), Part(2), Part(4), Part(8), Part(16), Part(32), Text());

        int? Part(int flag) => (flags & flag) == 0 ? null : _reader.Read7BitEncodedInt();
    }

    public Cell Cell()
    {
        var flags = _reader.ReadByte();
        var cell = new Cell((CellState)(flags & 15), (flags & 16) == 0 ? null : Figure());
        if ((flags & 32) != 0)
            cell = cell with { Alternatives = List(Figure) };
        if ((flags & 64) != 0)
            cell = cell with { Note = Text() };
        return cell with { Raw = Text(), Source = Place() };
    }

    public T[] List<T>(Func<T> read)
    {
        var items = new T[_reader.Read7BitEncodedInt()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    public void Dispose() => _reader.Dispose();
}
