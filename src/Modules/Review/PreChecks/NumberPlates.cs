using System.Text.RegularExpressions;

namespace Gongkai.Reviews;

/// <summary>机动车号牌: with five places, six of new-energy vehicles, or those of trailers and driving schools.</summary>
public sealed partial class NumberPlates : TextPreCheck
{
    public override string Id => "number_plate";
    public override string Name => "机动车号牌";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Plate().Matches(text))
            yield return new(FindingSeverity.Warning, match.Index, Masked(match.Value, 2, 1), "核对是否能够识别个人，是的用*代替中间各位");
    }

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警](?![A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plate();
}
