using Gongkai.Law;

namespace Gongkai.Publishing;

/// <summary>程序步骤: one line of the procedure: its number, name and article, and from where to where it leads.</summary>
public sealed record LawfulStep(string Id, string Name, Article Law, params IReadOnlyList<(DocumentState From, DocumentState To)> Moves)
{
    public bool IsOpenIn(DocumentState state) => Moves.Any(move => move.From == state);

    internal DocumentState From(DocumentState state) => Moves.First(move => move.From == state).To;
}
