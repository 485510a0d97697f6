using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>指南要素: the fields of a guide in one list, so that form, check, comparison and interface can forget none.</summary>
public static partial class GuideFields
{
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<GuideField> All { get; } =
    [
        new("classification", "政府信息的分类", GuideFieldKind.Text, guide => guide.Classification, (guide, text) => guide.Classification = text) { IsOfArticle12 = true, Hint = "本机关的政府信息分为哪几类" },
        new("arrangement", "编排体系", GuideFieldKind.Text, guide => guide.Arrangement, (guide, text) => guide.Arrangement = text) { IsOfArticle12 = true, Hint = "怎样编号、怎样排列，怎样按索引号查找" },
        new("ways_to_obtain", "获取方式", GuideFieldKind.Text, guide => guide.WaysToObtain, (guide, text) => guide.WaysToObtain = text) { IsOfArticle12 = true, Hint = "主动公开的在哪里看，其他的怎样申请" },
        new("office_name", "公开工作机构名称", GuideFieldKind.Line, guide => guide.OfficeName, (guide, text) => guide.OfficeName = text) { IsOfArticle12 = true },
        new("address", "办公地址", GuideFieldKind.Line, guide => guide.Address, (guide, text) => guide.Address = text) { IsOfArticle12 = true },
        new("hours", "办公时间", GuideFieldKind.Line, guide => guide.Hours, (guide, text) => guide.Hours = text) { IsOfArticle12 = true },
        new("phone", "联系电话", GuideFieldKind.Line, guide => guide.Phone, (guide, text) => guide.Phone = text) { IsOfArticle12 = true, Hint = "有区号，例如 0990-8100101" },
        new("fax", "传真号码", GuideFieldKind.Line, guide => guide.Fax, (guide, text) => guide.Fax = text) { IsOfArticle12 = true, Hint = "没有传真的填“无”" },
        new("internet_contact", "互联网联系方式", GuideFieldKind.Line, guide => guide.InternetContact, (guide, text) => guide.InternetContact = text) { IsOfArticle12 = true, Hint = "电子邮箱或者网上申请的地址" },
        new("post_code", "邮政编码", GuideFieldKind.Line, guide => guide.PostCode, (guide, text) => guide.PostCode = text),
        new("request_channels", "申请渠道", GuideFieldKind.Text, guide => guide.RequestChannels, (guide, text) => guide.RequestChannels = text) { Hint = "当面和信函申请不得拒绝；写明的其他渠道都应当受理" },
        new("supervision", "监督方式", GuideFieldKind.Text, guide => guide.Supervision, (guide, text) => guide.Supervision = text) { Hint = "向谁投诉举报，电话和地址" },
        new("effective_on", "施行日期", GuideFieldKind.Day, guide => Written(guide.EffectiveOn), (guide, text) => guide.EffectiveOn = Read(text, "施行日期", "effective_on")) { Hint = "不填的，以发布日期为准" },
        new("review_by", "下次核对日期", GuideFieldKind.Day, guide => Written(guide.ReviewBy), (guide, text) => guide.ReviewBy = Read(text, "下次核对日期", "review_by")) { Hint = "不填的，为发布之日起十二个月" },
    ];

    /// <summary>What article 12 names and is empty.</summary>
    public static IEnumerable<GuideField> MissingIn(GuideContent guide) => All.Where(field => field.IsOfArticle12 && string.IsNullOrWhiteSpace(field.Of(guide)));

    /// <summary>The content as it was typed, field by field.</summary>
    /// <exception cref="RefusedException">A field is too long, or a date, number or address is none.</exception>
    public static GuideContent Read(Func<string, string?> typed)
    {
        var guide = new GuideContent();
        foreach (var field in All)
        {
            var text = string.Concat((typed(field.Key) ?? "").Where(letter => !char.IsControl(letter) || letter == '\n')).Trim();
            var atMost = field.Kind == GuideFieldKind.Text ? 5000 : 200;
            if (text.Length > atMost)
                throw new RefusedException($"{field.Label}最多{atMost}个字，现有{text.Length}个。", field.Key);
            field.Set(guide, text.Length == 0 ? null : text);
        }

        return guide.PostCode is { } code && !PostCode().IsMatch(code) ? throw new RefusedException("邮政编码是6位数字。", "post_code") : guide;
    }

    private static string? Written(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    private static DateOnly? Read(string? text, string label, string field) => text is null ? null
        : DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new RefusedException($"{label}“{text}”不是日期，应当写成2026-03-02的样子。", field);

    [GeneratedRegex(@"^[0-9]{6}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostCode();
}

/// <summary>How a field of the guide is written.</summary>
public enum GuideFieldKind
{
    Line,
    Text,
    Day,
}

/// <summary>One field of a guide.</summary>
public sealed record GuideField(string Key, string Label, GuideFieldKind Kind, Func<GuideContent, string?> Of, Action<GuideContent, string?> Set)
{
    public bool IsOfArticle12 { get; init; }
    public string? Hint { get; init; }
}
