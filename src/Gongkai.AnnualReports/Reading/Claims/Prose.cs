using System.Runtime.CompilerServices;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>文字部分的理解: the sentences of a narrative and what their figures say; worked out once per narrative.</summary>
internal sealed class Prose
{
    private static readonly ConditionalWeakTable<Narrative, Prose> s_known = [];

    private Prose(Narrative narrative)
    {
        Sentences = [.. SentenceSplitter.Split(narrative)];
        Statements = StatementReader.Read(Sentences);
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public static Prose Of(Narrative narrative) => s_known.GetValue(narrative, n => new Prose(n));

    public IReadOnlyList<Claim> Claims(Form? form) => [.. Statements.Select(statement => statement.ToClaim(form))];
}
