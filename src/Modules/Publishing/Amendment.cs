using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>修改情况 (题注): one amendment of a rule or normative document, as the revision says it: the day, null where nobody knows it, and the amending document.</summary>
public sealed partial record Amendment(DateOnly? On, string By)
{
    private const int LongestName = 200;
    private const int Most = 50;
    private const string UnknownDay = "日期不详";

    private static readonly string[] s_dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    public string Name => On is { } day ? $"{day:yyyy年M月d日}{By}" : $"{By}（{UnknownDay}）";

    public bool HoldsOn(DateOnly day) => On is null || On <= day;

    /// <summary>As it is stored, one a line.</summary>
    public static IReadOnlyList<Amendment> Of(string? stored) => string.IsNullOrEmpty(stored) ? [] : [.. stored.Split('\n').Select(Parse)];

    /// <summary>What people typed, as it is stored; null for nothing.</summary>
    /// <exception cref="RefusedException">A line has no day or no document.</exception>
    internal static string? Clean(string? typed)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > Most)
            throw new RefusedException($"修改情况最多{Most}行。", "amendments");
        return lines.Length == 0 ? null : string.Join('\n', lines.Select(line => Stored(Parse(line))));
    }

    /// <summary>What an old site says without a date.</summary>
    internal static string Unknown(string by) => Stored(new Amendment(null, by));

    private static string Stored(Amendment one) => string.Create(CultureInfo.InvariantCulture, $"{one.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? UnknownDay} {one.By}");

    private static Amendment Parse(string line)
    {
        var match = Line().Match(line);
        var by = match.Groups["by"].Value.Trim();
        if (!match.Success || by.Length is 0 or > LongestName)
            throw Strange(line);
        var day = match.Groups["day"].Value;
        return day == UnknownDay ? new Amendment(null, by)
            : DateOnly.TryParseExact(day, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? new Amendment(on, by)
            : throw Strange(line);
    }

    private static RefusedException Strange(string line) => new($"修改情况每行写一次修改：日期、空格、修改文件，例如“2026-03-01 云科发〔2026〕3号”；日期不知道的写“{UnknownDay}”。现有一行是“{line}”。", "amendments");

    [GeneratedRegex(@"^(?<day>日期不详|[0-9]{4}(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日))[\s，,]+(?<by>.+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();
}
