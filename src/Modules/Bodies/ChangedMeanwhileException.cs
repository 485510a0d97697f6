using Gongkai.Ledgers;

namespace Gongkai.Bodies;

/// <summary>已被他人更改: somebody else changed the thing after this person's page was made; the page shows what changed.</summary>
public sealed class ChangedMeanwhileException(IRecordable what) : Exception("您打开页面之后，这项内容已被他人更改，您的更改没有保存。")
{
    public string Kind { get; } = what.Kind;
    public string Key { get; } = what.Key;

    /// <param name="what">The thing as it is stored now.</param>
    /// <param name="version">Its version now.</param>
    /// <param name="seen">The version the person saw; null when none was (command line, import).</param>
    internal static void Demand(IRecordable what, uint version, uint? seen)
    {
        if (seen is { } was && was != version)
            throw new ChangedMeanwhileException(what);
    }
}
