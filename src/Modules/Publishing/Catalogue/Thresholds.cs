using System.Text.Json;

namespace Gongkai.Publishing;

/// <summary>阈值: data/catalogue/thresholds.json, by what a column counts as long not updated, each with its source.</summary>
public static class Thresholds
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<Threshold> All { get; } = Read();

    public static Threshold Of(string key) => All.First(threshold => threshold.Key == key);

    private static List<Threshold> Read()
    {
        using var stream = typeof(Thresholds).Assembly.GetManifestResourceStream("catalogue/thresholds.json")!;
        return JsonSerializer.Deserialize<ThresholdFile>(stream, s_json)!.Thresholds;
    }

    private sealed record ThresholdFile(string About, List<Threshold> Thresholds);
}

/// <summary>One threshold: a period, or a number of columns.</summary>
public sealed record Threshold(string Key, string Name, string Source, int? Days = null, int? Months = null, int? Count = null)
{
    /// <summary>The last day that is in time, counted from a day.</summary>
    public DateOnly LastDay(DateOnly from) => from.AddMonths(Months ?? 0).AddDays(Days ?? 0);

    /// <summary>The first day that is still inside, counted back.</summary>
    public DateOnly FirstDay(DateOnly upTo) => upTo.AddMonths(-(Months ?? 0)).AddDays(-(Days ?? 0));

    public string Period => Months is { } months ? $"{months}个月" : $"{Days}日";
}
