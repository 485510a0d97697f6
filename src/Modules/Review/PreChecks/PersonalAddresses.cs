using System.Text.RegularExpressions;

namespace Gongkai.Reviews;

/// <summary>个人住址: down to the door or the group of a village, or named as somebody's home.</summary>
public sealed partial class PersonalAddresses : TextPreCheck
{
    public override string Id => "personal_address";
    public override string Name => "个人住址";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Home().Matches(text))
            yield return new(FindingSeverity.Serious, match.Index, Shown(match), "删除，或者只写到街道（乡镇）");
        foreach (Match match in Door().Matches(text))
        {
            if (!Home().IsMatch(Before(text, match.Index) + match.Value))
                yield return new(FindingSeverity.Warning, match.Index, Shown(match), "核对是否为个人住址，是的只写到街道（乡镇）");
        }
    }

    private static string Shown(Match match) => Masked(match.Value, Math.Min(6, match.Value.Length / 3), 0);

    [GeneratedRegex("(家住|住址[：:]?|家庭(住址|地址)[：:]?|户籍(所在)?地[：:]?|现住)[^。；，,\\n]{2,40}?(号|室|组|户|栋|单元|村|社区|小区)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Home();

    [GeneratedRegex("[一-龥]{2,12}(小区|花园|家园|公寓|苑|新村|宿舍)[0-9一二三四五六七八九十A-Za-z-]{0,6}(号楼|栋|幢|座|期)?[0-9一二三四五六七八九十A-Za-z-]{0,6}(单元)?[0-9一二三四五六七八九十-]{1,6}(室|户|号房)|[一-龥]{2,10}村[0-9一二三四五六七八九十]{1,3}组[0-9]{1,4}号", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Door();
}
