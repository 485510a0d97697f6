using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>发布信息数: how many items a channel published, where the text speaks of all its items and not of some sort of them.</summary>
internal static class PublishedItems
{
    // What may stand between the channel and the figure without narrowing what is counted.
    private static readonly string[] s_general =
    [
        "政务公开平台", "公众号", "官方", "平台", "政务公开", "信息公开", "主动公开", "公开", "发布", "推送", "更新", "各类", "各项", "各种", "相关", "政务", "政府", "信息", "共计", "累计", "总计", "合计", "共",
        "文章", "原创", "门户", "上", "渠道", "”", "“", "全年", "本年度", "年度", "了", "账号", "号", "内容",
    ];

    private static readonly (string Word, string Name)[] s_channels =
        [("政府门户网站", "政府网站"), ("政府网站", "政府网站"), ("局门户网站", "本局网站"), ("局网站", "本局网站"), ("门户网站", "门户网站"), ("微信公众号", "微信公众号"), ("微信", "微信公众号"), ("微博", "微博"), ("抖音", "抖音"), ("客户端", "客户端"), ("今日头条", "今日头条")];

    public static IEnumerable<GivenQuantity> In(Sentence sentence)
    {
        var segment = sentence.Start;
        var isOther = false;
        foreach (var word in sentence.Words)
        {
            if (word.EndsClause)
            {
                segment = word.End;
                isOther = false;
            }
            else if (word.Sense is Sense.Compare or Sense.Past)
            {
                isOther = true;
            }
            else if (word.Is(Sense.Figure))
            {
                if (!isOther && word.Figure is { IsApproximate: false, Unit: "条" or "篇" or "则" or "件" } && word.Start - segment is > 0 and < 80 && Channel(sentence.Folded.Text[segment..word.Start]) is { } channel)
                    yield return new GivenQuantity($"{channel}发布信息数", word.Figure.Value, sentence, word.Start, word.End);
                segment = word.End;
            }
        }
    }

    private static string? Channel(string clause)
    {
        if (!clause.Contains("信息", StringComparison.Ordinal) && !clause.Contains("文章", StringComparison.Ordinal))
            return null;
        foreach (var (word, name) in s_channels)
        {
            var at = clause.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rest = clause[(at + word.Length)..];
            if (s_channels.Any(other => rest.Contains(other.Word, StringComparison.Ordinal)) || rest.Contains('、', StringComparison.Ordinal))
                return null;
            foreach (var general in s_general)
                rest = rest.Replace(general, "", StringComparison.Ordinal);
            return rest.Length == 0 ? name : null;
        }

        return null;
    }
}
