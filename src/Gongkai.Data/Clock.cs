namespace Gongkai.Data;

/// <summary>时钟: what is asked of the one <see cref="TimeProvider"/>.</summary>
public static class Clock
{
    extension(TimeProvider clock)
    {
        /// <summary>今日: the legal date, which is that of Beijing wherever the machine stands.</summary>
        public DateOnly Today() => clock.GetUtcNow().LegalDate;

        /// <summary>A Guid whose order is the order of time.</summary>
        public Guid NewGuid() => Guid.CreateVersion7(clock.GetUtcNow());
    }
}
