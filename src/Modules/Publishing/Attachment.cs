using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>附件: a file beside the text: as it was uploaded, and the copy without its properties that the public gets.</summary>
public sealed class Attachment(int number)
{
    public int Number { get; } = number;
    public required string Name { get; init; }
    public required FileHash Original { get; init; }

    /// <summary>What is reviewed and what everybody downloads.</summary>
    public required FileHash Shown { get; init; }
    public required long Length { get; init; }

    /// <summary>电子书, which is also read on our pages.</summary>
    public bool IsBook => IsBookName(Name);

    internal static bool IsBookName(string name) => Path.GetExtension(name).Equals(".epub", StringComparison.OrdinalIgnoreCase);

    internal Attachment Copy() => new(Number) { Name = Name, Original = Original, Shown = Shown, Length = Length };
}
