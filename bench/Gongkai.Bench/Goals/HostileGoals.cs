using Gongkai.Bench.Corpus;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>D5: files made to hurt: each is answered within two seconds of processor time and 512 MiB, in words and without a crash.</summary>
internal static class HostileGoals
{
    private const int Answered = 2;

    public static IEnumerable<Outcome> Run(WorkFolder work)
    {
        var tool = Tool.Publish(work);
        foreach (var (name, make) in HostileFiles.All)
        {
            var path = work.File(name);
            using (var file = File.Create(path))
                make(file);

            var run = ProgramRun.Of(tool, ["check", path]);
            File.Delete(path);
            var said = (run.Errors + run.Output).ReplaceLineEndings(" ").Trim();
            var good = run.Processor.TotalSeconds <= 2 && run.PeakMebibytes <= 512 && run.ExitCode == Answered && said.Length > 0 && !said.Contains("   at ", StringComparison.Ordinal);
            yield return new Outcome($"D5-{name.Replace('.', '-')}", $"s={run.Processor.TotalSeconds:0.00},MiB={run.PeakMebibytes:0}", "goal<=2s,512MiB", good, $"exit {run.ExitCode}: {said[Math.Max(0, said.Length - 90)..]}");
        }
    }
}
