using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>文字部分的理解: the sentences of a narrative and what their figures say; worked out once per narrative.</summary>
internal sealed class Prose
{
    // A report has some hundreds; what stands behind so many is no report.
    private const int MostSentences = 20_000;
    private const int MostPublished = 500;

    public Prose(Narrative narrative)
    {
        Sentences = [.. SentenceSplitter.Split(narrative).Take(MostSentences)];
        Statements = StatementReader.Read(Sentences);
        Published = [.. Sentences.Where(sentence => sentence.Section.Key != "s5").SelectMany(PublishedItems.In).Take(MostPublished)];
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public static Prose Of(Narrative narrative) => narrative.Prose;

    /// <summary>What was published, by channel.</summary>
    public IReadOnlyList<PublishedFigure> Published { get; }

    /// <summary>All of it as claims, in reading order.</summary>
    public IReadOnlyList<Claim> Claims(Form? form)
    {
        var order = new Dictionary<Sentence, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Sentences.Count; i++)
            order[Sentences[i]] = i;
        return
        [
            .. Statements.Select(statement => (Order: order[statement.Sentence], statement.Start, Claim: statement.ToClaim(form)))
                .Concat(Published.Select(published => (Order: order[published.Sentence], published.Start, Claim: published.ToClaim())))
                .OrderBy(claim => claim.Order).ThenBy(claim => claim.Start).Select(claim => claim.Claim),
        ];
    }
}
