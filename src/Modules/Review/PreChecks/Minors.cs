using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Reviews;

/// <summary>未成年人: a named child with age, school or class (未成年人保护法: their data are never published so that they can be told).</summary>
public sealed partial class Minors : TextPreCheck
{
    private const int Adult = 18;

    public override string Id => "minor";
    public override string Name => "未成年人信息";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Aged().Matches(text))
        {
            var age = int.Parse(match.Groups["age"].Value, CultureInfo.InvariantCulture);
            if (age < Adult && !match.Groups["name"].Value.Contains('某', StringComparison.Ordinal))
                yield return new(FindingSeverity.Serious, match.Index, $"{match.Groups["name"].Value[0]}**，{age}岁", "删除未成年人姓名、年龄、学校等能够识别其身份的信息");
        }

        foreach (Match match in Schooled().Matches(text))
        {
            if (!match.Groups["name"].Value.Contains('某', StringComparison.Ordinal))
                yield return new(FindingSeverity.Serious, match.Index, $"{match.Groups["place"].Value}{match.Groups["name"].Value[0]}**", "删除学生姓名，或者以“某”代替");
        }
    }

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fa5]{2,4})[，,（(]\s*(男|女)?[，,、]?\s*(?<age>\d{1,2})\s*(周)?岁", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Aged();

    [GeneratedRegex("(?<place>(小学|中学|初中|高中|幼儿园)[一二三四五六七八九高初0-9（）()]{1,6}(年级|班)([一二三四五六七八九十0-9（）()]{1,5}班)?)(学生)?(?<name>[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚][一-龥]{1,2})(?=[，,。、；同学（(]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Schooled();
}
