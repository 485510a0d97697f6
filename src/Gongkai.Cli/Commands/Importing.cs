using System.Globalization;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Cli.Commands;

/// <summary>What `gongkai import` does.</summary>
internal static class Importing
{
    public static Task<int> Documents(Terminal terminal, Speech speech, string path, string body, string officer, string? accept, string? report, CancellationToken cancel) =>
        Run(terminal, speech, path, report, body, officer, async (services, id, voucher, by, lines, told) => await services.GetRequiredService<MoveDocuments>().Run(
            new Migration(id, by, voucher, Path.GetFileName(path)) { Folder = path == "-" ? null : Path.GetDirectoryName(Path.GetFullPath(path)), AcceptFindings = accept },
            lines, told, new Shown(terminal, speech), cancel), cancel);

    public static Task<int> Drafts(Terminal terminal, Speech speech, string path, string? files, string body, string officer, string? report, CancellationToken cancel) =>
        Run(terminal, speech, path, report, body, officer, async (services, id, author, _, table, told) =>
        {
            using var pile = files is null ? null : FilePile.Open(files);
            return await services.GetRequiredService<ImportDrafts>().Run(new DraftTable(id, author, Path.GetFileName(path)), table, pile, told, new Shown(terminal, speech), cancel);
        }, cancel);

    private static async Task<int> Run(
        Terminal terminal, Speech speech, string path, string? reportPath, string body, string login, Func<IServiceProvider, BodyId, Officer, IActor, Stream, ImportReport, Task<ImportTally>> import, CancellationToken cancel)
    {
        if (path != "-" && !File.Exists(path))
        {
            terminal.Messages.WriteLine(speech.Say($"{path}：没有这个文件", $"{path}: there is no such file"));
            return ExitCode.Unreadable;
        }

        var faults = false;
        reportPath ??= path == "-" ? "import.report.jsonl" : $"{path}.report.jsonl";
        var code = await Administration.Run(terminal, speech, async (services, by) =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            var id = (await services.GetRequiredService<Authority>().Now(cancel)).Tree.Find(body)?.Id ?? throw new RefusedException(speech.Say($"没有网址名是“{body}”的机关。", $"There is no body “{body}”."));
            var officer = await Officer(db, services.GetRequiredService<TimeProvider>().Today(), login, speech, cancel);
            await using var source = path == "-" ? terminal.Input : File.OpenRead(path);
            await using var report = new StreamWriter(reportPath, append: false, Terminal.Utf8) { NewLine = "\n" };
            var tally = await import(services, id, officer, by, source, new ImportReport(report));
            faults = tally.Errors > 0;
            Tell(terminal, speech, tally, reportPath);
        }, cancel);
        return code == ExitCode.Fine && faults ? ExitCode.Findings : code;
    }

    private static async Task<Officer> Officer(GongkaiDb db, DateOnly today, string login, Speech speech, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Login == login, cancel);
        var officer = account is null ? null : await db.FindOfficer(account.Officer, today, cancel);
        return officer is not null && officer.WorksOn(today) ? officer : throw new RefusedException(speech.Say($"没有登录名是“{login}”的在岗人员。", $"Nobody at work has the login “{login}”."));
    }

    private static void Tell(Terminal terminal, Speech speech, ImportTally tally, string report)
    {
        terminal.Text.WriteLine(speech.Say(
            $"共{tally.Lines}行：公开{tally.Published}件，待人工核对{tally.Waiting}件，草稿{tally.Drafted}件，以前已导入{tally.AlreadyThere}件，有误{tally.Errors}行",
            $"{tally.Lines} lines: {tally.Published} published, {tally.Waiting} waiting for a person, {tally.Drafted} drafts, {tally.AlreadyThere} there before, {tally.Errors} with errors"));
        terminal.Messages.WriteLine(speech.Say($"逐行情况见 {report}", $"Line by line: {report}"));
    }

    /// <summary>One line on standard error that rewrites itself, where somebody watches.</summary>
    private sealed class Shown(Terminal terminal, Speech speech) : IProgress<ImportTally>
    {
        public void Report(ImportTally value)
        {
            if (terminal.ShowsProgress)
                terminal.Messages.Write(string.Create(CultureInfo.InvariantCulture, $"\r{speech.Say("已处理", "done")} {value.Lines}"));
        }
    }
}
