using System.Text;

namespace Gongkai.Cli.Tests;

/// <summary>One run of the command in this process, with what it printed.</summary>
internal sealed record CliRun(int Code, string Results, string Messages)
{
    public static async Task<CliRun> Of(params string[] arguments) => await Of([], arguments);

    public static async Task<CliRun> Of(byte[] input, params string[] arguments)
    {
        using var results = new MemoryStream();
        await using var messages = new StringWriter { NewLine = "\n" };
        var code = await GongkaiCommand.Run(arguments, new Terminal(new MemoryStream(input), results, messages, ShowsProgress: false), TestContext.Current.CancellationToken);
        return new CliRun(code, Encoding.UTF8.GetString(results.ToArray()), messages.ToString());
    }

    public string[] Lines => Results.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
