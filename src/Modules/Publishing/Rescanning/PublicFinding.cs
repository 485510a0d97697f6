using System.Security.Cryptography;
using System.Text;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>复查发现编号.</summary>
public readonly record struct PublicFindingId(Guid Value) : ITypedId;

/// <summary>
/// 复查发现: what the checks see in something that is public and that no reviewer saw when it was reviewed. It stays open until the text is changed or withdrawn, or
/// somebody says with a reason that it may stay; what may stay does not come back.
/// </summary>
public sealed class PublicFinding(PublicFindingId id) : IRecordable
{
    private const int LongestReason = 500;

    public PublicFindingId Id { get; } = id;
    public required DocumentId Document { get; init; }
    public required BodyId Body { get; init; }

    /// <summary>Check, place and words, and the how-manieth of the same; the same finding of a later version has the same.</summary>
    public required string Mark { get; init; }
    public required string Check { get; init; }
    public required FindingSeverity Severity { get; init; }
    public required string Where { get; init; }
    public required int Offset { get; init; }

    /// <summary>Masked where they are personal.</summary>
    public required string Words { get; init; }
    public required string Advice { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    public PublicFindingState State { get; private set; }
    public string? Reason { get; private set; }
    public OfficerId? SettledBy { get; private set; }
    public string? SettledByName { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public uint Version { get; private set; }

    string IRecordable.Kind => "public_finding";
    string IRecordable.Key => $"{Id.Value}";

    /// <summary>可以公开: stays as it is, for a reason that is kept.</summary>
    public void Accept(string? reason, Officer by, DateTimeOffset at)
    {
        if (State != PublicFindingState.Open)
            throw new NotLawfulException(State == PublicFindingState.Accepted ? "这处发现已有人确认可以公开" : "这处内容已不在公开的文本中", new Article(17, 1));
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
            throw new RefusedException($"请写明可以公开的理由，最多{LongestReason}个字。", "reason");
        (State, Reason, SettledBy, SettledByName, SettledAt) = (PublicFindingState.Accepted, reason.Trim(), by.Id, by.Name, at);
    }

    /// <summary>It is not in the public text any more.</summary>
    internal void Leave(DateTimeOffset at) => (State, SettledAt) = (PublicFindingState.Gone, at);

    /// <summary>It is back.</summary>
    internal void Return() => (State, SettledAt) = (PublicFindingState.Open, null);

    /// <summary>The marks of what was found, each once.</summary>
    internal static IEnumerable<(string Mark, Finding Finding)> Marked(IEnumerable<Finding> findings)
    {
        Dictionary<(string, string, string), int> seen = [];
        foreach (var finding in findings)
        {
            var key = KeyOf(finding);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            var words = string.Join('\u001F', finding.Check, finding.Where, finding.Words, seen[key]);
            yield return (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))), finding);
        }
    }

    internal static (string Check, string Where, string Words) KeyOf(Finding finding) => (finding.Check, finding.Where, finding.Words);
}

/// <summary>复查发现的状态.</summary>
public enum PublicFindingState
{
    /// <summary>待处理.</summary>
    Open,

    /// <summary>确认可以公开.</summary>
    Accepted,

    /// <summary>已不在公开的文本中.</summary>
    Gone,
}

public static class PublicFindingStateNames
{
    extension(PublicFindingState state)
    {
        public string Name => state switch
        {
            PublicFindingState.Open => "待处理",
            PublicFindingState.Accepted => "确认可以公开",
            PublicFindingState.Gone => "已更正或撤下",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

/// <summary>复查记录: with which checks, and in which version, a public document was looked through last.</summary>
public sealed class DocumentScan
{
    public required DocumentId Document { get; init; }
    public required string Checks { get; set; }
    public required int ShownVersion { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Why it could not be looked through; the next set of checks tries again.</summary>
    public string? Trouble { get; set; }
}
