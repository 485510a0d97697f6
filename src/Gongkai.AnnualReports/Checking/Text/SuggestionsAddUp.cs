using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>建议提案: 人大代表建议 and 政协提案 make their total, and sections one and six agree.</summary>
internal sealed class SuggestionsAddUp : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R071", "建议提案数前后不一", "Numbers of deputies' suggestions and proposals disagree", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Form is not null && Counts(subject.Report).Any();

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        (decimal Total, Sentence Sentence, Word At)? first = null;
        foreach (var (sentence, suggestions, proposals, total, at) in Counts(report))
        {
            var (text, place) = sentence.ClauseAround(at.Start, at.End);
            if (total is { } stated && suggestions is { } some && proposals is { } others && stated != some + others)
                yield return Fail([sentence.Section.Key], $"建议 {some} 件、提案 {others} 件，合计应为 {some + others} 件，正文写 {stated} 件。正文：“{text}”", place);

            if ((total ?? (suggestions + proposals)) is not { } sum)
                continue;
            if (first is { } before && before.Total != sum && before.Sentence.Section != sentence.Section)
                yield return Fail([sentence.Section.Key, before.Sentence.Section.Key], $"建议提案一处为 {before.Total} 件（“{before.Sentence.ClauseAround(before.At.Start, before.At.End).Text}”），一处为 {sum} 件。正文：“{text}”", place);
            first ??= (sum, sentence, at);
        }
    }

    private static IEnumerable<(Sentence Sentence, decimal? Suggestions, decimal? Proposals, decimal? Total, Word At)> Counts(Report report)
    {
        foreach (var sentence in Prose.Of(report.Narrative).Sentences)
        {
            if (!sentence.Words.Any(word => word.Sense is Sense.Suggestion or Sense.Proposal || IsBoth(sentence, word)) || IsDivided(sentence))
                continue;
            decimal? suggestions = null, proposals = null, total = null;
            var (twice, at, start) = (false, default(Word), 0);
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                if (word.EndsClause)
                    start = i + 1;
                if (!word.Is(Sense.Figure) || word.Figure is not { Unit: "件", IsApproximate: false })
                    continue;
                var named = Enumerable.Range(start, i - start).Select(k => sentence.Words[k]).ToList();
                start = i + 1;
                var isSuggestion = named.Exists(w => w.Is(Sense.Suggestion));
                var isProposal = named.Exists(w => w.Is(Sense.Proposal));
                if (named.Exists(w => IsBoth(sentence, w)) || (isSuggestion && isProposal))
                    Set(ref total);
                else if (isSuggestion)
                    Set(ref suggestions);
                else if (isProposal)
                    Set(ref proposals);

                void Set(ref decimal? count)
                {
                    twice |= count is not null;
                    count = word.Figure.Value;
                    at = word;
                }
            }

            if (!twice && (total is not null || (suggestions is not null && proposals is not null)))
                yield return (sentence, suggestions, proposals, total, at);
        }
    }

    private static bool IsBoth(Sentence sentence, Word word) => word.Is(Sense.Other) && sentence.Folded.Text.AsSpan(word.Start, word.End - word.Start).Contains("提案", StringComparison.Ordinal);

    // 主办、会办 and levels are divisions of their own.
    private static bool IsDivided(Sentence sentence)
    {
        var text = sentence.Folded.Text.AsSpan(sentence.Start, sentence.End - sentence.Start);
        return text.Contains("主办", StringComparison.Ordinal) || text.Contains("会办", StringComparison.Ordinal) || text.Contains("协办", StringComparison.Ordinal) || text.Contains("分办", StringComparison.Ordinal)
            || sentence.Words.Any(word => word.Sense is Sense.Past or Sense.Compare);
    }
}
