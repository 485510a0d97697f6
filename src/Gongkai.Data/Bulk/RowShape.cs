using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Data;

/// <summary>行样: how a thing becomes rows: its columns and what it owns, read once from the model, so that bulk and ordinary saves write the same.</summary>
internal sealed class RowShape
{
    private readonly Source[] _sources;
    private readonly Part[] _parts;

    public RowShape(IEntityType type)
    {
        Table = type.GetTableName() ?? throw new InvalidOperationException($"{type.DisplayName()} has no table");
        var ownership = type.FindOwnership();
        var properties = type.GetProperties().ToList();
        _sources = [.. properties.Select(property => new Source(property, IndexIn(ownership?.Properties, property)))];
        Columns = [.. properties.Select(property => new NewColumn(property.GetColumnName(), property.IsPrimaryKey(), property.IsConcurrencyToken, property.IsKeptOutOfLedger()))];
        _parts = [.. from navigation in type.GetNavigations()
                     where navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent
                     let owned = navigation.TargetEntityType
                     select owned.GetTableName() == Table
                         ? throw new NotSupportedException($"{owned.DisplayName()} shares the table of its owner")
                         : new Part(navigation, new RowShape(owned), [.. navigation.ForeignKey.PrincipalKey.Properties.Select(property => properties.IndexOf(property))])];
    }

    public string Table { get; }
    public IReadOnlyList<NewColumn> Columns { get; }

    /// <summary>The thing's row, then those of what it owns, so that each follows what it refers to.</summary>
    public void Write(object thing, List<NewRow> rows) => Write(thing, [], rows);

    private void Write(object thing, object?[] ownerKey, List<NewRow> rows)
    {
        var values = new object?[_sources.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = _sources[i].Value(thing, ownerKey);
        rows.Add(new NewRow(this, values));
        foreach (var part in _parts)
        {
            if (part.Navigation.GetGetter().GetClrValue(thing) is not { } owned)
                continue;
            var key = Array.ConvertAll(part.Key, index => values[index]);
            foreach (var one in part.Navigation.IsCollection ? (IEnumerable)owned : new[] { owned })
                part.Shape.Write(one, key, rows);
        }
    }

    private static int IndexIn(IReadOnlyList<IProperty>? key, IProperty property)
    {
        for (var i = 0; i < (key?.Count ?? 0); i++)
        {
            if (key![i] == property)
                return i;
        }

        return -1;
    }

    /// <summary>Where a column's value comes from: the thing, or the key of its owner.</summary>
    private sealed class Source(IProperty property, int inOwnerKey)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly bool _isShadow = property.IsShadowProperty();
        private readonly object? _empty = property.IsShadowProperty() && !property.IsNullable ? property.Sentinel : null;

        public object? Value(object thing, object?[] ownerKey)
        {
            if (inOwnerKey >= 0)
                return ownerKey[inOwnerKey];
            var value = _isShadow ? _empty : property.GetGetter().GetClrValue(thing);
            return value is not null && _convert is not null ? _convert(value) : value;
        }
    }

    private sealed record Part(INavigation Navigation, RowShape Shape, int[] Key);
}
