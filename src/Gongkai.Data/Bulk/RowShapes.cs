using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Data;

/// <summary>行样表: the shapes of one model, each made when it is first asked for.</summary>
internal sealed class RowShapes
{
    private readonly ConcurrentDictionary<(IModel, Type), RowShape> _shapes = new();

    public RowShape Of(IModel model, Type type) => _shapes.GetOrAdd((model, type), static key =>
        new RowShape(key.Item1.FindEntityType(key.Item2) ?? throw new InvalidOperationException($"{key.Item2.Name} is no table of any module")));
}
