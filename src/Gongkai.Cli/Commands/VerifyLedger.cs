using System.Data.Common;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Ledgers.Chain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Cli.Commands;

/// <summary>What `gongkai verify` does.</summary>
internal static class VerifyLedger
{
    public static async Task<int> Offline(Terminal terminal, Speech speech, string path, string? head, CancellationToken cancel)
    {
        try
        {
            await using var file = path == "-" ? terminal.Input : File.OpenRead(path);
            return Tell(terminal, speech, await LedgerFile.Verify(file, Head(head), cancel), head);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            return Refuse(terminal, $"{path}：{problem.Message}");
        }
    }

    public static async Task<int> InDatabase(Terminal terminal, Speech speech, string? export, bool details, string? head, CancellationToken cancel)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            await using var services = new ServiceCollection().AddLogging().AddGongkaiData(configuration).AddLedger(configuration).BuildServiceProvider();
            if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value is { Provider: DatabaseProvider.Sqlite, ConnectionString: null or "" }
                && services.GetRequiredService<DataFolder>().Database is var file && !File.Exists(file))
                return Refuse(terminal, speech.Say($"{file}：没有数据库。数据目录可用环境变量 GONGKAI__DATADIRECTORY 指定", $"{file}: there is no database. GONGKAI__DATADIRECTORY names the data folder"));

            await using var scope = services.CreateAsyncScope();
            var found = export is null
                ? await scope.ServiceProvider.GetRequiredService<LedgerVerifier>().Run(Head(head), cancel)
                : await Export(scope.ServiceProvider, export, details, Head(head), cancel);
            return Tell(terminal, speech, found, head);
        }
        catch (Exception problem) when (problem is FormatException or DbException or OptionsValidationException or IOException or UnauthorizedAccessException)
        {
            return Refuse(terminal, speech.Say($"无法验证：{problem.Message}", $"Cannot verify: {problem.Message}"));
        }
    }

    /// <summary>Whole or not at all.</summary>
    private static async Task<Verification> Export(IServiceProvider services, string path, bool details, byte[]? head, CancellationToken cancel)
    {
        var draft = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Verification found;
            await using (var file = File.Create(draft))
                found = await services.GetRequiredService<LedgerExport>().Run(file, details, Actor.System("cli", $"命令行（{Environment.UserName}）"), head, cancel);
            File.Move(draft, path, overwrite: true);
            return found;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static int Tell(Terminal terminal, Speech speech, Verification found, string? head)
    {
        if (found.FirstBroken is { } broken)
        {
            terminal.Text.WriteLine(speech.Say($"断链：第{broken.Number}条，{broken.What}", $"Broken at entry {broken.Number} ({broken.Fault}): {broken.What}"));
            return ExitCode.Findings;
        }

        if (head is not null && !found.HeadSeen)
        {
            terminal.Text.WriteLine(speech.Say($"链本身完好，但其中没有杂凑值 {head}：公布之后被整条改写过，或者不是这份台账", $"The chain is whole but does not contain {head}: it was rewritten since, or is another ledger"));
            return ExitCode.Findings;
        }

        terminal.Text.WriteLine(speech.Say($"完好：共{found.Entries}条，链头 {found.Head}", $"It holds: {found.Entries} entries, head {found.Head}"));
        if (found.Erased > 0)
            terminal.Text.WriteLine(speech.Say($"其中{found.Erased}条的明细已依记录删除", $"Details of {found.Erased} entries were erased, as entries say"));
        return ExitCode.Fine;
    }

    private static byte[]? Head(string? head) => head is null ? null
        : head.Length == ChainHash.Size * 2 ? Convert.FromHexString(head) : throw new FormatException("--head 应当是64位十六进制数");

    private static int Refuse(Terminal terminal, string why)
    {
        terminal.Messages.WriteLine(why);
        return ExitCode.Unreadable;
    }
}
