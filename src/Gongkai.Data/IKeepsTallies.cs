using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Data;

/// <summary>随写计数: told of rows as they are written, inside the transaction and under the write lock, so that a count a list needs is never counted again.</summary>
public interface IKeepsTallies
{
    /// <summary>What the tracker is about to write.</summary>
    Task Saving(GongkaiDb db, IReadOnlyList<EntityEntry> changes, CancellationToken cancel);

    /// <summary>New things that are written in bulk.</summary>
    Task Adding(GongkaiDb db, IEnumerable<object> things, CancellationToken cancel);
}
