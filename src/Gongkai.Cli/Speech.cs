namespace Gongkai.Cli;

/// <summary>界面语言: Chinese, or English for `--culture en`; diagnostics stay Chinese.</summary>
internal sealed record Speech(bool English)
{
    /// <summary>The one of two wordings.</summary>
    public string Say(string chinese, string english) => English ? english : chinese;
}
