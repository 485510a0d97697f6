using Gongkai.Bodies;

namespace Gongkai.Reviews;

/// <summary>审查轮次: one submission; a returned text comes back as the next round and passes every stage anew.</summary>
public sealed class ReviewRound(int number)
{
    public int Number { get; } = number;

    /// <summary>The version of the thing, and exactly which content it is.</summary>
    public required int SubjectVersion { get; init; }
    public required ContentDigest Digest { get; init; }

    /// <summary>Null where no officer handed it in but whoever runs the machine.</summary>
    public required OfficerId? SubmittedBy { get; init; }
    public required string SubmittedByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>审查意见: one signature: of whom, for whom, with what verdict, on which gates.</summary>
public sealed class Opinion(int number)
{
    public int Number { get; } = number;
    public required int Round { get; init; }
    public required int Stage { get; init; }
    public required Verdict Verdict { get; init; }
    public required OfficerId Officer { get; init; }
    public required string OfficerName { get; init; }
    public OfficerId? OnBehalfOf { get; init; }
    public string? OnBehalfOfName { get; init; }
    public string? Text { get; init; }

    /// <summary>The gates answered with yes.</summary>
    public IReadOnlyList<Gate> Gates { get => Reviews.Gates.Split(GateWords); init => GateWords = Reviews.Gates.Joined(value); }

    /// <summary>Why what the pre-checks found may stay.</summary>
    public string? FindingsAccepted { get; init; }
    public required DateTimeOffset At { get; init; }

    internal string GateWords { get; private set; } = "";
}

/// <summary>批注: a remark on a place in the text.</summary>
public sealed class ReviewComment(int number)
{
    public int Number { get; } = number;
    public required int Opinion { get; init; }

    /// <summary>The words it speaks of; with them it is found again when the text has moved.</summary>
    public required string Quote { get; init; }
    public int Offset { get; init; }
    public required string Text { get; init; }
}

/// <summary>批注的办理: an author's reply, or the word of a reviewer that it is settled.</summary>
public sealed class RemarkAnswer(int number)
{
    internal const int Longest = 500;

    public int Number { get; } = number;
    public required int Comment { get; init; }

    /// <summary>Null where it is only settled.</summary>
    public string? Text { get; init; }
    public bool Settles { get; init; }
    public required OfficerId Officer { get; init; }
    public required string OfficerName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>保密审查记录: one item, one review, one record, with who answers for it.</summary>
public sealed class SecrecyRecord(int number)
{
    public int Number { get; } = number;
    public required int Round { get; init; }
    public required SecrecyConclusion Conclusion { get; init; }
    public required string Basis { get; init; }

    /// <summary>Who was asked to decide.</summary>
    public string? ReferredTo { get; init; }
    public required OfficerId Officer { get; init; }
    public required string OfficerName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>撰稿人: who wrote at the thing and so reviews nothing of it.</summary>
public sealed record ReviewAuthor(OfficerId Officer);

/// <summary>审查发现: what the pre-checks found in a round, masked.</summary>
public sealed class RoundFinding(int number)
{
    public int Number { get; } = number;
    public required int Round { get; init; }
    public required string Check { get; init; }
    public required FindingSeverity Severity { get; init; }
    public required string Where { get; init; }
    public int Offset { get; init; }
    public required string Words { get; init; }
    public required string Advice { get; init; }
}
