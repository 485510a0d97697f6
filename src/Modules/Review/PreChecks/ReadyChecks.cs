using System.Security.Cryptography;
using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Reviews;

/// <summary>备好的检查: every check with the words of one moment; may be used from several threads.</summary>
public sealed class ReadyChecks(IReadOnlyList<IPreCheck> checks, IReadOnlyList<CheckedWord> words, IReadOnlyDictionary<BodyId, IReadOnlyList<CheckedWord>> own)
{
    /// <summary>More than anybody reads; the rest is found again when these are settled.</summary>
    private const int Most = 500;

    /// <summary>
    /// 检查的指纹 where a body has no words of its own: the same as long as the same checks look for the same things: their kinds, the very programs they and the readers of files are, and the words.
    /// Nobody has to remember to raise a number, so a new release counts as a change.
    /// </summary>
    public string Fingerprint { get; } = Print(checks, words);

    /// <summary>Bodies with words of their own, each with the fingerprint of its checks.</summary>
    public IReadOnlyDictionary<BodyId, string> OwnFingerprints { get; } = own.ToDictionary(body => body.Key, body => Print(checks, body.Value));

    public string FingerprintOf(BodyId body) => OwnFingerprints.GetValueOrDefault(body, Fingerprint);

    public IReadOnlyList<Finding> Run(InspectedItem item) => Run(item, _ => true);

    public IReadOnlyList<Finding> Run(InspectedItem item, Func<IPreCheck, bool> which)
    {
        var ready = item with { WrongWords = item.Body is { } body && own.TryGetValue(body, out var theirs) ? theirs : words };
        return [.. checks.Where(which).SelectMany(check => check.Check(ready)).Take(Most).OrderByDescending(found => found.Severity)];
    }

    private static string Print(IReadOnlyList<IPreCheck> checks, IReadOnlyList<CheckedWord> words)
    {
        var programs = checks.Select(check => check.GetType().Module.ModuleVersionId).Append(typeof(Gongkai.Formats.ReadingLimits).Module.ModuleVersionId).Distinct().Order();
        var lines = checks.Select(check => $"{check.Id} {check.GetType().FullName}").Order(StringComparer.Ordinal)
            .Concat(programs.Select(program => $"{program}"))
            .Concat(words.Select(word => $"{word.Wrong}\t{word.Right}\t{Words.Of(word.Kind)}\t{word.OnlyHint}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
