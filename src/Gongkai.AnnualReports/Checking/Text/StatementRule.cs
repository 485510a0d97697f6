using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>
/// 文表相符: a rule about figures of the running text that the tables state too. It does not apply where the text names no such figure;
/// approximate figures and figures of another year are never compared.
/// </summary>
internal abstract class StatementRule : ReportRule
{
    protected abstract bool Concerns(Statement statement);

    protected abstract Diagnostic? Judge(Report report, Statement statement);

    public override bool AppliesTo(Subject subject) =>
        subject.Report.Form is not null && Prose.Of(subject.Report.Narrative).Statements.Any(Concerns);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var statement in Prose.Of(report.Narrative).Statements)
        {
            if (Concerns(statement) && !statement.IsApproximate && !SpeaksOfAnotherYear(report, statement) && Judge(report, statement) is { } diagnostic)
                yield return diagnostic;
        }
    }

    /// <summary>What the sentence says is wrong at these cells; in a sentence about one office only, one step milder.</summary>
    protected Diagnostic Contradiction(Report report, Statement statement, IReadOnlyList<string> at, string message, Severity? severity = null)
    {
        var isPart = statement.IsPartOnly && !IsOffice(report.Organ);
        var (text, place) = statement.Sentence.ClauseAround(statement.Start, statement.End);
        var milder = Descriptor.Severity == Severity.Error ? Severity.Warning : Severity.Info;
        var words = isPart ? $"{message}（该句似只说某一机构或某一系统，与表格口径不同的，请写明）" : message;
        return Fail(at, $"{words}。正文：“{text}”", place, severity ?? (isPart ? milder : null));
    }

    /// <summary>The cells cannot be told, so that the sentence cannot be compared.</summary>
    protected Diagnostic Unreadable(Report report, Statement statement, IReadOnlyList<string> paths)
    {
        var cells = Indexes(report.Form!, paths);
        return CannotTell(paths, Sums.WhyNot(report, cells), statement.Sentence.ClauseAround(statement.Start, statement.End).Place);
    }

    /// <summary>The sum of the cells, or null when one of them cannot be told.</summary>
    protected static decimal? SumOf(Report report, params IReadOnlyList<string> paths)
    {
        var cells = Indexes(report.Form!, paths);
        return cells.Length == 0 ? null : Sums.Of(report, cells);
    }

    private static int[] Indexes(Form form, IReadOnlyList<string> paths) => [.. paths.Select(path => form.TryIndexOf(path, out var index) ? index : -1).Where(index => index >= 0)];

    private static bool IsOffice(string? organ) =>
        organ is not null && (organ.EndsWith("办公室", StringComparison.Ordinal) || organ.EndsWith("办公厅", StringComparison.Ordinal) || organ.EndsWith("政府办", StringComparison.Ordinal));

    private static bool SpeaksOfAnotherYear(Report report, Statement statement)
    {
        if (report.Year is not { } year)
            return false;
        var spoken = year;
        foreach (var word in statement.Sentence.Words)
        {
            if (word.Start >= statement.Start)
                break;
            if (word.Is(Sense.Year))
                spoken = int.Parse(word.Value, System.Globalization.CultureInfo.InvariantCulture);
            else if (word.Is(Sense.ThisYear))
                spoken = year;
        }

        return spoken != year;
    }
}
