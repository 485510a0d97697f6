using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>格式版本: which official form a report follows, told by the words of its tables; the year decides only where the tables are lost.</summary>
internal static class EditionReader
{
    private static readonly string[] s_trial2019 = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "其他对外管理服务事项", "采购项目数量", "采购总金额", "第二十条第(九)项"];
    private static readonly string[] s_f2021 = ["本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额", "逾期不补正", "未按收费通知"];

    /// <summary>The form, or null for `other`; the signs of the edition that was not chosen are listed.</summary>
    public static (Form? Form, IReadOnlyList<Observation> Mixed) Tell(IReadOnlyList<Segment> segments, int headings, int? year)
    {
        var text = Normal.Tight(segments);
        var trial = s_trial2019.Where(word => text.Contains(word, StringComparison.Ordinal)).ToList();
        var current = s_f2021.Where(word => text.Contains(word, StringComparison.Ordinal)).ToList();
        if (trial.Count + current.Count < 2)
        {
            var byYear = year is { } known && headings >= 4 ? Form.OfYear(known) : null;
            return (trial.Count + current.Count == 1 && byYear is null ? null : byYear, []);
        }

        var form = trial.Count > current.Count ? Form.Trial2019 : Form.F2021;
        var foreign = trial.Count > current.Count ? current : trial;
        return (form, [.. foreign.Select(word => new Observation(ObservationKind.OtherEdition, word, PlaceOf(segments, word)))]);
    }

    private static SourcePlace? PlaceOf(IReadOnlyList<Segment> segments, string word) =>
        segments.FirstOrDefault(segment => Normal.Tight(segment.Text).Contains(word, StringComparison.Ordinal))?.Place;
}
