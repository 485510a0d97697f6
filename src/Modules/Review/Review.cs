using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>公开审查: the review of one thing on its way to the public (article 17): rounds, opinions stage by stage, the secrecy record. Signed is signed: nothing of it is changed.</summary>
public sealed class Review(ReviewId id) : IRecordable
{
    private static readonly Article s_law = new(17);

    private readonly NumberedCollection<ReviewStage> _stages = new(stage => stage.Number);
    private readonly NumberedCollection<ReviewRound> _rounds = new(round => round.Number);
    private readonly NumberedCollection<Opinion> _opinions = new(opinion => opinion.Number);
    private readonly NumberedCollection<ReviewComment> _comments = new(comment => comment.Number);
    private readonly NumberedCollection<RemarkAnswer> _answers = new(answer => answer.Number);
    private readonly NumberedCollection<SecrecyRecord> _secrecy = new(record => record.Number);
    private readonly List<ReviewAuthor> _authors = [];
    private readonly NumberedCollection<RoundFinding> _findings = new(found => found.Number);

    public ReviewId Id { get; } = id;
    public required string SubjectKind { get; init; }
    public required string SubjectKey { get; init; }
    public required BodyId Body { get; init; }
    public SectionId? Section { get; init; }
    public required string ChainName { get; init; }

    /// <summary>Whether it is publication that is reviewed, or withholding.</summary>
    public bool ForPublication { get; private set; }

    public IReadOnlyList<ReviewStage> Stages => _stages;
    public IReadOnlyList<ReviewRound> Rounds => _rounds;
    public IReadOnlyList<Opinion> Opinions => _opinions;
    public IReadOnlyList<ReviewComment> Comments => _comments;
    public IReadOnlyList<RemarkAnswer> Answers => _answers;
    public IReadOnlyList<SecrecyRecord> SecrecyRecords => _secrecy;
    public IReadOnlyList<ReviewAuthor> Authors => _authors;
    public IReadOnlyList<RoundFinding> Findings => _findings;
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>迁移依据; its source is null for everything but a migration.</summary>
    public string? EvidenceSource { get; init; }
    public string? EvidenceAddress { get; init; }
    public DateOnly? EvidenceOn { get; init; }
    public bool IsMigration => EvidenceSource is not null;

    /// <summary>Follows from rounds and opinions; kept in its column for lists.</summary>
    public ReviewState State { get; private set; }

    /// <summary>The role whose signature is waited for; null when none is. For lists, like <see cref="State"/>.</summary>
    public Role? WaitsFor { get; private set; }

    public uint Version { get; private set; }

    public ReviewRound Round => _rounds[^1];

    /// <summary>The stage whose turn it is; null when there is none.</summary>
    public ReviewStage? Stage => State == ReviewState.Open ? _stages[Signed.Count()] : null;

    string IRecordable.Kind => "review";
    string IRecordable.Key => $"{Id.Value}";

    private IEnumerable<Opinion> Signed => _opinions.Where(opinion => opinion.Round == Round.Number);

    public static Review Start(ReviewId id, Submission what, ReviewChain chain, DateTimeOffset at)
    {
        if (chain.IsForMigration != what.Evidence is not null)
            throw new NotLawfulException(chain.IsForMigration ? "迁移核对流程只用于已在别处公开的内容" : "有迁移依据的内容应当走迁移核对流程", s_law);
        var review = new Review(id)
        {
            SubjectKind = what.Kind,
            SubjectKey = what.Key,
            Body = what.Body,
            Section = what.Section,
            ChainName = chain.Name,
            EvidenceSource = what.Evidence?.Source,
            EvidenceAddress = what.Evidence?.Address,
            EvidenceOn = what.Evidence?.PublishedOn,
        };
        review._stages.AddRange(chain.Stages.Select(stage => stage.Copy()));
        review.Begin(what, at);
        return review;
    }

    /// <summary>再次送审: a returned thing, changed, as the next round.</summary>
    public void Resubmit(Submission what, DateTimeOffset at)
    {
        if (IsMigration)
            throw new NotLawfulException("退回的迁移内容修改后与原公开内容不同，应当按新内容送审", s_law);
        if (State != ReviewState.Returned || what.Kind != SubjectKind || what.Key != SubjectKey)
            throw new NotLawfulException("只有退回的事项可以再次送审", s_law);
        Begin(what, at);
    }

    /// <summary>审查同意或者退回 by the stage whose turn it is.</summary>
    /// <param name="by">Who signs.</param>
    /// <param name="verdict">Approve or return.</param>
    /// <param name="gates">The gates answered with yes.</param>
    /// <param name="text">The opinion; a return must say why.</param>
    /// <param name="comments">Remarks on places.</param>
    /// <param name="findingsAccepted">Why serious findings of the pre-checks may stay.</param>
    /// <param name="at">When.</param>
    public Opinion Sign(Signatory by, Verdict verdict, IReadOnlyList<Gate> gates, string? text, IReadOnlyList<Remark> comments, string? findingsAccepted, DateTimeOffset at)
    {
        if (Stage is { IsSecrecy: true })
            throw new NotLawfulException("这一环节是保密审查，应当填写保密审查记录", s_law);
        return Add(by, verdict, gates, text, comments, findingsAccepted, at);
    }

    /// <summary>保密审查: the record, and with it the stage's verdict; none while it is referred to others.</summary>
    public Opinion? SignSecrecy(Signatory by, SecrecyConclusion conclusion, string basis, string? referredTo, IReadOnlyList<Remark> comments, string? findingsAccepted, DateTimeOffset at)
    {
        if (Stage is not { IsSecrecy: true })
            throw new NotLawfulException("现在不是保密审查环节", s_law);
        MustBeFree(by);
        if (string.IsNullOrWhiteSpace(basis))
            throw new RefusedException("请填写保密审查的依据和理由。", "basis");
        if (conclusion == SecrecyConclusion.Referred && string.IsNullOrWhiteSpace(referredTo))
            throw new RefusedException("不能确定是否可以公开的，请填写报请哪个部门确定。", "referred_to");
        _secrecy.Add(new SecrecyRecord(_secrecy.Count + 1) { Round = Round.Number, Conclusion = conclusion, Basis = basis.Trim(), ReferredTo = referredTo?.Trim(), Officer = by.Officer.Id, OfficerName = by.Name, At = at });
        if (conclusion == SecrecyConclusion.Referred)
            return null;
        var agrees = !ForPublication || conclusion == SecrecyConclusion.MayBePublished;
        return Add(by, agrees ? Verdict.Approve : Verdict.Return, agrees ? Stage.Gates : [], basis, comments, findingsAccepted, at);
    }

    /// <summary>答复批注: what the author did about a remark, or why not.</summary>
    public void Reply(int comment, string? text, Officer by, DateTimeOffset at)
    {
        MustBeUnsettled(comment);
        if (_opinions.Exists(opinion => opinion.Officer == by.Id))
            throw new NotLawfulException("签署过意见的人员不能代撰稿人答复批注", s_law);
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > RemarkAnswer.Longest)
            throw new RefusedException($"请写明怎样修改或者为什么不改，最多{RemarkAnswer.Longest}个字。", "text");
        Answer(comment, text.Trim(), settles: false, by, at);
    }

    /// <summary>批注已处理: the stage that remarked is content with what became of it; no other stage says so for it.</summary>
    public void Settle(int comment, Officer by, DateTimeOffset at)
    {
        MustBeUnsettled(comment);
        if (_authors.Exists(author => author.Officer == by.Id))
            throw new NotLawfulException("撰稿人不能把批注标为已处理，应当由审查人员标注", s_law);
        if (!MaySettle(_comments[comment - 1], by, at.LegalDate))
            throw new NotLawfulException($"批注由提出它的环节（{StageOf(_comments[comment - 1]).Name}）标为已处理", s_law);
        Answer(comment, text: null, settles: true, by, at);
    }

    /// <summary>Whoever remarked, and whoever has the role of that stage: himself, or for an absent colleague.</summary>
    public bool MaySettle(ReviewComment comment, Officer by, DateOnly on)
    {
        var opinion = OpinionOf(comment);
        var role = StageOf(comment).Role;
        return !_authors.Exists(author => author.Officer == by.Id)
            && (opinion.Officer == by.Id || opinion.OnBehalfOf == by.Id
                || by.Grants.Any(grant => grant.Role == role && grant.HoldsOn(on))
                || by.StandsInFor.Any(standIn => standIn.Deputy.HoldsOn(on) && standIn.Absent.Grants.Any(grant => grant.Role == role && grant.HoldsOn(on))));
    }

    /// <summary>The stage in which a remark was made.</summary>
    public ReviewStage StageOf(ReviewComment comment) => _stages.First(stage => stage.Number == OpinionOf(comment).Stage);

    private Opinion OpinionOf(ReviewComment comment) => _opinions.First(opinion => opinion.Number == comment.Opinion);

    public bool IsSettled(ReviewComment comment) => _answers.Exists(answer => answer.Comment == comment.Number && answer.Settles);

    /// <summary>The round in which a remark was made.</summary>
    public ReviewRound RoundOf(ReviewComment comment) => _rounds.First(round => round.Number == _opinions.First(opinion => opinion.Number == comment.Opinion).Round);

    /// <summary>撤回送审.</summary>
    public void Cancel(DateTimeOffset at)
    {
        if (State is not (ReviewState.Open or ReviewState.Returned))
            throw new NotLawfulException($"审查{State.Name}，不能撤回", s_law);
        CancelledAt = at;
        Project();
    }

    /// <summary>Whether it is this officer's turn: the open stage asks for his role, and he neither wrote the text nor signed in this round.</summary>
    public bool WaitsForSignatureOf(Officer officer, BodyTree tree, DateOnly on) =>
        Stage is { } stage && Signatory.In(stage.Role, officer, tree, Body, Section, on) is { } signatory && Objection(signatory) is null;

    /// <exception cref="NotLawfulException">Not every stage has agreed.</exception>
    public ReviewProof Proof() => State == ReviewState.Completed && Follow() == ReviewState.Completed
        ? new ReviewProof(this, Round, _opinions[^1].At)
        : throw new NotLawfulException($"审查没有完成（{State.Name}），不得公开", s_law);

    private void Begin(Submission what, DateTimeOffset at)
    {
        _rounds.Add(new ReviewRound(_rounds.Count + 1) { SubjectVersion = what.Version, Digest = what.Digest, SubmittedBy = (what.By as Officer)?.Id, SubmittedByName = what.By.ActorName, At = at });
        foreach (var author in what.Authors.Concat(what.By is Officer officer ? [officer.Id] : []).Distinct().Where(author => _authors.TrueForAll(known => known.Officer != author)))
            _authors.Add(new ReviewAuthor(author));
        foreach (var found in what.Findings)
            _findings.Add(new RoundFinding(_findings.Count + 1) { Round = Round.Number, Check = found.Check, Severity = found.Severity, Where = found.Where, Offset = found.Offset, Words = found.Words, Advice = found.Advice });
        ForPublication = what.ForPublication;
        Project();
    }

    private Opinion Add(Signatory by, Verdict verdict, IReadOnlyList<Gate> gates, string? text, IReadOnlyList<Remark> comments, string? findingsAccepted, DateTimeOffset at)
    {
        var stage = Stage ?? throw new NotLawfulException($"审查{State.Name}，现在不能签署意见", s_law);
        MustBeFree(by);
        if (verdict == Verdict.Return && string.IsNullOrWhiteSpace(text) && comments.Count == 0)
            throw new RefusedException("退回时请写明理由，或者在文中批注。", "text");
        if (verdict == Verdict.Approve && stage.Gates.Except(gates).ToList() is { Count: > 0 } open)
            throw new RefusedException($"请逐项确认{string.Join("、", open.Select(gate => gate.Name))}；有一项不能确认的，应当退回。", "gates");
        if (verdict == Verdict.Approve && (stage.IsSecrecy || IsMigration) && ForPublication && string.IsNullOrWhiteSpace(findingsAccepted) && _findings.Exists(found => found.Round == Round.Number && found.Severity == FindingSeverity.Serious))
            throw new RefusedException("自动检查发现可能的个人信息或者其他不宜公开的内容：请退回处理，或者写明可以公开的理由。", "findings_accepted");
        var opinion = new Opinion(_opinions.Count + 1)
        {
            Round = Round.Number,
            Stage = stage.Number,
            Verdict = verdict,
            Officer = by.Officer.Id,
            OfficerName = by.Officer.Name,
            OnBehalfOf = by.OnBehalfOf?.Id,
            OnBehalfOfName = by.OnBehalfOf?.Name,
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            Gates = gates,
            FindingsAccepted = string.IsNullOrWhiteSpace(findingsAccepted) ? null : findingsAccepted.Trim(),
            At = at,
        };
        _opinions.Add(opinion);
        foreach (var remark in comments)
            _comments.Add(new ReviewComment(_comments.Count + 1) { Opinion = opinion.Number, Quote = remark.Quote, Offset = remark.Offset, Text = remark.Text });
        Project();
        return opinion;
    }

    private void MustBeUnsettled(int number)
    {
        if (State is not (ReviewState.Open or ReviewState.Returned))
            throw new NotLawfulException($"审查{State.Name}，批注不再办理", s_law);
        var comment = _comments.Find(one => one.Number == number) ?? throw new RefusedException("没有这条批注。");
        if (IsSettled(comment))
            throw new NotLawfulException("这条批注已经处理", s_law);
    }

    private void Answer(int comment, string? text, bool settles, Officer by, DateTimeOffset at) =>
        _answers.Add(new RemarkAnswer(_answers.Count + 1) { Comment = comment, Text = text, Settles = settles, Officer = by.Id, OfficerName = by.Name, At = at });

    /// <summary>Author and reviewer differ, and nobody signs twice in one round, be it for another.</summary>
    private void MustBeFree(Signatory by)
    {
        if (Objection(by) is { } objection)
            throw new NotLawfulException(objection, s_law);
    }

    private string? Objection(Signatory by) =>
        _authors.Exists(author => by.Is(author.Officer)) ? "撰稿人不能审查自己起草或者修改的内容，也不能由他人代审查"
        : Signed.Any(opinion => by.Is(opinion.Officer) || (opinion.OnBehalfOf is { } absent && by.Is(absent))) ? "同一人在一轮审查中只能签署一个环节，请由另一人办理"
        : null;

    private ReviewState Follow() =>
        CancelledAt is not null ? ReviewState.Cancelled
        : Signed.Any(opinion => opinion.Verdict == Verdict.Return) ? ReviewState.Returned
        : Signed.Count() == _stages.Count ? ReviewState.Completed
        : ReviewState.Open;

    private void Project()
    {
        State = Follow();
        WaitsFor = Stage?.Role;
    }
}

/// <summary>A remark as it is typed.</summary>
public sealed record Remark(string Quote, int Offset, string Text);
