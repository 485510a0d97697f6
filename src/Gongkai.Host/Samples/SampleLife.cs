using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;

namespace Gongkai.Host.Samples;

/// <summary>一件示例事项的一生: what people of a bureau do with it day by day, each step through the same door as in the office; kept until all is written at once.</summary>
internal sealed class SampleLife(Body body, IReadOnlyDictionary<Role, Officer> people, IndexRule rule, int number)
{
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);
    private int _ids;

    public Document Document { get; private set; } = null!;

    /// <summary>Its reviews, oldest first.</summary>
    public List<Review> Reviews { get; } = [];

    /// <summary>What is to be written, in the order in which one refers to another.</summary>
    public IReadOnlyList<object> Things => [.. Reviews, Document];

    private Officer Clerk => people[Role.CaseOfficer];

    public SampleLife Draft(DocumentContent content, DateOnly on, DocumentKind kind = DocumentKind.Information, AttributeDecision? attribute = null, Document? explains = null, InterpretationForm? form = null)
    {
        Document = Document.Draft(new DocumentId(Id(on)), new NewDocument(body.Id, kind) { Explains = explains?.Id, Form = form }, attribute ?? AttributeDecision.Proactive, CleanContent.Of(content), Clerk, At(on, 9));
        return this;
    }

    public SampleLife Attach(Attachment attachment, DateOnly on)
    {
        Document.Attach(attachment, Clerk, At(on, 9.5));
        return this;
    }

    public SampleLife Submit(DateOnly on, string changes = "更正联系方式和办理时限")
    {
        var digest = Document.Submit(changes, Clerk, At(on, 10));
        var submission = new Submission(
            Document.RecordKind, $"{Document.Id.Value}", Document.Working.Number, digest, Document.Attribute == DisclosureAttribute.Proactive, body.Id, Document.Section, Clerk, [Clerk.Id], []);
        Reviews.Add(Review.Start(new ReviewId(Id(on)), submission, StandardChains.For(Document.Kind.Word), At(on, 10)));
        return this;
    }

    /// <summary>The next stages sign, an hour apart; when the last has, the document has passed.</summary>
    public SampleLife Sign(DateOnly on, int stages = int.MaxValue)
    {
        var review = Reviews[^1];
        for (var signed = 0; signed < stages && review.Stage is { } stage; signed++)
        {
            var (by, at) = (new Signatory(people[stage.Role], null), At(on, 11 + signed));
            if (stage.IsSecrecy)
                review.SignSecrecy(by, SecrecyConclusion.MayBePublished, "不涉及国家秘密、工作秘密、商业秘密和个人隐私", null, [], null, at);
            else
                review.Sign(by, Verdict.Approve, stage.Gates, "同意", [], null, at);
        }

        if (review.State == ReviewState.Completed)
            Document.PassReview(review.Proof(), people[Role.Leader], At(on, 16));
        return this;
    }

    public SampleLife Return(DateOnly on, string why, string quote)
    {
        var review = Reviews[^1];
        var by = new Signatory(people[review.Stage!.Role], null);
        review.Sign(by, Verdict.Return, [], why, [new Remark(quote, Math.Max(0, Document.Working.Text.IndexOf(quote, StringComparison.Ordinal)), "请核对后修改")], null, At(on, 11));
        Document.ReturnToAuthor(why, review.Id, by, At(on, 11));
        return this;
    }

    /// <summary>From draft to the public, on the proof of the completed chain.</summary>
    public SampleLife Publish(DateOnly on)
    {
        Document.Publish(Reviews[^1].Proof(), Document.IndexNumber ?? rule.Next(on), reason: null, people[Role.Publisher], At(on, 17));
        return this;
    }

    public SampleLife Revise(DateOnly on)
    {
        var content = Document.Working.Copy();
        Document.Revise(Clerk, At(on, 9));
        content.Html = SampleTexts.Amended(content.Html, Reviews.Count);
        Document.Edit(CleanContent.Of(content), Clerk, At(on, 9.5));
        return this;
    }

    public SampleLife Correct(DateOnly on)
    {
        var content = Document.LastShown!.Copy();
        Document.Correct(Clerk, At(on, 9));
        content.Html = SampleTexts.Amended(content.Html, Reviews.Count);
        Document.Edit(CleanContent.Of(content), Clerk, At(on, 9.5));
        return this;
    }

    public SampleLife Then(Action<Document, Officer, DateTimeOffset> step, DateOnly on)
    {
        step(Document, people[Role.Publisher], At(on, 17.5));
        return this;
    }

    /// <summary>What the clerk asks for and somebody else decides.</summary>
    public SampleLife Propose(Action<Document, Officer, DateTimeOffset> step, DateOnly on)
    {
        step(Document, Clerk, At(on, 15));
        return this;
    }

    private static DateTimeOffset At(DateOnly on, double hour) => new(on.ToDateTime(TimeOnly.FromTimeSpan(TimeSpan.FromHours(hour))), s_beijing);

    /// <summary>An id that is the same every time, and whose order is the order of days.</summary>
    private Guid Id(DateOnly on)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{body.Key}/{number}/{_ids++}"))).AsSpan(0, 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (At(on, 9).ToUnixTimeMilliseconds() << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
