using Gongkai.Data;

namespace Gongkai.Reviews;

/// <summary>审查要点: what a reviewer must have looked at: the five gates of content (国办发〔2018〕123号), and what a section head answers for.</summary>
public enum Gate
{
    Politics,
    Law,
    Policy,
    Secrecy,
    Text,
    Lawfulness,
    Completeness,
    Truth,
}

public static class Gates
{
    /// <summary>五关: every chain asks for each of them.</summary>
    public static readonly IReadOnlyList<Gate> OfContent = [Gate.Politics, Gate.Law, Gate.Policy, Gate.Secrecy, Gate.Text];

    /// <summary>What the head of the section signs for of each item.</summary>
    public static readonly IReadOnlyList<Gate> OfItem = [Gate.Lawfulness, Gate.Completeness, Gate.Truth];

    extension(Gate gate)
    {
        public string Name => gate switch
        {
            Gate.Politics => "政治关",
            Gate.Law => "法律关",
            Gate.Policy => "政策关",
            Gate.Secrecy => "保密关",
            Gate.Text => "文字关",
            Gate.Lawfulness => "合法性",
            Gate.Completeness => "全面性",
            Gate.Truth => "真实性",
            _ => throw new ArgumentOutOfRangeException(nameof(gate)),
        };

        public string Question => gate switch
        {
            Gate.Politics => "政治立场、导向和表述是否正确？",
            Gate.Law => "是否符合法律、法规、规章，法律引用是否准确？",
            Gate.Policy => "是否与现行政策一致？",
            Gate.Secrecy => "是否不涉及国家秘密、工作秘密和其他不宜公开的内容？",
            Gate.Text => "文字、数据、名称、格式是否准确规范？",
            Gate.Lawfulness => "内容是否合法？",
            Gate.Completeness => "内容是否全面，附件是否齐全？",
            Gate.Truth => "内容是否真实，数据是否核对？",
            _ => throw new ArgumentOutOfRangeException(nameof(gate)),
        };
    }

    internal static string Joined(IEnumerable<Gate> gates) => string.Join(',', gates.Distinct().Order().Select(Words.Of));

    internal static IReadOnlyList<Gate> Split(string words) => [.. words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Words.Parse<Gate>)];
}
