using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>强行终止, the long run: the tests that kill a process during import and publication, with as many kills as GONGKAI_KILLS says (500 in all take a quarter of an hour).</summary>
internal static partial class KillGoals
{
    public static IEnumerable<Outcome> Run()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills))
        {
            yield return Outcome.Skipped("kills", "GONGKAI_KILLS says how many of each, as 250");
            yield break;
        }

        var run = ProgramRun.Of("dotnet", ["run", "--project", "tests/Gongkai.Modules.Tests", "--", "--filter-class", "*KilledWorkTests", "--no-progress"]);
        var failed = Failed().Match(run.Output) is { Success: true } match ? int.Parse(match.Groups["failed"].ValueSpan, CultureInfo.InvariantCulture) : -1;
        yield return new Outcome("kills", $"failed={failed}", "goal=0", run.ExitCode == 0 && failed == 0, $"{kills} kills each of import and publication, on SQLite and where it is installed on PostgreSQL");
    }

    [GeneratedRegex(@"failed: (?<failed>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failed();
}
