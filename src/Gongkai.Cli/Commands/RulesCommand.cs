using System.CommandLine;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Checking.Output;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai rules: what the checker looks at.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal, Speech speech)
    {
        var ids = new Argument<string[]>("RULE") { Description = speech.Say("规则编号，如 R021；不写则全部列出", "Numbers of rules, as R021; all when none is given"), Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("rules", speech.Say("列出检查规则", "List the rules")) { ids };
        command.SetAction(parsed => Run(terminal, speech, parsed.GetValue(ids) ?? []));
        return command;
    }

    private static int Run(Terminal terminal, Speech speech, string[] ids)
    {
        var code = ExitCode.Fine;
        foreach (var id in ids.Where(id => Words.Rule(id.ToUpperInvariant()) is null))
        {
            terminal.Messages.WriteLine(speech.Say($"没有规则 {id}", $"There is no rule {id}"));
            code = ExitCode.Unreadable;
        }

        foreach (var rule in Checker.Rules.Select(rule => rule.Descriptor))
        {
            if (ids.Length == 0 || ids.Contains(rule.Id, StringComparer.OrdinalIgnoreCase))
                terminal.Text.WriteLine($"{rule.Id} {Words.Of(rule.Severity),-7} {(speech.English ? rule.English : rule.Title)}  {rule.HelpPath}");
        }

        return code;
    }
}
