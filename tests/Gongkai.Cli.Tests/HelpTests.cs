using System.Text;

namespace Gongkai.Cli.Tests;

/// <summary>Help, errors of the command line, the smaller commands.</summary>
public sealed class HelpTests
{
    private static readonly string[] s_commands = ["check", "read", "convert", "compare", "aggregate", "calendar", "rules", "verify", "admin", "body", "seed", "import"];

    [Fact]
    public async Task Every_command_has_help_in_chinese_and_in_english()
    {
        foreach (var command in s_commands)
        {
            var chinese = await CliRun.Of(command, "--help");
            var english = await CliRun.Of("--culture", "en", command, "--help");

            Assert.Equal((0, 0), (chinese.Code, english.Code));
            Assert.Contains("用法:", chinese.Results, StringComparison.Ordinal);
            Assert.DoesNotContain("Description:", chinese.Results, StringComparison.Ordinal);
            Assert.Contains("Usage:", english.Results, StringComparison.Ordinal);
            Assert.DoesNotContain(english.Results, letter => letter is >= '一' and <= '龥');
        }
    }

    [Fact]
    public async Task Without_a_command_the_help_lists_the_commands_of_the_contract_and_no_others()
    {
        var run = await CliRun.Of();

        Assert.Equal(0, run.Code);
        Assert.Equal(s_commands, run.Lines.SkipWhile(line => !line.StartsWith("命令", StringComparison.Ordinal)).Skip(1).Select(line => line.TrimStart().Split(' ')[0]));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("check")]
    [InlineData("check", "--format", "xml", "a.txt")]
    [InlineData("aggregate", "a.txt")]
    public async Task A_command_that_is_not_understood_ends_with_2_and_says_so_on_standard_error(params string[] arguments)
    {
        var run = await CliRun.Of(arguments);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Results);
        Assert.Contains("--help", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_lists_all_or_the_ones_asked_for()
    {
        var all = await CliRun.Of("rules");
        var one = await CliRun.Of("rules", "r021", "--culture", "en");
        var none = await CliRun.Of("rules", "R999");

        Assert.True(all.Lines.Length > 10);
        Assert.StartsWith("R021 error   Requests received", Assert.Single(one.Lines), StringComparison.Ordinal);
        Assert.Equal(2, none.Code);
    }

    [Fact]
    public async Task Output_is_utf8_without_a_mark()
    {
        var run = await CliRun.Of("rules", "R021");

        Assert.StartsWith("R021", run.Results, StringComparison.Ordinal);
        Assert.Contains("申请数量收支不平", run.Results, StringComparison.Ordinal);
        Assert.Empty(Terminal.Utf8.GetPreamble());
        Assert.Equal(65001, ((Encoding)Terminal.Utf8).CodePage);
    }
}
