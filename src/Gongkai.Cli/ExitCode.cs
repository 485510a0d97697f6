namespace Gongkai.Cli;

/// <summary>退出码.</summary>
internal static class ExitCode
{
    /// <summary>Done; of `check`: no rule of severity error failed.</summary>
    public const int Fine = 0;

    /// <summary>Of `check`: at least one rule of severity error failed. Of `aggregate`: written, but something is missing.</summary>
    public const int Findings = 1;

    /// <summary>Something could not be read or done, or the command was not understood.</summary>
    public const int Unreadable = 2;
}
