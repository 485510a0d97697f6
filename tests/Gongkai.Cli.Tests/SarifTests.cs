using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Gongkai.Cli.Tests;

/// <summary>gongkai check --format sarif.</summary>
public sealed class SarifTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Has_every_rule_and_every_kind_of_result()
    {
        var run = (await Log()).Node["runs"]![0]!;

        Assert.Contains(run["tool"]!["driver"]!["rules"]!.AsArray(), rule => rule!["id"]!.GetValue<string>() == "R021");
        var results = run["results"]!.AsArray();
        var failed = results.First(result => result!["ruleId"]!.GetValue<string>() == "R021" && result["kind"]!.GetValue<string>() == "fail")!;
        Assert.Equal("error", failed["level"]!.GetValue<string>());
        Assert.Equal("t3.carried_out.natural_person", failed["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]!.GetValue<string>());
        Assert.True(failed["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>() > 0);
        Assert.Equal("R021", run["tool"]!["driver"]!["rules"]![failed["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>());
        var open = results.First(result => result!["ruleId"]!.GetValue<string>() == "R084")!;
        Assert.Equal(("open", "none"), (open["kind"]!.GetValue<string>(), open["level"]!.GetValue<string>()));
        Assert.Contains(results, result => result!["kind"]!.GetValue<string>() == "pass");
        Assert.Equal(2, run["invocations"]![0]!["exitCode"]!.GetValue<int>());
        Assert.False(run["invocations"]![0]!["executionSuccessful"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Is_valid_by_the_official_schema()
    {
        var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "sarif");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "ajv")), "npm ci has not run in tests/Gongkai.Cli.Tests/sarif");

        var (valid, said) = await Validate(folder, (await Log()).Text);
        var (nonsense, complaint) = await Validate(folder, """{ "version": "2.1.0", "runs": [ { "tool": {} } ] }""");

        Assert.True(valid, said);
        Assert.False(nonsense);
        Assert.Contains("driver", complaint, StringComparison.Ordinal);
    }

    private async Task<(string Text, JsonNode Node)> Log()
    {
        var bad = SampleText.WithRequests("云泽市科学技术局", 2022, requests: 3).Replace("四、结转下年度继续办理\t0", "四、结转下年度继续办理\t7", StringComparison.Ordinal);
        var run = await CliRun.Of("check", "--format", "sarif", "--verbose", _folder.Write("不平 的.txt", bad), _folder.At("nothing.pdf"));
        return (run.Results, JsonNode.Parse(run.Results)!);
    }

    private static async Task<(bool Valid, string Said)> Validate(string folder, string log)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "validate.js") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(log);
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode == 0, said);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
