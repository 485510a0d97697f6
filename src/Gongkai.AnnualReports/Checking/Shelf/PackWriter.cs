using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking.Shelf;

/// <summary>Writes the parts of a packed report; a text that has come before is written as its number.</summary>
internal sealed class PackWriter : IDisposable
{
    private readonly MemoryStream _bytes = new(1 << 14);
    private readonly BinaryWriter _writer;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public PackWriter() => _writer = new BinaryWriter(_bytes);

    public byte[] ToArray()
    {
        _writer.Flush();
        return _bytes.ToArray();
    }

    /// <summary>0 is null, 1 a new text, n + 2 the n-th text.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            _writer.Write7BitEncodedInt(0);
        }
        else if (_texts.TryGetValue(text, out var number))
        {
            _writer.Write7BitEncodedInt(number + 2);
        }
        else
        {
            _texts.Add(text, _texts.Count);
            _writer.Write7BitEncodedInt(1);
            _writer.Write(text);
        }
    }

    public void Number(int? number)
    {
        _writer.Write(number is not null);
        if (number is { } n)
            _writer.Write7BitEncodedInt(n);
    }

    /// <summary>Small whole numbers, which nearly all are, take a byte or two; the scale of others is kept.</summary>
    public void Figure(decimal figure)
    {
        if (figure is >= 0 and < int.MaxValue && figure.Scale == 0)
        {
            _writer.Write7BitEncodedInt((int)figure + 1);
            return;
        }

        _writer.Write7BitEncodedInt(0);
        _writer.Write(figure);
    }

    public void Place(SourcePlace? place)
    {
        if (place is null)
        {
            _writer.Write((byte)0);
            return;
        }

        ReadOnlySpan<int?> numbers = [place.Page, place.Line, place.Paragraph, place.Table, place.Row, place.Column];
        var flags = 128;
        for (var i = 0; i < numbers.Length; i++)
            flags |= numbers[i] is null ? 0 : 1 << i;
        _writer.Write((byte)flags);
        foreach (var number in numbers)
        {
            if (number is { } n)
                _writer.Write7BitEncodedInt(n);
        }

        Text(place.Text);
    }

    public void Cell(in Cell cell)
    {
        var flags = (int)cell.State | (cell.Value is null ? 0 : 16) | (cell.Alternatives is null ? 0 : 32) | (cell.Note is null ? 0 : 64);
        _writer.Write((byte)flags);
        if (cell.Value is { } value)
            Figure(value);
        if (cell.Alternatives is { } alternatives)
            List(alternatives, Figure);
        if (cell.Note is not null)
            Text(cell.Note);
        Text(cell.Raw);
        Place(cell.Source);
    }

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        _writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }

    public void Dispose() => _writer.Dispose();
}
