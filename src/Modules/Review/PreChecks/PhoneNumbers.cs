using System.Text.RegularExpressions;

namespace Gongkai.Reviews;

/// <summary>手机号码: serious, unless the clause before it says that it is an office's contact.</summary>
public sealed partial class MobileNumbers : TextPreCheck
{
    public override string Id => "mobile_number";
    public override string Name => "手机号码";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var number = string.Concat(match.Value.Where(char.IsAsciiDigit));
            var office = Contacts.OfOffice().IsMatch(Before(text, match.Index)) && !Contacts.OfPerson().IsMatch(Before(text, match.Index));
            yield return new(
                office ? FindingSeverity.Warning : FindingSeverity.Serious,
                match.Index,
                Masked(number[^11..], 3, 4),
                office ? "核对是否为对外公布的工作电话；宜改为办公固定电话" : "删除，或者中间四位用*代替");
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z._/-])(\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

/// <summary>固定电话 that belongs to a person, by the words before it. An office's is what the public needs.</summary>
public sealed partial class LandLines : TextPreCheck
{
    public override string Id => "land_line";
    public override string Name => "个人固定电话";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            if (Contacts.OfPerson().IsMatch(Before(text, match.Index)))
                yield return new(FindingSeverity.Warning, match.Index, Masked(match.Value, 4, 2), "核对是否为个人电话，是的应当删除");
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])[(（]?0\d{2,3}[)）]?[ -]?[2-9]\d{6,7}(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

/// <summary>Words that say whose a number or an address is.</summary>
internal static partial class Contacts
{
    [GeneratedRegex("联系电话|咨询|热线|值班|传真|监督|举报电话|投诉电话|联系人|办公|受理电话|服务电话", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex OfOffice();

    [GeneratedRegex("申请人|当事人|原告|投诉人|信访人|举报人|上诉人|被处罚人|户主|本人|家庭|村民|居民|业主|身份证|家长|监护人|先生|女士|宅电|住宅", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex OfPerson();
}
