using Gongkai.Bodies;

namespace Gongkai.Reviews;

/// <summary>审查环节: one signature of a chain: in which role, and which gates it answers.</summary>
public sealed class ReviewStage(int number, string name, Role role)
{
    public int Number { get; } = number;
    public string Name { get; } = name;
    public Role Role { get; } = role;

    /// <summary>保密审查: leaves a record of its own, one item at a time.</summary>
    public bool IsSecrecy { get; init; }

    public IReadOnlyList<Gate> Gates { get => Reviews.Gates.Split(GateWords); init => GateWords = Reviews.Gates.Joined(value); }

    internal string GateWords { get; private set; } = "";

    internal ReviewStage Copy() => new(Number, Name, Role) { IsSecrecy = IsSecrecy, GateWords = GateWords };
}
