namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>发布信息数: how many items were published, in all or by a channel, where the text speaks of all of them and not of some sort.</summary>
internal static class PublishedItems
{
    // What may stand between the channel and the figure without narrowing what is counted.
    private static readonly string[] s_general =
    [
        "政务公开平台", "公众号", "官方", "平台", "政务公开", "信息公开", "主动公开", "公开", "发布", "推送", "更新", "各类", "各项", "各种", "相关", "政务", "政府", "信息", "共计", "累计", "总计", "合计", "共",
        "文章", "原创", "门户", "上", "渠道", "”", "“", "全年", "本年度", "年度", "了", "账号", "号", "内容",
    ];

    private static readonly (string Word, string Name, string Key)[] s_channels =
    [
        ("政府门户网站", "政府网站", "government_website"), ("政府网站", "政府网站", "government_website"), ("局门户网站", "本局网站", "own_website"), ("局网站", "本局网站", "own_website"), ("门户网站", "门户网站", "website"),
        ("微信公众号", "微信公众号", "wechat"), ("微信", "微信公众号", "wechat"), ("微博", "微博", "weibo"), ("抖音", "抖音", "douyin"), ("客户端", "客户端", "app"), ("今日头条", "今日头条", "toutiao"),
    ];

    /// <summary>The figures of a sentence.</summary>
    public static IEnumerable<PublishedFigure> In(Sentence sentence)
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
                if (!isOther && word.Figure is { IsApproximate: false, Unit: "条" or "篇" or "则" or "件" } && word.Start - segment is > 0 and < 80 && Counted(sentence.Folded.Text[segment..word.Start]) is { } counted)
                    yield return new PublishedFigure(counted.Key, counted.Name, word.Figure.Value, sentence, word.Start, word.End);
                segment = word.End;
            }
        }
    }

    private static (string Key, string Name)? Counted(string clause)
    {
        if (!clause.Contains("信息", StringComparison.Ordinal) && !clause.Contains("文章", StringComparison.Ordinal))
            return null;
        foreach (var (word, name, key) in s_channels)
        {
            var at = clause.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rest = clause[(at + word.Length)..];
            if (s_channels.Any(other => rest.Contains(other.Word, StringComparison.Ordinal)) || rest.Contains('、', StringComparison.Ordinal))
                return null;
            return IsGeneral(rest) ? (key, name) : null;
        }

        // 全年主动公开政府信息35条
        var verb = clause.LastIndexOf("主动公开", StringComparison.Ordinal);
        return verb >= 0 && IsGeneral(clause[verb..]) ? (PublishedFigure.All, "主动公开信息") : null;
    }

    private static bool IsGeneral(string words)
    {
        foreach (var general in s_general)
            words = words.Replace(general, "", StringComparison.Ordinal);
        return words.Length == 0;
    }
}

/// <summary>A figure of published items.</summary>
/// <param name="Key">Channel, or <see cref="All"/>.</param>
/// <param name="Name">The same in Chinese.</param>
/// <param name="Value">How many.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Start">Start in the folded paragraph.</param>
/// <param name="End">End in the folded paragraph.</param>
internal readonly record struct PublishedFigure(string Key, string Name, decimal Value, Sentence Sentence, int Start, int End)
{
    public const string All = "all";

    public Claim ToClaim()
    {
        var (text, place) = Sentence.ClauseAround(Start, End);
        return new Claim(text, Value, $"published.{Key}", place) { Section = Sentence.Section.Key, Rule = Key == All ? null : "R069" };
    }
}
