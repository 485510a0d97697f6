using System.CommandLine;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai verify: proves the ledger's chain, from the database or from an export alone.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, Speech speech)
    {
        var export = new Option<string?>("--export") { Description = speech.Say("同时导出为文件，供外部验证；导出本身记入台账", "Also export to a file that outsiders can verify; the export is itself an entry"), HelpName = "FILE" };
        var details = new Option<bool>("--details") { Description = speech.Say("导出时带上变更明细（其中的个人信息仍是密文）", "Export what changed as well (personal data in it stay encrypted)") };
        var offline = new Option<string?>("--offline") { Description = speech.Say("只凭导出文件验证，不用数据库；“-”为标准输入", "Verify an export from the file alone, without a database; “-” for standard input"), HelpName = "FILE" };
        var head = new Option<string?>("--head") { Description = speech.Say("某日公布的杂凑值：链中应当有它", "A published daily hash: the chain must contain it"), HelpName = "HASH" };
        var command = new Command("verify", speech.Say(
            "验证工作台账的杂凑链，指出第一处断链。退出码：0 完好，1 断链，2 无法验证",
            "Verify the ledger's hash chain and name the first broken link. Exit code: 0 it holds, 1 it is broken, 2 it cannot be verified"))
        {
            export, details, offline, head,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(export) is not null && given.GetValue(offline) is not null)
                given.AddError(speech.Say("--export 与 --offline 不能同时使用", "--export and --offline cannot be used together"));
            if (given.GetValue(details) && given.GetValue(export) is null)
                given.AddError(speech.Say("--details 只与 --export 同用", "--details goes with --export"));
        });

        // The ledger brings the database along; it is loaded here, when it is asked for, and no other command pays for it.
        command.SetAction((parsed, cancel) => parsed.GetValue(offline) is { } file
            ? VerifyLedger.Offline(terminal, speech, file, parsed.GetValue(head), cancel)
            : VerifyLedger.InDatabase(terminal, speech, parsed.GetValue(export), parsed.GetValue(details), parsed.GetValue(head), cancel));
        return command;
    }
}
