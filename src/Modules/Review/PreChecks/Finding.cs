namespace Gongkai.Reviews;

/// <summary>检查发现: something a reviewer should look at, with its place, its words (hidden where they are personal) and what to do.</summary>
/// <param name="Check">The check that found it.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Where">标题、正文, or the name of an attachment.</param>
/// <param name="Offset">Where in that text; 0 where there is no place.</param>
/// <param name="Words">The words, masked.</param>
/// <param name="Advice">What to do.</param>
public sealed record Finding(string Check, FindingSeverity Severity, string Where, int Offset, string Words, string Advice);

/// <summary>发现的轻重.</summary>
public enum FindingSeverity
{
    /// <summary>提示.</summary>
    Hint,

    /// <summary>应当处理.</summary>
    Warning,

    /// <summary>不处理不得公开, unless the secrecy reviewer says why.</summary>
    Serious,
}
