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

    internal Attachment Copy() => new(Number) { Name = Name, Original = Original, Shown = Shown, Length = Length };
}
