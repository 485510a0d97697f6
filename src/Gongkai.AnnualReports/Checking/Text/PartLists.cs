using Gongkai.AnnualReports.Reading.Claims;

namespace Gongkai.AnnualReports.Checking.Text;

/// <summary>列举: a figure that a sentence divides into parts (共35条，其中甲32条，乙3条).</summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Whole">The figure divided.</param>
/// <param name="Parts">The parts, all of the same unit.</param>
internal sealed record PartList(Sentence Sentence, Word Whole, IReadOnlyList<Word> Parts)
{
    /// <summary>等, 含 or 主要 says that there are more parts than those named.</summary>
    public bool IsOpen { get; init; }

    /// <summary>共, 共计 and the like stand before the whole.</summary>
    public bool SaysTotal { get; init; }

    /// <summary>The parts are all there are by their nature: 建议 and 提案, natural persons and organisations, results of cases.</summary>
    public bool IsPartition { get; init; }

    /// <summary>The parts are parted by ； or speak of different things (kinds, channels, outcomes), so that they need not be one list.</summary>
    public bool IsMixed { get; init; }

    public decimal Sum => Parts.Sum(part => part.Figure.Value);

    /// <summary>True when the parts make the whole, once or several times over (by kind, then by channel).</summary>
    public bool AddsUp
    {
        get
        {
            var run = 0m;
            var complete = false;
            foreach (var part in Parts)
            {
                run += part.Figure.Value;
                if (run == Whole.Figure.Value)
                    (run, complete) = (0, true);
            }

            return complete && run == 0;
        }
    }
}

/// <summary>Finds the lists of a sentence.</summary>
internal static class PartLists
{
    private const int MostLists = 20;

    public static IEnumerable<PartList> In(Sentence sentence)
    {
        var words = sentence.Words;
        var left = MostLists;
        for (var i = 1; i < words.Count && left > 0; i++)
        {
            if (!Opens(words, i) || WholeBefore(words, i) is not { } whole)
                continue;
            left--;
            if (List(sentence, whole, i) is { } list)
                yield return list;
        }
    }

    // 其中 anywhere after a figure; a bracket or 包括 only right behind it.
    private static bool Opens(List<Word> words, int i) => words[i].Sense switch
    {
        Sense.Among => true,
        Sense.Includes => words[i - 1].Is(Sense.Figure) || (words[i - 1].EndsClause && i > 1 && words[i - 2].Is(Sense.Figure)),
        Sense.Mark => words[i].Value == "（" && words[i - 1].Is(Sense.Figure) && !(i + 1 < words.Count && words[i + 1].Sense is Sense.Among or Sense.Includes),
        _ => false,
    };

    private static int? WholeBefore(List<Word> words, int marker)
    {
        for (var i = marker - 1; i >= 0 && i > marker - 40; i--)
        {
            if (words[i].Is(Sense.Figure) && !words[i].Figure.IsPercent)
                return IsCompared(words, i) ? null : i;
            if (words[i].Is(Sense.Among))
                return null;
        }

        return null;
    }

    private static PartList? List(Sentence sentence, int whole, int marker)
    {
        var words = sentence.Words;
        var unit = words[whole].Figure.Unit;
        List<Word> parts = [];
        HashSet<Sense> families = [];
        var isBracket = words[marker].Is(Sense.Mark) || (marker > 0 && words[marker - 1] is { Sense: Sense.Mark, Value: "（" });
        var (depth, open, mixed, segment) = (0, words[marker].Is(Sense.Includes), false, marker + 1);
        var lastPart = -1;
        for (var i = marker + 1; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Is(Sense.Mark))
            {
                depth += word.Value switch { "（" => 1, "）" => -1, _ => 0 };
                if (depth < 0)
                    break;
                mixed |= word.Value == "；";
                segment = i + 1;
                continue;
            }

            if (depth > 0 || !word.Is(Sense.Figure))
            {
                if (word.Is(Sense.Among) && depth == 0)
                {
                    // A second 其中 takes the last part for its own whole; unless that opens a new clause group, nobody can tell the parts apart.
                    if (!mixed || isBracket)
                        return null;
                    if (parts.Count > 0)
                        parts.RemoveAt(parts.Count - 1);
                    mixed = false;
                    break;
                }

                open |= word.Is(Sense.OpenEnd) && lastPart >= 0 && i - lastPart <= 2;
                continue;
            }

            if (word.Figure.IsPercent || IsCompared(words, i))
                continue;
            if (word.Figure.Unit != unit || EndsList(sentence, words, segment, i, parts.Count > 0))
                break;
            if (word.Figure.IsApproximate)
                return null;
            parts.Add(word);
            lastPart = i;
            foreach (var sense in Between(words, segment, i))
                families.Add(sense);
            segment = i + 1;
        }

        if (parts.Count == 0 || words[whole].Figure.IsApproximate)
            return null;
        return new PartList(sentence, words[whole], parts)
        {
            IsOpen = open || SaysMore(sentence, words[marker], parts[0]),
            IsMixed = mixed || families.Count(sense => sense is Sense.Kind or Sense.Channel or Sense.Outcome) > 1 || (families.Contains(Sense.Outcome) && Between(words, 0, whole).Any(sense => sense is Sense.Receive or Sense.ReceiveNew)),
            IsPartition = (families.Contains(Sense.Suggestion) && families.Contains(Sense.Proposal)) || families.SetEquals([Sense.Result]) || families.SetEquals([Sense.Direct, Sense.AfterReview]),
            SaysTotal = Between(words, 0, whole).Contains(Sense.Total),
        };
    }

    private static IEnumerable<Sense> Between(List<Word> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words[i].Sense is Sense.Kind or Sense.Channel or Sense.Outcome or Sense.Result or Sense.Suggestion or Sense.Proposal or Sense.Direct or Sense.AfterReview or Sense.Receive or Sense.ReceiveNew or Sense.Total)
                yield return words[i].Sense;
        }
    }

    // 另有103件, 共…, 办结…: no part of the list any more.
    private static bool EndsList(Sentence sentence, List<Word> words, int from, int to, bool hasParts)
    {
        for (var i = from; i < to; i++)
        {
            if (words[i].Is(Sense.Total) || (hasParts && words[i].Sense is Sense.Handle or Sense.CarriedOut or Sense.Closed))
                return true;
        }

        var start = from < words.Count && from > 0 ? words[from - 1].End : sentence.Start;
        var text = sentence.Folded.Text.AsSpan(start, Math.Max(0, words[to].Start - start));
        return text.IndexOfAny('另', '还', '并') >= 0 || text.Contains("此外", StringComparison.Ordinal) || text.Contains("同时", StringComparison.Ordinal) || text.Contains("全年", StringComparison.Ordinal);
    }

    private static bool SaysMore(Sentence sentence, Word marker, Word first)
    {
        var text = sentence.Folded.Text.AsSpan(marker.Start, Math.Max(0, Math.Min(first.Start - marker.Start, 60)));
        return text.Contains("主要", StringComparison.Ordinal) || text.Contains("重点", StringComparison.Ordinal) || text.StartsWith("含") || text.Contains("如", StringComparison.Ordinal);
    }

    private static bool IsCompared(List<Word> words, int i)
    {
        for (var k = i - 1; k >= 0 && !words[k].EndsClause; k--)
        {
            if (words[k].Sense is Sense.Compare or Sense.Past)
                return true;
        }

        return false;
    }
}
