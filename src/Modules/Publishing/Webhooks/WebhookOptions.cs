namespace Gongkai.Publishing;

/// <summary>事件推送设置, `Gongkai:Webhooks`.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Gongkai:Webhooks";

    /// <summary>
    /// Lets addresses of the inside be told, and plain http: for a city whose receivers stand in its own network. Otherwise whoever may add a
    /// webhook could make this server knock at doors that only it can reach.
    /// </summary>
    public bool AllowPrivate { get; set; }

    /// <summary>Seconds a receiver may take to answer.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>What the public types before `/documents/…`, such as https://www.example.gov.cn; without it messages carry the path alone.</summary>
    public string? SiteAddress { get; set; }
}
