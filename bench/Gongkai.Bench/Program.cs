using System.Globalization;
using Gongkai.Bench;
using Gongkai.Bench.Corpus;
using Gongkai.Bench.Goals;

// Each goal is measured against a named peer in the same run; one line per goal, then the totals. Arguments name the groups wanted.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["peer", var page, var database, var id])
{
    Peer.Run(page, database, id);
    return 0;
}

var reports = SyntheticReport.Many(60);
using var folder = new WorkFolder();
(string Name, Func<IEnumerable<Outcome>> Run)[] goals =
[
    ("word", () => WordGoals.Run(reports)),
    ("html", () => WebPageGoals.Run(reports)),
    ("text", () => TextGoals.Run(reports)),
    ("pdf", () => PdfGoals.Run(reports, folder)),
    ("rules", () => RuleGoals.Run(reports)),
    ("hostile", () => HostileGoals.Run(folder)),
    ("tool", () => ToolGoals.Run(folder)),
    ("fuzz", () => FuzzGoals.Run(reports, folder)),
    ("record", () => RecordGoals.Run(folder)),
    ("board", () => RecordGoals.RunBoard(folder)),
    ("import", () => RecordGoals.RunImport(folder)),
    ("kills", KillGoals.Run),
    ("web", () => WebGoals.Run(folder)),
    ("search", () => SearchGoals.Run(folder)),
];

var outcomes = new List<Outcome>();
// Board and import are parts of the record; alone they run when asked for.
foreach (var goal in goals.Where(goal => args.Length == 0 ? goal.Name is not ("board" or "import") : args.Contains(goal.Name)))
{
    foreach (var outcome in goal.Run())
    {
        Console.WriteLine(outcome);
        outcomes.Add(outcome);
    }
}

Console.WriteLine($"{outcomes.Count(outcome => outcome.Passed == true)} passed, {outcomes.Count(outcome => outcome.Passed == false)} failed, {outcomes.Count(outcome => outcome.Passed is null)} skipped");
return outcomes.Exists(outcome => outcome.Passed == false) ? 1 : 0;
