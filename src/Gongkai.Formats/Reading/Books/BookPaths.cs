using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Formats.Reading.Books;

/// <summary>书内地址: where a link inside an e-book leads, as the name of a part; nothing that would leave the archive is one.</summary>
internal static class BookPaths
{
    private const string Start = "at-";
    private const int Digits = 12;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The part and the place in it; null for an address elsewhere, an absolute one, one that climbs out.</summary>
    /// <param name="from">The part that the link stands in.</param>
    /// <param name="written">As it is written there.</param>
    public static (string Part, string? Place)? Resolve(string from, string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var address = written.Trim();
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var place = hash < 0 ? null : Unescaped(address[(hash + 1)..]);
        var path = Unescaped((hash < 0 ? address : address[..hash]).Split('?')[0]);
        if (path.Length == 0)
            return (from, place);
        if (path.StartsWith('/') || path.AsSpan().IndexOfAny('\\', ':') >= 0 || path.Any(char.IsControl))
            return null;
        List<string> parts = [.. from.Split('/')[..^1]];
        foreach (var step in path.Split('/'))
        {
            if (step == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("" or "."))
            {
                parts.Add(step);
            }
        }

        return parts.Count == 0 ? null : (string.Join('/', parts), place);
    }

    /// <summary>The name under which a place of a book stands on our page: of our making, so that it can be no name that the page uses itself.</summary>
    public static string PlaceOf(string id) => $"{Start}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..Digits]}";

    public static bool IsPlace(string? id) => id is { Length: Digits + 3 } && id.StartsWith(Start, StringComparison.Ordinal) && id.AsSpan(Start.Length).IndexOfAnyExcept(s_digits) < 0;

    private static string Unescaped(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return text;
        }
    }
}
