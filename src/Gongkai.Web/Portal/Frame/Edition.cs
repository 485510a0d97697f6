using System.Globalization;
using Gongkai.Web.Shell;

namespace Gongkai.Web.Portal.Frame;

/// <summary>
/// 一版: what the record says on one day (what is in force depends on the day), as different visitors see it: display and encoding.
/// The words of what nearly everybody asks for are spelt once.
/// </summary>
internal sealed class Edition(long stamp, int day)
{
    private static readonly string[] s_encodings = ["br", "gzip", ""];

    private readonly string[] _plain = [.. s_encodings.Select(encoding => Word(stamp, day, Display.Plain, encoding))];

    public long Stamp { get; } = stamp;

    public int Day { get; } = day;

    public string For(HttpRequest request)
    {
        var (display, encoding) = (Display.Of(request), Encoding(request));
        return ReferenceEquals(display, Display.Plain) ? _plain[encoding] : Word(Stamp, Day, display, s_encodings[encoding]);
    }

    private static int Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Length == 0 ? s_encodings.Length - 1 : Array.FindIndex(s_encodings, one => accepted.Contains(one, StringComparison.OrdinalIgnoreCase));
    }

    private static string Word(long stamp, int day, Display display, string encoding) => string.Create(CultureInfo.InvariantCulture, $"{stamp}/{day}/{display.Key}/{encoding}");
}
