namespace Gongkai.Publishing;

/// <summary>保管期限: how long a document is kept as a record.</summary>
public enum RetentionPeriod
{
    /// <summary>永久.</summary>
    Permanent,

    /// <summary>30年.</summary>
    ThirtyYears,

    /// <summary>10年.</summary>
    TenYears,
}

public static class RetentionPeriodNames
{
    extension(RetentionPeriod period)
    {
        public string Name => period.Years is { } years ? $"{years}年" : "永久";

        /// <summary>Null for ever.</summary>
        public int? Years => period switch
        {
            RetentionPeriod.Permanent => null,
            RetentionPeriod.ThirtyYears => 30,
            RetentionPeriod.TenYears => 10,
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };

        /// <summary>届满日: years count from the one after that in which the document came into being; null for ever.</summary>
        public DateOnly? EndsOn(DateOnly formedOn) => period.Years is { } years ? new DateOnly(formedOn.Year + years, 12, 31) : null;

        /// <summary>What came into being by this day has been kept long enough; null for what is kept for ever.</summary>
        public DateOnly? FormedBy(DateOnly today) => period.Years is { } years ? new DateOnly(today.Year - years - 1, 12, 31) : null;
    }
}
