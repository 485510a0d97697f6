using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Law.PersonalData;

namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>敏感内容: something in a text that must not be published, masked.</summary>
/// <param name="What">What it is, in Chinese.</param>
/// <param name="Masked">The words with the middle hidden.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="IsCertain">False where it could be something lawful.</param>
internal sealed record SensitiveFind(string What, string Masked, int Offset, bool IsCertain = true);

/// <summary>Finds citizen numbers, bank cards, private telephone numbers, named applicants and secret marks.</summary>
internal static partial class SensitiveText
{
    /// <summary>Signs with which a name has already been hidden.</summary>
    private static readonly SearchValues<char> s_masks = SearchValues.Create("某xX*×ＸＯO△□");

    public static IEnumerable<SensitiveFind> In(string text)
    {
        // Same length as the text, so that offsets hold.
        var plain = string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = from[i] is >= '！' and <= '～' and not ('，' or '：' or '；' or '（' or '）') ? (char)(from[i] - 0xFEE0) : from[i];
        });

        foreach (Match mark in SecretMark().Matches(plain))
            yield return new SensitiveFind("密级标志", mark.Value.Trim(), mark.Index);
        foreach (Match number in LongNumber().Matches(plain))
        {
            if (OfNumber(number.Value, plain, number.Index) is { } find)
                yield return find;
        }

        foreach (Match name in NamedApplicant().Matches(plain))
        {
            var person = name.Groups["name"];
            if (!person.Value.AsSpan(1).ContainsAny(s_masks))
                yield return new SensitiveFind("申请人姓名", $"{person.Value[0]}某", person.Index);
        }
    }

    private static SensitiveFind? OfNumber(string number, string text, int at)
    {
        if (CitizenNumber.IsValid(number))
            return new("公民身份号码", $"{number[0]}{new string('*', 16)}{number[^1]}", at);
        if (number.Length == 11)
            return IsMobile(number) ? OfMobile(number, text, at) : null;
        return BankCard.IsLikely(number, text.AsSpan(Math.Max(0, at - 15), Math.Min(15, at)))
            ? new("银行卡号", $"{new string('*', number.Length - 4)}{number[^4..]}", at)
            : null;
    }

    private static bool IsMobile(string number) => number[0] == '1' && number[1] is >= '3' and <= '9' && number.All(char.IsAsciiDigit);

    /// <summary>An office may give a mobile number as its contact; an applicant's may not be given at all.</summary>
    private static SensitiveFind? OfMobile(string number, string text, int at)
    {
        var clause = text[(text.LastIndexOfAny(['。', '；', '\n'], Math.Max(0, at - 1)) + 1)..at];
        var masked = $"{number[..3]}****{number[^4..]}";
        if (Private().IsMatch(clause))
            return new("申请人的手机号码", masked, at);
        return Office().IsMatch(clause) ? null : new("手机号码", masked, at, IsCertain: false);
    }

    /// <summary>秘密★10年, 机密★, or a line that holds nothing but the mark; not the words 属于国家秘密.</summary>
    [GeneratedRegex(@"(绝密|机密|秘密)\s*[★☆](\s*\d{1,2}\s*年|\s*长期)?|^\s*(绝密|机密|秘密)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex SecretMark();

    [GeneratedRegex(@"(?<![\dA-Za-z./_-])\d{11,19}[Xx]?(?![\dA-Za-z_])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LongNumber();

    [GeneratedRegex("申请人|申请者|当事人|原告|投诉人|信访人|举报人|上诉人|先生|女士|身份证|村民|居民|业主", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Private();

    [GeneratedRegex("电话|热线|传真|联系|咨询|值班|手机|微信|邮编|地址|监督", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Office();

    /// <summary>
    /// 申请人 and a name, told from 申请人满意 and the like by a common family name before it and by what only follows a name:
    /// 先生, 女士, sex, citizen number, address.
    /// </summary>
    [GeneratedRegex("(申请人|申请者|原告|上诉人|投诉人|信访人|举报人|当事人)[：: ]?(?<name>[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚][一-龥某×*]{1,2})(?=先生|女士|同志|[，,、（(]\\s*(男|女)[，,、；;）)]|[，,、（(的]\\s*(公民)?(身份证|身份号码|住址|住所|家住|手机|电话|联系电话))", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NamedApplicant();
}
