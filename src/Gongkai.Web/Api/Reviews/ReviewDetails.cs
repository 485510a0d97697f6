using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Api.Documents;

namespace Gongkai.Web.Api.Reviews;

/// <summary>审查, whole: stages, rounds with what changed between them, signatures, remarks and findings.</summary>
internal sealed record ReviewDetails(
    Guid Id, string Body, string SubjectKind, string SubjectKey, string State, string StateName, bool ForPublication, string ChainName, int? Stage, uint Version,
    IReadOnlyList<StageDetails> Stages, IReadOnlyList<RoundDetails> Rounds, IReadOnlyList<OpinionDetails> Opinions, IReadOnlyList<CommentDetails> Comments,
    IReadOnlyList<SecrecyDetails> SecrecyRecords, IReadOnlyList<FindingDetails> Findings)
{
    public static ReviewDetails Of(Review review, string body, IReadOnlyList<DocumentVersion> versions) => new(
        review.Id.Value, body, review.SubjectKind, review.SubjectKey, Words.Of(review.State), review.State.Name, review.ForPublication, review.ChainName, review.Stage?.Number, review.Version,
        [.. review.Stages.OrderBy(stage => stage.Number).Select(StageDetails.Of)],
        [.. review.Rounds.OrderBy(round => round.Number).Select(round => RoundDetails.Of(review, round, versions))],
        [.. review.Opinions.OrderBy(opinion => opinion.Number).Select(opinion => new OpinionDetails(
            opinion.Number, opinion.Round, opinion.Stage, Words.Of(opinion.Verdict), opinion.OfficerName, opinion.OnBehalfOfName, opinion.Text, [.. opinion.Gates.Select(Words.Of)], opinion.FindingsAccepted, opinion.At))],
        [.. review.Comments.OrderBy(comment => comment.Number).Select(comment => CommentDetails.Of(review, comment, versions))],
        [.. review.SecrecyRecords.OrderBy(record => record.Number).Select(record => new SecrecyDetails(record.Number, record.Round, Words.Of(record.Conclusion), record.Basis, record.ReferredTo, record.OfficerName, record.At))],
        [.. review.Findings.OrderBy(found => found.Number).Select(FindingDetails.Of)]);
}

internal sealed record StageDetails(int Number, string Name, string Role, bool IsSecrecy, IReadOnlyList<GateDetails> Gates)
{
    public static StageDetails Of(ReviewStage stage) =>
        new(stage.Number, stage.Name, Words.Of(stage.Role), stage.IsSecrecy, [.. stage.Gates.Select(gate => new GateDetails(Words.Of(gate), gate.Name, gate.Question))]);
}

internal sealed record GateDetails(string Gate, string Name, string Question);

/// <summary>One submission; `changes` since the round before.</summary>
internal sealed record RoundDetails(int Number, int SubjectVersion, string Digest, string SubmittedBy, DateTimeOffset At, IReadOnlyList<FieldChange> Changes)
{
    public static RoundDetails Of(Review review, ReviewRound round, IReadOnlyList<DocumentVersion> versions)
    {
        var before = review.Rounds.FirstOrDefault(other => other.Number == round.Number - 1);
        DocumentVersion? Text(ReviewRound? of) => versions.FirstOrDefault(version => version.Number == of?.SubjectVersion);
        return new RoundDetails(
            round.Number, round.SubjectVersion, round.Digest.Value, round.SubmittedByName, round.At,
            Text(before) is { } was && Text(round) is { } now ? ContentFields.Between(was, now) : []);
    }
}

internal sealed record OpinionDetails(int Number, int Round, int Stage, string Verdict, string Officer, string? OnBehalfOf, string? Text, IReadOnlyList<string> Gates, string? FindingsAccepted, DateTimeOffset At);

/// <summary>One remark with what was replied; `place` says whether the words it speaks of still stand (`unchanged`, `around`, `changed`).</summary>
internal sealed record CommentDetails(int Number, int Opinion, string Quote, int Offset, string Text, bool IsSettled, string? Place, IReadOnlyList<AnswerDetails> Answers)
{
    public static CommentDetails Of(Review review, ReviewComment comment, IReadOnlyList<DocumentVersion> versions)
    {
        string? Text(ReviewRound round) => versions.FirstOrDefault(version => version.Number == round.SubjectVersion)?.Text;
        var place = Text(review.RoundOf(comment)) is { } before && Text(review.Round) is { } now ? RemarkedPlace.Of(comment, before, now) : null;
        return new CommentDetails(
            comment.Number, comment.Opinion, comment.Quote, comment.Offset, comment.Text, review.IsSettled(comment), place is { } changed ? Words.Of(changed) : null,
            [.. review.Answers.Where(answer => answer.Comment == comment.Number).Select(answer => new AnswerDetails(answer.Text, answer.Settles, answer.OfficerName, answer.At))]);
    }
}

internal sealed record AnswerDetails(string? Text, bool Settles, string Officer, DateTimeOffset At);

internal sealed record SecrecyDetails(int Number, int Round, string Conclusion, string Basis, string? ReferredTo, string Officer, DateTimeOffset At);
