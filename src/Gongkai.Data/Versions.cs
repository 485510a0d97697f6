using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gongkai.Data;

/// <summary>版本: a `Version` column that is a concurrency token moves on with every save that changes its row or what the row owns.</summary>
internal static class Versions
{
    private const string Column = "Version";

    public static void Advance(IReadOnlyList<EntityEntry> changes)
    {
        foreach (var root in changes.Select(Root).DistinctBy(entry => entry.Entity, ReferenceEqualityComparer.Instance))
        {
            if (root.State is not (EntityState.Unchanged or EntityState.Modified) || root.Metadata.FindProperty(Column) is not { IsConcurrencyToken: true })
                continue;
            var version = root.Property(Column);
            version.CurrentValue = version.OriginalValue switch
            {
                uint number => (object)unchecked(number + 1),
                int number => unchecked(number + 1),
                long number => unchecked(number + 1),
                var other => throw new InvalidOperationException($"{root.Metadata.ShortName()}.{Column} is a {other?.GetType().Name}, not a number"),
            };
        }
    }

    /// <summary>The row that owns this one, however deep.</summary>
    private static EntityEntry Root(EntityEntry entry)
    {
        while (entry.Metadata.FindOwnership() is { } ownership)
        {
            var key = ownership.Properties.Select(property => entry.Property(property.Name).CurrentValue).ToArray();
            var owner = entry.Context.ChangeTracker.Entries().FirstOrDefault(candidate =>
                candidate.Metadata == ownership.PrincipalEntityType
                && ownership.PrincipalKey.Properties.Select(property => candidate.Property(property.Name).CurrentValue).SequenceEqual(key));
            if (owner is null)
                return entry;
            entry = owner;
        }

        return entry;
    }
}
