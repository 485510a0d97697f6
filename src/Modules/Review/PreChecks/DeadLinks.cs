namespace Gongkai.Reviews;

/// <summary>打不开的链接: links that lead nowhere, for the public at least. Who hands the text in has asked; this puts it beside the text.</summary>
public sealed class DeadLinks : IPreCheck
{
    public string Id => "dead_link";
    public string Name => "打不开的链接";

    public IEnumerable<Finding> Check(InspectedItem item) =>
        item.DeadLinks.Select(link => new Finding(Id, link.IsSure ? FindingSeverity.Warning : FindingSeverity.Hint, link.Where, link.Offset, link.Words, link.Why));
}

/// <summary>打不开的链接.</summary>
/// <param name="Words">What the link stands under, or its address where it stands under nothing.</param>
/// <param name="Offset">Where in the text.</param>
/// <param name="Why">What is wrong with it and what to do.</param>
/// <param name="IsSure">False where nobody could tell.</param>
public sealed record DeadLink(string Words, int Offset, string Why, bool IsSure = true)
{
    /// <summary>The text it stands in.</summary>
    public string Where { get; init; } = "正文";
}
