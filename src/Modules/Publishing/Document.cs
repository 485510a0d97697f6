using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Ledgers;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>公开事项编号.</summary>
public readonly record struct DocumentId(Guid Value) : ITypedId;

/// <summary>公开事项: one item of a body's catalogue, from draft to archive; its history is the truth, everything else follows from it.</summary>
public sealed partial class Document(DocumentId id) : IRecordable, IPublicFacts
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
    public string? AttributeEvidence { get; private set; }
    public SecrecyLevel? SecrecyLevel { get; private set; }
    public DateOnly? SecretUntil { get; private set; }
    public string? ClassifiedBy { get; private set; }
    public ThirdPartyAnswer? ThirdParty { get; private set; }

    /// <summary>索引号: given with the first publication, never given again.</summary>
    public string? IndexNumber { get; private set; }

    public IReadOnlyList<StepTaken> History => _history;
    public IReadOnlyList<DocumentVersion> Versions => _versions;
    public IReadOnlyList<Editor> Editors => _editors;

    public uint Version { get; private set; }

    /// <summary>The version people work at: the last one.</summary>
    public DocumentVersion Working => _versions[^1];

    /// <summary>What the public reads now; null when nothing.</summary>
    public DocumentVersion? Shown => State.IsReadable ? _versions.Find(version => version.Number == ShownVersion) : null;

    /// <summary>What the public reads now, or read last.</summary>
    public DocumentVersion? LastShown => _versions.Find(version => version.Number == ShownVersion);

    public AttributeDecision Decision => new(Attribute, AttributeGround, AttributeBasis, AttributeReason)
    {
        Evidence = AttributeEvidence,
        SecrecyLevel = SecrecyLevel,
        SecretUntil = SecretUntil,
        ClassifiedBy = ClassifiedBy,
        ThirdParty = ThirdParty,
    };

    string IRecordable.Kind => RecordKind;
    string IRecordable.Key => $"{Id.Value}";

    public static Document Draft(DocumentId id, NewDocument what, AttributeDecision attribute, CleanContent content, Officer by, DateTimeOffset at)
    {
        var document = new Document(id) { Body = what.Body, Section = what.Section ?? by.Section, Kind = what.Kind, Form = what.Form, Explains = what.Explains };
        document.Decide(attribute.Demand());
        document._versions.Add(new DocumentVersion(1));
        document.Decision.DemandFit(content.Content, attachments: 0);
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
        Decision.DemandFit(content.Content, Working.Attachments.Count);
        Write(content, by, at);
        Project();
    }

    public void SetAttribute(AttributeDecision attribute, IActor by, DateTimeOffset at)
    {
        Take(Procedure.SetAttribute, by, at, new() { Reason = attribute.Reason });
        Decide(attribute.Demand());
        Decision.DemandFit(Working, Working.Attachments.Count);
    }

    public void Attach(Attachment attachment, Officer by, DateTimeOffset at)
    {
        MustBeDrafted();
        Decision.DemandFit(Working, Working.Attachments.Count + 1);
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
        if (Working.Title.Length == 0 || (Working.Html.Length == 0 && !Decision.IsSecret))
            throw new RefusedException("提交审查前请填写标题和正文。", Working.Title.Length == 0 ? "title" : "html");
        if (State is DocumentState.Revising or DocumentState.Correcting)
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
        MustBeComplete(Procedure.Schedule);
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
        MustBeComplete(Procedure.Publish);
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

    /// <summary>更正: what was withdrawn is mended in a version of its own, from what everybody read last; out of sight until it has passed review again.</summary>
    public void Correct(Officer by, DateTimeOffset at)
    {
        Take(Procedure.Correct, by, at, new());
        OpenVersion(from: LastShown!);
        Sign(by, at);
    }

    /// <summary>放弃修订: the version stays in the file and is never shown.</summary>
    public void AbandonRevision(IActor by, DateTimeOffset at)
    {
        Take(Procedure.AbandonRevision, by, at, new());
        OpenVersion(from: _versions.First(version => version.Number == ShownVersion));
        Project();
    }

    public void Discard(IActor by, DateTimeOffset at) => Take(Procedure.Discard, by, at, new());

    /// <summary>内容摘要 of all that would be read: particulars, text, attachments, attribute.</summary>
    public ContentDigest DigestOf(DocumentVersion version) => ContentDigest.Of(
    [
        Words.Of(Kind), Words.Of(Attribute), AttributeGround, AttributeBasis, AttributeReason,
        .. Decision.Particulars.Select(one => $"{one.Label}={one.Value}"),
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

    private void MustBeComplete(LawfulStep step)
    {
        if (ContentFields.WhyIncomplete(this) is { } why)
            throw new NotLawfulException($"目录要素不全，不能{step.Name}：{why}", new Article(12));
    }

    private void MustBeDrafted()
    {
        if (!State.IsWrittenAt)
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
        (Attribute, AttributeGround, AttributeBasis, AttributeReason, AttributeEvidence, SecrecyLevel, SecretUntil, ClassifiedBy, ThirdParty) =
            (decision.Attribute, decision.Ground, decision.Basis, decision.Reason, decision.Evidence, decision.SecrecyLevel, decision.SecretUntil, decision.ClassifiedBy, decision.ThirdParty);

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
