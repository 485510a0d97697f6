using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>索引号规则 of a body: how its numbers are written, and the last one of each year. A number once given is never given again, be its document withdrawn.</summary>
public sealed partial class IndexRule(BodyId body) : IRecordable
{
    public const string Standard = "{code}/{yyyy}-{serial:5}";

    private readonly List<IndexSerial> _serials = [];

    public BodyId Body { get; } = body;

    /// <summary>`{code}`, `{yyyy}`, `{MM}`, `{serial:5}`.</summary>
    public string Pattern { get; private set; } = Standard;

    /// <summary>统一社会信用代码 or organisation code; the body's key until it is known.</summary>
    public required string Code { get; set; }
    public IReadOnlyList<IndexSerial> Serials => _serials;
    public uint Version { get; private set; }

    /// <summary>How often people set the rule; unlike <see cref="Version"/> it stays while numbers are given.</summary>
    public uint Edition { get; private set; }

    string IRecordable.Kind => "index_rule";
    string IRecordable.Key => $"{Body.Value}";

    /// <exception cref="RefusedException">Two documents could get the same number.</exception>
    public void Change(string pattern, string code)
    {
        if (!Shape().IsMatch(pattern) || !pattern.Contains("{code}", StringComparison.Ordinal) || !pattern.Contains("{yyyy}", StringComparison.Ordinal) || Serial().Count(pattern) != 1)
            throw new RefusedException("索引号规则应当含有{code}、{yyyy}和一个{serial:位数}，例如 {code}/{yyyy}-{serial:5}。", "pattern");
        if (string.IsNullOrWhiteSpace(code))
            throw new RefusedException("请填写机构代码。", "code");
        (Pattern, Code, Edition) = (pattern, code.Trim(), Edition + 1);
    }

    /// <summary>Whether numbers of both could be the same: one code, or one way of writing with the codes in it.</summary>
    public bool MayMeet(string pattern, string code) =>
        string.Equals(Code, code, StringComparison.OrdinalIgnoreCase) || string.Equals(WithCode(Pattern, Code), WithCode(pattern, code), StringComparison.OrdinalIgnoreCase);

    /// <summary>The next number of that day's year.</summary>
    public string Next(DateOnly day)
    {
        var serial = _serials.Find(one => one.Year == day.Year);
        if (serial is null)
            _serials.Add(serial = new IndexSerial(day.Year));
        serial.Last++;
        var number = WithCode(Pattern, Code)
            .Replace("{yyyy}", day.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{MM}", day.Month.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Serial().Replace(number, match => serial.Last.ToString(CultureInfo.InvariantCulture).PadLeft(match.Groups["digits"].ValueSpan[0] - '0', '0'));
    }

    /// <summary>A number that was given elsewhere and comes in: where it looks like one of ours, ours go on after it.</summary>
    public void Know(string number)
    {
        var shape = Regex.Escape(Pattern).Replace("\\{code}", Regex.Escape(Code), StringComparison.Ordinal).Replace("\\{yyyy}", "(?<year>[0-9]{4})", StringComparison.Ordinal)
            .Replace("\\{MM}", "[0-9]{2}", StringComparison.Ordinal);
        shape = EscapedSerial().Replace(shape, "(?<serial>[0-9]{3,9})");
        if (Regex.Match(number, $"^{shape}\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is not { Success: true } match)
            return;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var serial = _serials.Find(one => one.Year == year);
        if (serial is null)
            _serials.Add(serial = new IndexSerial(year));
        serial.Last = Math.Max(serial.Last, int.Parse(match.Groups["serial"].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static string WithCode(string pattern, string code) => pattern.Replace("{code}", code, StringComparison.Ordinal);

    [GeneratedRegex(@"\\\{serial:[3-8]\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EscapedSerial();

    [GeneratedRegex(@"^([A-Za-z0-9/_-]|\{code\}|\{yyyy\}|\{MM\}|\{serial:[3-8]\})+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\{serial:(?<digits>[3-8])\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Serial();
}

/// <summary>流水号: the last number given in a year.</summary>
public sealed class IndexSerial(int year)
{
    public int Year { get; } = year;
    public int Last { get; internal set; }
}
