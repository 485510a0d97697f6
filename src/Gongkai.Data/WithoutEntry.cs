using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data;

/// <summary>不留痕的表: tables of the machinery (deliveries, sessions, projections), whose changes are nobody's act.</summary>
public static class WithoutEntryExtensions
{
    private const string Reason = "Gongkai:WithoutEntry";
    private const string Secret = "Gongkai:KeptOutOfLedger";

    /// <summary>Changes of this table need no entry in the ledger and are not part of any.</summary>
    public static EntityTypeBuilder<T> WithoutEntry<T>(this EntityTypeBuilder<T> table, string because)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        table.Metadata.SetAnnotation(Reason, because);
        return table;
    }

    /// <summary>A secret (a key, the hash of a password): the ledger's before and after leave it out.</summary>
    public static PropertyBuilder<T> KeptOutOfLedger<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(Secret, true);
        return property;
    }

    public static bool IsKeptOutOfLedger(this IReadOnlyProperty property) => property.FindAnnotation(Secret) is not null;

    /// <summary>The reason why this table's changes need no entry; null when they do.</summary>
    public static string? ReasonWithoutEntry(this IReadOnlyEntityType type)
    {
        for (var owner = type; owner is not null; owner = owner.FindOwnership()?.PrincipalEntityType)
        {
            if (owner.GetRootType().FindAnnotation(Reason)?.Value is string because)
                return because;
        }

        return null;
    }
}
