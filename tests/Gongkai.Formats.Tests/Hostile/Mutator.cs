namespace Gongkai.Formats.Tests.Hostile;

/// <summary>变异: damages a file the way transport, editors and attackers do; the same seed gives the same damage.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly byte[][] s_tokens =
    [
        "<"u8.ToArray(), ">"u8.ToArray(), "<table>"u8.ToArray(), "</td>"u8.ToArray(), "\t"u8.ToArray(), "\n\n"u8.ToArray(), "|"u8.ToArray(), "\0"u8.ToArray(), "&#x0;"u8.ToArray(), "\"99999\""u8.ToArray(), "-1"u8.ToArray(),
        "<!--"u8.ToArray(), "<![CDATA["u8.ToArray(), "<w:tbl>"u8.ToArray(), "<w:p><w:r>"u8.ToArray(), "</w:tc>"u8.ToArray(), "\f"u8.ToArray(), [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x80], "2147483648"u8.ToArray(),
    ];

    private readonly Random _random = new(seed);

    public byte[] Next(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var times = _random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
            Damage(bytes);
        return [.. bytes];
    }

    private void Damage(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, _random.Next(1, 64));
        switch (_random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, s_tokens[_random.Next(s_tokens.Length)]);
                break;
        }
    }
}
