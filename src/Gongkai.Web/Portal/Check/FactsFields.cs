using System.Globalization;
using Gongkai.AnnualReports.Checking;
using Gongkai.Web.Shell.Uploads;

namespace Gongkai.Web.Portal.Check;

/// <summary>已知事实 as fields of a form: level, rule_making_power, published_on, url; all may be left empty.</summary>
public static class FactsFields
{
    /// <summary>False when a field is filled in a way that cannot be understood; the faults name it and say how to fill it.</summary>
    public static bool TryRead(Upload upload, out Facts? facts, out IReadOnlyList<(string Field, string Message)> faults)
    {
        List<(string, string)> found = [];
        DateOnly? publishedOn = null;
        if (upload.Field("published_on") is { Length: > 0 } date)
        {
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                publishedOn = day;
            else
                found.Add(("published_on", "请按 2026-01-28 这样的样式填写公布日期，不知道可以不填。"));
        }

        var url = upload.Field("url");
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            found.Add(("url", "请填写以 http:// 或 https:// 开头的完整网址，不知道可以不填。"));

        var level = Levels.Keys.Contains(upload.Field("level")) ? upload.Field("level") : null;
        var power = upload.Field("rule_making_power") switch { "yes" or "true" => true, "no" or "false" => false, _ => (bool?)null };
        faults = found;
        facts = level is null && power is null && publishedOn is null && url.Length == 0
            ? null
            : new Facts { Level = level, RuleMakingPower = power, PublishedOn = publishedOn, Url = url.Length == 0 ? null : url };
        return found.Count == 0;
    }
}
