namespace Gongkai.Reviews;

/// <summary>迁移依据: where and since when a thing has been public, and the file that says so; what an officer vouches for instead of reviewing it as new.</summary>
/// <param name="Source">The file it was read from, and where in it.</param>
/// <param name="Address">The old address.</param>
/// <param name="PublishedOn">Since when it was public there.</param>
public sealed record MigrationEvidence(string Source, string? Address, DateOnly? PublishedOn)
{
    /// <summary>Whether anything shows that it was public: an address or a day.</summary>
    public bool IsThere => Address is not null || PublishedOn is not null;
}
