namespace Gongkai.Data;

/// <summary>编号类型: an id that cannot be taken for another thing's, as in `readonly record struct BodyId(Guid Value) : ITypedId`. Stored as its Guid.</summary>
public interface ITypedId
{
    Guid Value { get; }
}
