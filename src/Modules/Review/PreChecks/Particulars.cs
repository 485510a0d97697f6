namespace Gongkai.Reviews;

/// <summary>要素不全: particulars of the catalogue that are still empty (article 12).</summary>
public sealed class MissingParticulars : IPreCheck
{
    public string Id => "missing_particulars";
    public string Name => "目录要素不全";
    public bool ConcernsPublic => false;

    public IEnumerable<Finding> Check(InspectedItem item) =>
        item.MissingParticulars.Select(label => new Finding(Id, FindingSeverity.Warning, label, 0, label, item.BarringParticulars.Contains(label, StringComparer.Ordinal) ? $"请填写{label}，没有它审查通过也不能公开（《政府信息公开条例》第十二条）" : $"请填写{label}"));
}

/// <summary>缺少解读: a policy without its interpretation.</summary>
public sealed class MissingInterpretation : IPreCheck
{
    public string Id => "missing_interpretation";
    public string Name => "缺少政策解读";
    public bool ConcernsPublic => false;

    public IEnumerable<Finding> Check(InspectedItem item) =>
        item.LacksInterpretation ? [new Finding(Id, FindingSeverity.Warning, "解读", 0, "没有关联的解读", "解读应当与文件同步起草、同步审签、同步公开，最迟在公开后3个工作日内")] : [];
}
