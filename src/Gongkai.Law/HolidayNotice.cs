using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Law;

/// <summary>放假通知: one notice of the General Office of the State Council on the holidays of a year, as data.</summary>
/// <param name="Title">Title of the notice.</param>
/// <param name="Number">文号, such as 国办发明电〔2023〕7号.</param>
/// <param name="Issued">The day it was issued; before it nobody could know the plan.</param>
/// <param name="Year">The year it arranges; single days may lie in December of the year before.</param>
/// <param name="Festivals">What it arranges. A notice that adjusts an earlier one lists only what changes.</param>
public sealed record HolidayNotice(string Title, string Number, DateOnly Issued, int Year, IReadOnlyList<Festival> Festivals)
{
    private static readonly JsonSerializerOptions s_strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">The file has not exactly the members of a notice.</exception>
    public static HolidayNotice Read(Stream json) =>
        JsonSerializer.Deserialize<HolidayNotice>(json, s_strict) ?? throw new JsonException("null is no notice");
}

/// <summary>节日: the days off of a festival, first to last, and the weekend days that are worked for it (调休上班).</summary>
public sealed record Festival(string Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Work)
{
    public IEnumerable<DateOnly> DaysOff()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
            yield return day;
    }
}
