namespace Gongkai.Bodies;

/// <summary>机关沿革: one thing that happened to a body, on its legal day and by what document.</summary>
public sealed record BodyEvent(int Number, BodyEventKind What, DateOnly On)
{
    /// <summary>The name from that day on, where it got one.</summary>
    public string? Name { get; init; }
    public string? ShortName { get; init; }

    /// <summary>The other body: the successor of one that ends, the predecessor of one that takes over.</summary>
    public BodyId? Other { get; init; }

    /// <summary>依据: number or title of the document that decided it.</summary>
    public string? Basis { get; init; }
}

/// <summary>沿革事项.</summary>
public enum BodyEventKind
{
    Founded,
    Renamed,
    Merged,
    TookOver,
    Abolished,
}

public static class BodyEventKindNames
{
    extension(BodyEventKind what)
    {
        public string Name => what switch
        {
            BodyEventKind.Founded => "设立",
            BodyEventKind.Renamed => "更名",
            BodyEventKind.Merged => "并入",
            BodyEventKind.TookOver => "承接职能",
            BodyEventKind.Abolished => "撤销",
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }
}
