using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Gongkai.Cli;

/// <summary>中文帮助: the parser's help with the few words its own Chinese resources leave in English.</summary>
internal sealed class ChineseHelp(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly (string English, string Chinese)[] s_words =
    [
        ("Description:", "说明:"),
        ("[command]", "[命令]"),
        ("[options]", "[选项]"),
        ("[default: ", "[默认: "),
        ("(REQUIRED)", "（必填）"),
    ];

    public static void Use(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Description = "显示帮助";
        option.Action = new ChineseHelp((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var page = new StringWriter();
        parseResult.InvocationConfiguration.Output = page;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(s_words.Aggregate(page.ToString(), (text, word) => text.Replace(word.English, word.Chinese, StringComparison.Ordinal)));
        return code;
    }
}
