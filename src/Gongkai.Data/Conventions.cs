using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Data;

/// <summary>时刻: instants are kept in UTC to the microsecond, in a form that both databases put into the right order.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.ToMicroseconds().UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>列名: columns, keys and indexes in snake_case, as people write SQL.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var types = modelBuilder.Metadata.GetEntityTypes().ToList();
        foreach (var property in types.SelectMany(type => type.GetDeclaredProperties()))
            property.SetColumnName(Snake(property.GetColumnName()));

        // Names of keys and indexes follow from those of the columns, so they come second.
        foreach (var type in types)
        {
            foreach (var key in type.GetDeclaredKeys())
                key.SetName(Lower(key.GetName()));
            foreach (var key in type.GetDeclaredForeignKeys())
                key.SetConstraintName(Lower(key.GetConstraintName()));
            foreach (var index in type.GetDeclaredIndexes())
                index.SetDatabaseName(Lower(index.GetDatabaseName()));
        }
    }

    internal static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string? Lower(string? name) => name?.ToLowerInvariant();
}

/// <summary>编号自取: ids are given by us (time-ordered), never by the database.</summary>
internal sealed class OwnIds : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (property.IsKey() && (type == typeof(Guid) || type.IsAssignableTo(typeof(ITypedId))))
                property.SetValueGenerated(ValueGenerated.Never);
            else if (property.IsShadowProperty() && property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey() && property.DeclaringType is IConventionEntityType { } owned && owned.IsOwned())
                throw new InvalidOperationException($"{owned.DisplayName()} is owned by many and needs a key of its own (HasKey): SQLite does not count inside a composite key.");
        }
    }
}
