using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>公开事项编号.</summary>
public readonly record struct DocumentId(Guid Value) : ITypedId;

/// <summary>公开事项: one item of a body's catalogue, from draft to archive; its history is the truth, everything else follows from it.</summary>
public sealed class Document(DocumentId id) : IRecordable, IPublicFacts
{
    public const string RecordKind = "document";

    private readonly NumberedCollection<StepTaken> _history = new(taken => taken.Number);
    private readonly NumberedCollection<DocumentVersion> _versions = new(version => version.Number);
    private readonly List<Editor> _editors = [];

    public DocumentId Id { get; } = id;
    public required BodyId Body { get; init; }

    /// <summary>责任科室.</summary>
    public SectionId? Section { get; init; }
    public required DocumentKind Kind { get; init; }

    /// <summary>Of an interpretation: its form and what it explains.</summary>
    public InterpretationForm? Form { get; init; }
    public DocumentId? Explains { get; init; }

    public DisclosureAttribute Attribute { get; private set; }
    public string? AttributeGround { get; private set; }
    public string? AttributeBasis { get; private set; }
    public string? AttributeReason { get; private set; }

    /// <summary>索引号: given with the first publication, never given again.</summary>
    public string? IndexNumber { get; private set; }

    public IReadOnlyList<StepTaken> History => _history;
    public IReadOnlyList<DocumentVersion> Versions => _versions;
    public IReadOnlyList<Editor> Editors => _editors;

    // What lists are made fast by; each follows from the history and is written with it.
    public DocumentState State { get; private set; }
    public int? ShownVersion { get; private set; }
    public DateOnly? PublishedOn { get; private set; }
    public DateTimeOffset? ScheduledAt { get; private set; }
    public DateOnly? AssessAgainOn { get; private set; }
    public string Title { get; private set; } = "";
    public string? Article20Item { get; private set; }
    public string? Topic { get; private set; }
    public string? Column { get; private set; }
    public DateOnly? CreatedOn { get; private set; }
    public OpennessStage? Stage { get; private set; }
    public DocumentId? Follows { get; private set; }
    public DateOnly? ExecutionDue { get; private set; }
    public DateOnly? ResultDue { get; private set; }

    /// <summary>The last publication: the first, or that of a revision.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    public uint Version { get; private set; }

    /// <summary>The version people work at: the last one.</summary>
    public DocumentVersion Working => _versions[^1];

    /// <summary>What the public reads now; null when nothing.</summary>
    public DocumentVersion? Shown => State.IsReadable ? _versions.Find(version => version.Number == ShownVersion) : null;

    /// <summary>What the public reads now, or read last.</summary>
    public DocumentVersion? LastShown => _versions.Find(version => version.Number == ShownVersion);

    public AttributeDecision Decision => new(Attribute, AttributeGround, AttributeBasis, AttributeReason);

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";

    public static Document Draft(DocumentId id, NewDocument what, AttributeDecision attribute, CleanContent content, Officer by, DateTimeOffset at)
    {
        var document = new Document(id) { Body = what.Body, Section = what.Section ?? by.Section, Kind = what.Kind, Form = what.Form, Explains = what.Explains };
        document.Decide(attribute.Demand());
        document._versions.Add(new DocumentVersion(1));
        document.Write(content, by, at);
        document._history.Add(document.Step(Procedure.Drafting, by, at));
        document.Project();
        return document;
    }

    /// <summary>迁入: what is public elsewhere already comes with the evidence of it. It is no more public here than a draft until its review is completed.</summary>
    public static Document MoveIn(DocumentId id, NewDocument what, CleanContent content, IEnumerable<Attachment> attachments, MigrationEvidence evidence, string? indexNumber, IActor by, DateTimeOffset at)
    {
        var document = new Document(id) { Body = what.Body, Section = what.Section, Kind = what.Kind, Form = what.Form, Explains = what.Explains, IndexNumber = indexNumber };
        document._versions.Add(new DocumentVersion(1));
        foreach (var attachment in attachments)
            document.Working.Attach(attachment);
        document.Write(content, by, at);
        document._history.Add(document.Step(Procedure.Drafting, by, at));
        document.Take(Procedure.MoveIn, by, at, new() { Effective = evidence.PublishedOn, Reason = evidence.Address });
        return document;
    }

    /// <summary>Where and when it was public before it was moved in; null for what was not.</summary>
    public StepTaken? MovedIn => _history.Find(taken => taken.Step == Procedure.MoveIn.Id);

    public void Edit(CleanContent content, Officer by, DateTimeOffset at)
    {
        MustBeDrafted();
        Write(content, by, at);
        Project();
    }

    public void SetAttribute(AttributeDecision attribute, IActor by, DateTimeOffset at)
    {
        Take(Procedure.SetAttribute, by, at, new() { Reason = attribute.Reason });
        Decide(attribute.Demand());
    }

    public void Attach(Attachment attachment, Officer by, DateTimeOffset at)
    {
        MustBeDrafted();
        Working.Attach(attachment);
        Sign(by, at);
    }

    public void Detach(int number, Officer by, DateTimeOffset at)
    {
        MustBeDrafted();
        Working.Detach(Working.Attachments.FirstOrDefault(attachment => attachment.Number == number) ?? throw new RefusedException("没有这个附件，可能已被他人删除。"));
        Sign(by, at);
    }

    public int NextAttachment => _versions.SelectMany(version => version.Attachments).Select(attachment => attachment.Number).DefaultIfEmpty().Max() + 1;

    /// <param name="changes">Of a revision: what is changed and why; it is reviewed with the text and public with it.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public ContentDigest Submit(string? changes, IActor by, DateTimeOffset at)
    {
        if (Working.Title.Length == 0 || Working.Html.Length == 0)
            throw new RefusedException("提交审查前请填写标题和正文。", Working.Title.Length == 0 ? "title" : "html");
        if (State == DocumentState.Revising)
            Working.ChangeReason = changes?.Trim() is { Length: > 0 and <= 500 } told ? told : throw new RefusedException("请用500字以内说明修改的内容和原因。", "reason");
        var digest = DigestOf(Working);
        Take(Procedure.Submit, by, at, new() { Digest = digest });
        return digest;
    }

    public void ReturnToAuthor(string reason, ReviewId review, IActor by, DateTimeOffset at) => Take(Procedure.ReturnToAuthor, by, at, new() { Reason = reason, Review = review });

    /// <summary>审查通过, by the proof of the completed chain.</summary>
    public void PassReview(ReviewProof proof, IActor by, DateTimeOffset at)
    {
        MustBeOfThisText(proof, Procedure.PassReview);
        Take(Procedure.PassReview, by, at, new() { Review = proof.Review, Digest = proof.Digest });
    }

    public void Recall(IActor by, DateTimeOffset at) => Take(Procedure.Recall, by, at, new());

    public void Schedule(DateTimeOffset due, string? reason, IActor by, DateTimeOffset at)
    {
        if (due <= at)
            throw new RefusedException("定时公开的时间应当晚于现在。", "due");
        MustBeProactive(Procedure.Schedule);
        Take(Procedure.Schedule, by, at, new() { DueAt = due, Reason = ReasonOfRevision(reason) });
    }

    public void Unschedule(IActor by, DateTimeOffset at) => Take(Procedure.Unschedule, by, at, new());

    /// <summary>
    /// 公开: the one door to the public. It opens only to the proof of a completed review of exactly this document, version and content.
    /// </summary>
    /// <param name="proof">What the completed chain of review gave.</param>
    /// <param name="indexNumber">For the first publication.</param>
    /// <param name="reason">For a revision submitted before its reason was part of what is reviewed: what changed and why; it is public.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public void Publish(ReviewProof proof, string indexNumber, string? reason, IActor by, DateTimeOffset at)
    {
        MustBeProactive(Procedure.Publish);
        MustBeOfThisText(proof, Procedure.Publish);
        if (!proof.ForPublication)
            throw new NotLawfulException("所作的审查不是对公开的审查，不得公开", Procedure.Publish.Law);
        Take(Procedure.Publish, by, at, new() { Review = proof.Review, Digest = proof.Digest, Reason = ReasonOfRevision(reason) });
        IndexNumber ??= indexNumber;
    }

    /// <summary>修订: a new version to work at; what is public stays.</summary>
    public void Revise(Officer by, DateTimeOffset at)
    {
        Take(Procedure.Revise, by, at, new());
        OpenVersion(from: Working);
        Sign(by, at);
    }

    /// <summary>放弃修订: the version stays in the file and is never shown.</summary>
    public void AbandonRevision(IActor by, DateTimeOffset at)
    {
        Take(Procedure.AbandonRevision, by, at, new());
        OpenVersion(from: _versions.First(version => version.Number == ShownVersion));
        Project();
    }

    /// <summary>撤下: out of sight at once, with a tombstone.</summary>
    /// <param name="reason">It is public.</param>
    /// <param name="publicTitle">What the tombstone is called where the title itself must go; null where it may stay.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public void Withdraw(string reason, string? publicTitle, IActor by, DateTimeOffset at)
    {
        if (publicTitle?.Length > 200)
            throw new RefusedException("标题不能超过200字。", "public_title");
        Take(Procedure.Withdraw, by, at, new() { Reason = Required(reason, "撤下"), PublicTitle = string.IsNullOrWhiteSpace(publicTitle) ? null : publicTitle.Trim() });
    }

    public void Repeal(DateOnly effective, string reason, string? byDocument, IActor by, DateTimeOffset at)
    {
        MustBeNormative("废止");
        MustBeInForce(effective, Procedure.Repeal);
        Take(Procedure.Repeal, by, at, new() { Effective = effective, Reason = Required(reason, "废止"), ByDocument = byDocument });
    }

    public void Expire(DateOnly effective, string reason, IActor by, DateTimeOffset at)
    {
        MustBeNormative("宣布失效");
        MustBeInForce(effective, Procedure.Expire);
        Take(Procedure.Expire, by, at, new() { Effective = effective, Reason = Required(reason, "失效") });
    }

    /// <summary>迁入时已废止、失效: the old site said so and not since when, so that it counts in no year.</summary>
    public void EndedBefore(bool isRepealed, string reason, IActor by, DateTimeOffset at)
    {
        MustBeNormative(isRepealed ? "废止" : "失效");
        Take(isRepealed ? Procedure.Repeal : Procedure.Expire, by, at, new() { Reason = reason });
    }

    /// <summary>归档: changed no more, and kept as long as is decided now.</summary>
    public void Archive(RetentionPeriod period, IActor by, DateTimeOffset at) => Take(Procedure.Archive, by, at, new() { Retention = period });

    public void Discard(IActor by, DateTimeOffset at) => Take(Procedure.Discard, by, at, new());

    /// <summary>确认不公开: what was reviewed to be withheld is withheld, until it is assessed again.</summary>
    public void Withhold(ReviewProof proof, DateOnly assessAgainOn, IActor by, DateTimeOffset at)
    {
        if (Attribute == DisclosureAttribute.Proactive)
            throw new NotLawfulException("属性为主动公开的，应当公开", Procedure.Withhold.Law);
        MustBeOfThisText(proof, Procedure.Withhold);
        Take(Procedure.Withhold, by, at, new() { Review = proof.Review, Digest = proof.Digest, Effective = assessAgainOn });
    }

    /// <summary>定期评估 (article 18): withheld on, with the reason, until the next date.</summary>
    public void KeepWithheld(string reason, DateOnly assessAgainOn, IActor by, DateTimeOffset at) =>
        Take(Procedure.KeepWithheld, by, at, new() { Reason = Required(reason, "继续不公开"), Effective = assessAgainOn });

    /// <summary>定期评估 (article 18): may be public now; goes its way through review like everything else.</summary>
    public void Release(string reason, Officer by, DateTimeOffset at)
    {
        Take(Procedure.Release, by, at, new() { Reason = Required(reason, "转为主动公开") });
        Decide(AttributeDecision.Proactive);
    }

    /// <summary>内容摘要 of all that would be read: particulars, text, attachments, attribute.</summary>
    public ContentDigest DigestOf(DocumentVersion version) => ContentDigest.Of(
    [
        Words.Of(Kind), Words.Of(Attribute), AttributeGround, AttributeBasis, AttributeReason,
        .. ContentFields.All.Where(field => !field.IsLater).Select(field => field.Of(version)),
        .. version.Attachments.OrderBy(attachment => attachment.Number).SelectMany(attachment => new[] { attachment.Name, attachment.Shown.Value }),
        .. ContentFields.All.Where(field => field.IsLater && field.Of(version) is not null).Select(field => $"{field.Key}={field.Of(version)}"),
    ]);

    private void MustBeOfThisText(ReviewProof proof, LawfulStep step)
    {
        if (proof.SubjectKind != RecordKind || proof.SubjectKey != $"{Id.Value}" || proof.SubjectVersion != Working.Number || proof.Digest != DigestOf(Working))
            throw new NotLawfulException("审查的内容与现在的内容不一致，应当重新审查", step.Law.Number == 17 ? step.Law : new Article(17, 2));
    }

    /// <summary>What the chain signed; nobody writes another one at the last click. Nothing for what is public for the first time.</summary>
    private string? ReasonOfRevision(string? typed)
    {
        if (PublishedOn is null)
            return null;
        if (Working.ChangeReason is not { } reviewed)
            return string.IsNullOrWhiteSpace(typed) ? throw new RefusedException("修订后公开的，应当说明修改的内容和原因，并向社会公布。", "reason") : typed.Trim();
        return string.IsNullOrWhiteSpace(typed) || typed.Trim() == reviewed ? reviewed
            : throw new RefusedException($"修改的内容和原因已经随稿审查（“{reviewed}”），公开时不能另写；需要改的，请撤回修改后重新送审。", "reason");
    }

    private void MustBeProactive(LawfulStep step)
    {
        if (Attribute != DisclosureAttribute.Proactive)
            throw new NotLawfulException($"属性为{Attribute.Name}，不得主动公开", step.Law);
    }

    private void MustBeNormative(string what)
    {
        if (!Kind.IsNormative)
            throw new NotLawfulException($"{Kind.Name}没有{what}一说，可以撤下或者修订", Procedure.Repeal.Law);
    }

    private void MustBeInForce(DateOnly effective, LawfulStep step)
    {
        if (Validities.Ended(this) is { } end && end <= effective)
            throw new NotLawfulException($"文件自{end:yyyy年M月d日}起已停止施行", step.Law);
    }

    private void MustBeDrafted()
    {
        if (State is not (DocumentState.Draft or DocumentState.Revising))
            throw new NotLawfulException($"{State.Name}的内容不能修改，请先撤回或者修订", new Article(17, 1));

        // What reviewers have seen stays as they saw it, so that they can see what changed.
        if (_history.Exists(taken => taken.Step == Procedure.Submit.Id && taken.Version == Working.Number))
            OpenVersion(from: Working);
    }

    private void OpenVersion(DocumentVersion from)
    {
        var version = new DocumentVersion(Working.Number + 1) { Text = from.Text };
        version.TakeFrom(from);
        foreach (var attachment in from.Attachments)
            version.Attach(attachment.Copy());
        _versions.Add(version);
    }

    private void Decide(AttributeDecision decision) =>
        (Attribute, AttributeGround, AttributeBasis, AttributeReason) = (decision.Attribute, decision.Ground, decision.Basis, decision.Reason);

    private void Write(CleanContent content, IActor by, DateTimeOffset at)
    {
        Working.TakeFrom(content.Content);
        Working.Text = content.Text;
        Sign(by, at);
    }

    private void Sign(IActor by, DateTimeOffset at)
    {
        var officer = (by as Officer)?.Id;
        (Working.EditedBy, Working.EditedByName, Working.EditedAt) = (officer, by.ActorName, at);
        if (officer is { } writer && !_editors.Exists(editor => editor.Version == Working.Number && editor.Officer == writer))
            _editors.Add(new Editor(Working.Number, writer));
    }

    private void Take(LawfulStep step, IActor by, DateTimeOffset at, StepDetails details)
    {
        if (!step.IsOpenIn(State))
            throw new NotLawfulException($"此时（{State.Name}）不可{step.Name}", step.Law);
        _history.Add(Step(step.Id, by, at, details));
        Project();
    }

    private StepTaken Step(string step, IActor by, DateTimeOffset at, StepDetails? details = null) => new(_history.Count + 1, step)
    {
        At = at,
        On = at.LegalDate,
        Officer = (by as Officer)?.Id ?? (by as Signatory)?.Officer.Id,
        OfficerName = by.ActorName,
        Version = Working.Number,
        Review = details?.Review,
        Digest = details?.Digest,
        Reason = details?.Reason,
        Effective = details?.Effective,
        DueAt = details?.DueAt,
        Retention = details?.Retention,
        ByDocument = details?.ByDocument,
        PublicTitle = details?.PublicTitle,
    };

    private void Project()
    {
        State = Procedure.StateAfter(_history);
        ShownVersion = _history.FindLast(taken => taken.Step == Procedure.Publish.Id)?.Version;

        // What was moved in has been public since the day it was published elsewhere.
        PublishedOn = _history.Find(taken => taken.Step == Procedure.Publish.Id) is { } first ? MovedIn?.Effective ?? first.On : null;
        ScheduledAt = State is DocumentState.Scheduled or DocumentState.RevisionScheduled ? _history[^1].DueAt : null;
        AssessAgainOn = State == DocumentState.Withheld ? _history[^1].Effective : null;
        UpdatedOn = _history.FindLast(taken => taken.Step == Procedure.Publish.Id)?.On;

        // What was withdrawn goes by the name everybody knew it by: the text somebody was revising was never public.
        var read = Shown ?? LastShown ?? Working;
        (Title, Article20Item, Topic, CreatedOn) = (read.Title, read.Article20Item, read.Topic, read.CreatedOn);
        (Stage, Follows, ExecutionDue, ResultDue, Column) = (read.Stage, read.Follows, read.ExecutionDue, read.ResultDue, read.Column);
    }

    private static string Required(string reason, string what) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RefusedException($"请说明{what}的理由。", "reason") : reason.Trim();

    private sealed record StepDetails
    {
        public ReviewId? Review { get; init; }
        public ContentDigest? Digest { get; init; }
        public string? Reason { get; init; }
        public DateOnly? Effective { get; init; }
        public DateTimeOffset? DueAt { get; init; }
        public string? ByDocument { get; init; }
        public string? PublicTitle { get; init; }
        public RetentionPeriod? Retention { get; init; }
    }
}
