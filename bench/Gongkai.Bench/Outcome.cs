namespace Gongkai.Bench;

/// <summary>What came of one goal: its measured figure, the goal, and pass, fail or skipped.</summary>
internal sealed record Outcome(string Goal, string Measured, string Wanted, bool? Passed, string About)
{
    /// <summary>A figure that should be at least the goal.</summary>
    public static Outcome AtLeast(string goal, double measured, double wanted, string about, string name = "ratio") =>
        new(goal, $"{name}={Short(measured)}", $"goal>={Short(wanted)}", measured >= wanted, about);

    /// <summary>A figure that should be at most the goal.</summary>
    public static Outcome AtMost(string goal, double measured, double wanted, string about, string name) =>
        new(goal, $"{name}={Short(measured)}", $"goal<={Short(wanted)}", measured <= wanted, about);

    public static Outcome Skipped(string goal, string why) => new(goal, "-", "-", null, why);

    public override string ToString() =>
        $"{Goal} {Measured} {Wanted} {(Passed switch { true => "pass", false => "fail", null => "skipped" })}  ({About})";

    private static string Short(double figure) => figure >= 100 ? $"{figure:0}" : figure >= 1 ? $"{figure:0.0}" : $"{figure:0.00}";
}
