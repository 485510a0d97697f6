using Gongkai.Bodies;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>已办步骤: one thing that happened to a document; never changed afterwards.</summary>
public sealed class StepTaken(int number, string step)
{
    public int Number { get; } = number;

    /// <summary>Its line of the <see cref="Procedure"/>.</summary>
    public string Step { get; } = step;
    public required DateTimeOffset At { get; init; }

    /// <summary>The legal day, of Beijing.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Null where the machine did what an officer had ordered.</summary>
    public OfficerId? Officer { get; init; }
    public required string OfficerName { get; init; }

    /// <summary>The version it concerns.</summary>
    public int? Version { get; init; }

    /// <summary>The completed review a publication rests on, and the content it was completed for.</summary>
    public ReviewId? Review { get; init; }
    public ContentDigest? Digest { get; init; }

    /// <summary>What the public or the file is told: why it was changed, withdrawn, repealed.</summary>
    public string? Reason { get; init; }

    /// <summary>The day from which a repeal or expiry holds, null where nobody knows it; the day by which a withheld item is assessed again.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>When a scheduled publication is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Of archiving: how long it is kept, as decided then.</summary>
    public RetentionPeriod? Retention { get; init; }

    /// <summary>Of a repeal or amendment: by which document.</summary>
    public string? ByDocument { get; init; }

    /// <summary>Of a withdrawal: what the tombstone is called where the title itself had to go.</summary>
    public string? PublicTitle { get; init; }
}
