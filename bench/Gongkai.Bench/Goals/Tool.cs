using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>The command `gongkai`, published as it ships: compiled ahead for this system (ReadyToRun).</summary>
internal static class Tool
{
    private static string? s_folder;

    /// <summary>Full path of the published program; publishes it on first use.</summary>
    public static string Publish(WorkFolder work) => Path.Combine(s_folder ??= Publish(work, "src/Gongkai.Cli", "tool"), "gongkai");

    /// <summary>Folder of the published site.</summary>
    public static string PublishSite(WorkFolder work) => Publish(work, "src/Gongkai.Web", "site");

    private static string Publish(WorkFolder work, string project, string name)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Gongkai.slnx")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("the benchmark runs inside a checkout");
        var folder = work.File(name);
        var run = ProgramRun.Of("dotnet", ["publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-v", "quiet", "-nologo", "-o", folder], root);
        return run.ExitCode == 0 ? folder : throw new InvalidOperationException(run.Output + run.Errors);
    }
}
