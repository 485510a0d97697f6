using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>百分比: shares and rates fit the counts beside them.</summary>
internal sealed class PercentagesFit : ReportRule
{
    private const string CarriedOut = "t3.carried_out.total";

    public override RuleDescriptor Descriptor { get; } = new("R070", "百分比与数量不符", "Percentages do not fit the counts", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Percentages(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var (sentence, i) in Percentages(report))
        {
            var word = sentence.Words[i];
            var (text, place) = sentence.ClauseAround(word.Start, word.End);
            if (Share(sentence, i) is { } message)
                yield return Fail([sentence.Section.Key], $"{message}。正文：“{text}”", place);
            else if (word.Figure.Value == 100 && IsSatisfaction(sentence, word) && Unsatisfied(sentence) is { } unsatisfied)
                yield return Fail([sentence.Section.Key], $"满意率 100%，而不满意 {unsatisfied} 件。正文：“{text}”", place);
            else if (word.Figure.Value == 100 && IsCompletion(report, sentence, i))
            {
                if (Sums.Of(report, CarriedOut) is not { } carriedOut)
                    yield return CannotTell([CarriedOut], "表三结转下年度总计缺失或读不准", place);
                else if (carriedOut > 0)
                    yield return Fail([CarriedOut], $"办结率 100%，而表三结转下年度继续办理 {carriedOut} 件。正文：“{text}”", place);
            }
        }
    }

    private static IEnumerable<(Sentence Sentence, int Index)> Percentages(Report report)
    {
        foreach (var sentence in Prose.Of(report.Narrative).Sentences.Where(sentence => sentence.Section.Key != "s5"))
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                if (sentence.Words[i].Is(Sense.Figure) && sentence.Words[i].Figure is { IsPercent: true, IsApproximate: false })
                    yield return (sentence, i);
            }
        }
    }

    // 共40件，其中自然人30件，占75%
    private static string? Share(Sentence sentence, int i)
    {
        var words = sentence.Words;
        if (i < 2 || FindBack(words, i) is not { } part || !Says(sentence, words[part].End, words[i].Start, "占"))
            return null;

        List<decimal> wholes = [];
        for (var k = part - 1; k >= 0 && wholes.Count < 8; k--)
        {
            if (words[k].Is(Sense.Figure) && words[k].Figure.Unit == words[part].Figure.Unit && words[k].Figure.Value > 0)
            {
                if (words[k].Figure.IsApproximate)
                    return null;
                wholes.Add(words[k].Figure.Value);
            }
        }

        var stated = words[i].Figure;
        var figure = words[part].Figure;
        var tolerance = 0.5m;
        for (var d = 0; d < stated.Decimals; d++)
            tolerance /= 10;
        if (wholes.Count == 0 || figure.IsApproximate || wholes.Exists(whole => Math.Abs((figure.Value / whole * 100) - stated.Value) <= tolerance * 1.01m))
            return null;
        var total = wholes[^1];
        return total < figure.Value ? null : $"{figure.Value}/{total} 是 {decimal.Round(figure.Value / total * 100, Math.Max(1, stated.Decimals))}%，正文写 {stated.Value}%";
    }

    private static int? FindBack(List<Word> words, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (words[k].Is(Sense.Figure))
                return words[k].Figure.IsPercent ? null : k;
            if (words[k] is { Sense: Sense.Mark, Value: "；" } || words[k].Is(Sense.Compare))
                return null;
        }

        return null;
    }

    private static bool Says(Sentence sentence, int from, int to, string word) =>
        to > from && to - from < 24 && sentence.Folded.Text.AsSpan(from, to - from).Contains(word, StringComparison.Ordinal);

    private static bool IsSatisfaction(Sentence sentence, Word percent)
    {
        var from = Math.Max(sentence.Start, percent.Start - 10);
        return sentence.Folded.Text.AsSpan(from, percent.Start - from).Contains("满意", StringComparison.Ordinal);
    }

    private static decimal? Unsatisfied(Sentence sentence)
    {
        foreach (var word in sentence.Words)
        {
            if (word.Is(Sense.Figure) && word.Figure is { IsPercent: false, Value: > 0 } && Says(sentence, Math.Max(sentence.Start, word.Start - 6), word.Start, "不满意"))
                return word.Figure.Value;
        }

        return null;
    }

    // 按时办结率 says nothing of requests whose time still runs.
    private static bool IsCompletion(Report report, Sentence sentence, int i)
    {
        var words = sentence.Words;
        if (i == 0 || !words[i - 1].Is(Sense.Rate) || sentence.Folded.Text[words[i - 1].Start..words[i - 1].End] is not ("办结率" or "答复率"))
            return false;
        var from = Math.Max(sentence.Start, words[i - 1].Start - 6);
        var before = sentence.Folded.Text.AsSpan(from, words[i - 1].Start - from);
        return before.IndexOfAny('时', '期', '限') < 0
            && Prose.Of(report.Narrative).Statements.Any(statement => statement.Sentence == sentence && statement.Quantity is Quantity.Received or Quantity.Processed)
            && !Prose.Of(report.Narrative).Statements.Any(statement => statement is { Quantity: Quantity.CarriedOut, Figure: > 0 });
    }
}
