using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Data;

/// <summary>存储形式: typed ids become Guids, enums become words, names of files and encrypted texts become text, wherever they stand in a model.</summary>
internal sealed class StoredAs(ValueConverterSelectorDependencies dependencies) : ValueConverterSelector(dependencies)
{
    private static readonly ConcurrentDictionary<Type, ValueConverterInfo?> s_known = new();

    public override IEnumerable<ValueConverterInfo> Select(Type modelClrType, Type? providerClrType = null)
    {
        var type = Nullable.GetUnderlyingType(modelClrType) ?? modelClrType;
        var ours = s_known.GetOrAdd(type, Find);
        return ours is { } info && (providerClrType is null || providerClrType == info.ProviderClrType)
            ? [info]
            : base.Select(modelClrType, providerClrType);
    }

    private static ValueConverterInfo? Find(Type type) =>
        type.IsEnum ? Of(type, typeof(string), typeof(Word<>))
        : type.IsValueType && type.IsAssignableTo(typeof(ITypedId)) ? Of(type, typeof(Guid), typeof(TypedId<>))
        : type.IsValueType && type.IsAssignableTo(typeof(ITypedText)) ? Of(type, typeof(string), typeof(TypedText<>))
        : null;

    private static ValueConverterInfo Of(Type model, Type provider, Type converter) =>
        new(model, provider, _ => (ValueConverter)Activator.CreateInstance(converter.MakeGenericType(model))!);

    private sealed class Word<T>() : ValueConverter<T, string>(state => Words.Of(state), word => Words.Parse<T>(word))
        where T : struct, Enum;

    private sealed class TypedId<T>() : ValueConverter<T, Guid>(id => id.Value, Make<T, Guid>())
        where T : struct, ITypedId;

    private sealed class TypedText<T>() : ValueConverter<T, string>(text => text.Value, Make<T, string>())
        where T : struct, ITypedText;

    /// <summary>The constructor that takes the stored value.</summary>
    private static Expression<Func<TStored, T>> Make<T, TStored>()
    {
        var value = Expression.Parameter(typeof(TStored), "value");
        var constructor = typeof(T).GetConstructor([typeof(TStored)])
            ?? throw new InvalidOperationException($"{typeof(T).Name} needs a constructor that takes its {typeof(TStored).Name}");
        return Expression.Lambda<Func<TStored, T>>(Expression.New(constructor, value), value);
    }
}
