using System.Text.RegularExpressions;

namespace Gongkai.Reviews;

/// <summary>密级标志: 秘密★10年 and the like, or 内部资料. What carries one may not be in this system at all (保守国家秘密法).</summary>
public sealed partial class SecretMarks : TextPreCheck
{
    public override string Id => "secret_mark";
    public override string Name => "密级标志";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Secret().Matches(text))
            yield return new(FindingSeverity.Serious, match.Index, match.Value.Trim(), "立即停止处理并报告保密工作机构；涉密内容不得在本系统存储和处理");
        foreach (Match match in Inner().Matches(text))
            yield return new(FindingSeverity.Serious, match.Index, match.Value.Trim(), "内部资料不得公开；确可公开的先去掉标志并由保密审查员写明理由");
    }

    [GeneratedRegex(@"(绝密|机密|秘密)\s*[★☆](\s*\d{1,2}\s*年|\s*长期)?|^\s*(绝密|机密|秘密)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^\s*[（(【]?(内部资料|内部文件|工作秘密|注意保存|不得外传|仅供内部(参考|使用))[^\n]{0,12}$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Inner();
}
