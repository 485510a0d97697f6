namespace Gongkai.Data;

/// <summary>投递设置, `Gongkai:Outbox`.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Gongkai:Outbox";

    /// <summary>How long one delivery may take; afterwards another node may take it up.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Doubles from attempt to attempt.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(2);
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>With the defaults above, about half a day.</summary>
    public int Attempts { get; set; } = 22;

    /// <summary>How often other nodes' and overdue messages are looked for.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long delivered messages are kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(30);
}
