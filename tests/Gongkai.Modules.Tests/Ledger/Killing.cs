using System.Diagnostics;
using Gongkai.Data;
using Gongkai.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>强行终止: this program once more, as a worker on the same data folder, killed a moment after its first word.</summary>
internal static class Killing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <returns>The lines it said; the last may be cut short by the kill. Of one that ended before its first word, what it complained of.</returns>
    public static async Task<List<string>> After(World world, TimeSpan after, params string[] work)
    {
        var database = world.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        using var worker = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [.. work, $"Gongkai:DataDirectory={world.Folder.Path}", $"Gongkai:Database:Provider={database.Provider}", $"Gongkai:Database:ConnectionString={database.ConnectionString}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_QuickJitForLoops"] = "1" },
        })!;
        var complaints = worker.StandardError.ReadToEndAsync(Cancel);
        List<string> said = [];
        var moment = Task.CompletedTask;
        while (await worker.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            said.Add(line);
            if (said.Count == 1)
                moment = Kill(worker, after);
        }

        await moment;
        await worker.WaitForExitAsync(Cancel);
        return said.Count > 0 ? said : [await complaints];
    }

    private static async Task Kill(Process process, TimeSpan after)
    {
        await Task.Delay(after, Cancel);
        process.Kill();
    }
}
