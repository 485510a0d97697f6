using System.CommandLine;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai import: documents of an old site (documents), new drafts from a table (drafts).</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal, Speech speech) => new("import", speech.Say("批量导入：旧网站的公开内容（documents）、新草稿（drafts）", "Import in bulk: documents of an old site, new drafts"))
    {
        Documents(terminal, speech),
        Drafts(terminal, speech),
    };

    private static Command Documents(Terminal terminal, Speech speech)
    {
        var file = new Argument<string>("FILE") { Description = speech.Say("一行一条JSON的文件，可以用gzip压缩", "One JSON object a line, may be packed by gzip") };
        var (body, officer, report) = (Body(speech), Officer(speech, speech.Say("核对并担保的人员的登录名", "Login of the officer who vouches")), Report(speech));
        var accept = new Option<string?>("--accept-findings")
        {
            Description = speech.Say("自动检查有发现的也公开，写明理由；理由记入台账", "Publish what the checks found something in too, with the reason, which is recorded"),
            HelpName = "REASON",
        };
        var command = new Command("documents", speech.Say("迁入已在旧网站公开的内容；可以随时中断，再次运行时接着做", "Move in what is public on an old site; may be stopped at any moment and run again")) { file, body, officer, accept, report };
        command.SetAction((parsed, cancel) => Importing.Documents(
            terminal, speech, parsed.GetRequiredValue(file), parsed.GetRequiredValue(body), parsed.GetRequiredValue(officer), parsed.GetValue(accept), parsed.GetValue(report), cancel));
        return command;
    }

    private static Command Drafts(Terminal terminal, Speech speech)
    {
        var file = new Argument<string>("FILE") { Description = speech.Say("CSV表格，第一行是列名", "A CSV table, names of columns first") };
        var files = new Option<string?>("--files") { Description = speech.Say("附件和正文文件所在的目录或者zip文件", "Folder or zip file with texts and attachments"), HelpName = "FOLDER|ZIP" };
        var (body, officer, report) = (Body(speech), Officer(speech, speech.Say("起草人的登录名", "Login of the officer who drafts")), Report(speech));
        var command = new Command("drafts", speech.Say("批量导入草稿；草稿仍须逐件审查后公开", "Import drafts in bulk; each still goes through review")) { file, files, body, officer, report };
        command.SetAction((parsed, cancel) => Importing.Drafts(
            terminal, speech, parsed.GetRequiredValue(file), parsed.GetValue(files), parsed.GetRequiredValue(body), parsed.GetRequiredValue(officer), parsed.GetValue(report), cancel));
        return command;
    }

    private static Option<string> Body(Speech speech) => new("--body") { Description = speech.Say("机关的网址名", "Key of the body"), Required = true, HelpName = "KEY" };

    private static Option<string> Officer(Speech speech, string what) => new("--officer") { Description = what, Required = true, HelpName = "LOGIN" };

    private static Option<string?> Report(Speech speech) => new("--report")
    {
        Description = speech.Say("逐行记录错误和待核对内容的文件；默认是在源文件名后加.report.jsonl", "File for errors and what waits, line by line; by default the source's name with .report.jsonl"),
        HelpName = "FILE",
    };
}
