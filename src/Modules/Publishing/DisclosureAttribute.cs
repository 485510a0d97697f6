namespace Gongkai.Publishing;

/// <summary>公开属性, fixed when a document is drafted.</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    Withheld,
}

public static class DisclosureAttributeNames
{
    extension(DisclosureAttribute attribute)
    {
        public string Name => attribute switch
        {
            DisclosureAttribute.Proactive => "主动公开",
            DisclosureAttribute.OnRequest => "依申请公开",
            DisclosureAttribute.Withheld => "不予公开",
            _ => throw new ArgumentOutOfRangeException(nameof(attribute)),
        };
    }
}
