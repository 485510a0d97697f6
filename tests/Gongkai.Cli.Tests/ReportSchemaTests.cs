using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>docs/report.schema.json: what `gongkai read` prints, described for other programs.</summary>
public sealed class ReportSchemaTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    [Fact]
    public async Task Describes_every_report_that_is_read()
    {
        var folder = Path.Combine(s_root, "tests", "Gongkai.Cli.Tests", "sarif");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "ajv")), "npm ci has not run in tests/Gongkai.Cli.Tests/sarif");
        string[] texts = [.. Directory.EnumerateFiles(Path.Combine(s_root, "data", "samples", "layouts"), "*.txt")];

        var reports = JsonNode.Parse((await CliRun.Of(["read", .. texts])).Results)!.AsArray();

        Assert.True(reports.Count >= 3);
        foreach (var report in reports)
        {
            var (valid, said) = await Validate(folder, report!.ToJsonString());
            Assert.True(valid, said);
        }

        var report2021 = reports.First(report => report!["edition"]!.GetValue<string>() == "f2021")!;
        report2021["t4"]!["review_total"] = "0";
        var (wrong, complaint) = await Validate(folder, report2021.ToJsonString());
        Assert.False(wrong);
        Assert.Contains("review_total", complaint, StringComparison.Ordinal);
    }

    private static async Task<(bool Valid, string Said)> Validate(string folder, string json)
    {
        var start = new ProcessStartInfo("node", ["validate.js", Path.Combine(s_root, "docs", "report.schema.json")])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(json);
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode == 0, said);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
