namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 标签对齐: finds the labels of a table in order. Labels may be torn over lines and pages, hold figures or pieces of a neighbouring
/// group label in their middle, carry a misprint, or be lost; short ones (总计, 其他) are told only by what stands before and after them,
/// so the sequence with the best total wins.
/// </summary>
internal static class LabelAligner
{
    /// <summary>Foreign characters allowed at one place inside a label: a torn group label is that long at most.</summary>
    private const int LongestIntruder = 8;

    /// <summary>More candidates than this are text, not a table.</summary>
    private const int MostCandidates = 3000;

    /// <summary>What the number before a label, and a free place before and behind it, make it surer by.</summary>
    private const double NumberBonus = 1.5;
    private const double FreeBonus = 0.4;
    private const double MostBonus = 2 * FreeBonus;

    public static IReadOnlyList<LabelMatch> Align(HanStream stream, IReadOnlyList<LabelTarget> targets, IReadOnlyList<Segment> segments) =>
        AsPrinted(stream, targets, segments) ?? Best(stream, targets, segments);

    /// <summary>
    /// The labels one behind the other as the form prints them. No other sequence can score more, since each scores the most it can;
    /// null when one does not, and the best sequence must be searched for.
    /// </summary>
    private static List<LabelMatch>? AsPrinted(HanStream stream, IReadOnlyList<LabelTarget> targets, IReadOnlyList<Segment> segments)
    {
        var found = new List<LabelMatch>(targets.Count);
        var at = 0;
        for (var t = 0; t < targets.Count; t++)
        {
            if (Whole(stream, t, targets[t], segments, at) is { } match)
                found.Add(match);
            else if (Candidates(stream, t, targets[t], segments).Any())
                return null;
            else
                continue;
            at = found[^1].End;
        }

        return found;
    }

    /// <summary>The first place where the longest label stands whole, with its number and nothing beside it.</summary>
    private static LabelMatch? Whole(HanStream stream, int index, LabelTarget target, IReadOnlyList<Segment> segments, int from)
    {
        var label = target.Labels[0];
        var most = target.Number is null ? MostBonus : MostBonus + NumberBonus;
        for (var start = stream.IndexOf(label, from); start >= 0; start = stream.IndexOf(label, start + 1))
        {
            if (Bonus(stream, start, start + label.Length, target, segments) > most - 0.01)
                return new LabelMatch(index, start, start + label.Length, label.Length + most);
        }

        return null;
    }

    private static List<LabelMatch> Best(HanStream stream, IReadOnlyList<LabelTarget> targets, IReadOnlyList<Segment> segments)
    {
        var candidates = new List<LabelMatch>();
        for (var t = 0; t < targets.Count; t++)
            candidates.AddRange(Candidates(stream, t, targets[t], segments));
        if (candidates.Count > MostCandidates)
            candidates = [.. candidates.OrderByDescending(candidate => candidate.Score).Take(MostCandidates)];
        candidates.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Target.CompareTo(b.Target));

        var best = new double[candidates.Count];
        var before = new int[candidates.Count];
        var top = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            (best[i], before[i]) = (candidates[i].Score, -1);
            for (var j = 0; j < i; j++)
            {
                if (candidates[j].Target < candidates[i].Target && candidates[j].End <= candidates[i].Start && best[j] + candidates[i].Score > best[i])
                    (best[i], before[i]) = (best[j] + candidates[i].Score, j);
            }

            if (top < 0 || best[i] > best[top])
                top = i;
        }

        var found = new List<LabelMatch>();
        for (var i = top; i >= 0; i = before[i])
            found.Add(candidates[i]);
        found.Reverse();
        return found;
    }

    private static IEnumerable<LabelMatch> Candidates(HanStream stream, int index, LabelTarget target, IReadOnlyList<Segment> segments)
    {
        var taken = new HashSet<(int Start, int End)>();
        var starts = new HashSet<int>();
        foreach (var label in target.Labels)
        {
            foreach (var start in stream.PositionsOf(label[0]))
            {
                if (Match(stream, start, label) is var (end, score) && score > 0 && (taken.Add((start, end)) | starts.Add(start)))
                    yield return new LabelMatch(index, start, end, score + Bonus(stream, start, end, target, segments));
            }

            // The first character may be lost or misprinted.
            if (label.Length < 6)
                continue;
            foreach (var second in stream.PositionsOf(label[1]))
            {
                if (!starts.Contains(second) && !starts.Contains(second - 1) && Match(stream, second, label[1..]) is var (end, score) && score > 0 && starts.Add(second))
                    yield return new LabelMatch(index, second, end, score - 1);
            }
        }
    }

    private static (int End, double Score) Match(HanStream stream, int start, string label)
    {
        int at = start, end = start, matched = 0, lost = 0, intruders = 0, prefix = 0;
        for (var p = 0; p < label.Length && at < stream.Length;)
        {
            if (stream[at] == label[p])
            {
                matched++;
                if (prefix == p)
                    prefix++;
                end = ++at;
                p++;
                continue;
            }

            var skip = Skip(stream, at, label, p);
            if (skip > 0)
            {
                intruders += skip;
                at += skip;
                continue;
            }

            // A misprint (one character for another) or a lost character.
            lost++;
            p++;
            if (p < label.Length && at + 1 < stream.Length && stream[at] != label[p] && stream[at + 1] == label[p])
                at++;
            if (lost > Math.Max(0, label.Length / 4))
                break;
        }

        lost = label.Length - matched;
        var accepted = label.Length switch
        {
            <= 3 => matched == label.Length && intruders == 0,
            <= 7 => lost <= (label.Length > 5 ? 1 : 0) && intruders <= LongestIntruder,
            _ => prefix >= 4 ? matched >= label.Length * 0.55 : lost <= 2 && matched >= label.Length * 0.8 && intruders <= 1,
        };
        return accepted ? (end, matched - (0.5 * lost) - (0.15 * intruders)) : (start, 0);
    }

    /// <summary>How many foreign characters to pass over until the label goes on, or 0 when it does not.</summary>
    private static int Skip(HanStream stream, int at, string label, int p)
    {
        for (var d = 1; d <= LongestIntruder && at + d < stream.Length; d++)
        {
            if (stream[at + d] == label[p] && (p + 1 >= label.Length || at + d + 1 >= stream.Length || stream[at + d + 1] == label[p + 1]))
                return d;
        }

        return 0;
    }

    /// <summary>A label is surer with its number before it, and when it does not stand inside a longer word.</summary>
    private static double Bonus(HanStream stream, int start, int end, LabelTarget target, IReadOnlyList<Segment> segments)
    {
        var (segment, offset) = stream.PlaceOf(start);
        var text = segments[segment].Text;
        var before = text.AsSpan(0, offset).TrimEnd(' ');
        var bonus = 0.0;
        if (target.Number is { } number && before.EndsWith(number.TrimEnd('.', '、'), StringComparison.Ordinal) | HasNumber(before, number))
            bonus += NumberBonus;
        if (before.Length == 0 || !Normal.IsHan(before[^1]))
            bonus += FreeBonus;
        var (lastSegment, lastOffset) = stream.PlaceOf(end - 1);
        var after = segments[lastSegment].Text.AsSpan(lastOffset + 1).TrimStart(' ');
        if (after.Length == 0 || !Normal.IsHan(after[0]))
            bonus += FreeBonus;
        else if (end - start <= 3)
            bonus -= 1.2;
        return bonus;
    }

    /// <summary>`1.` is also written 1、 1． 1, and `(三)` with any brackets.</summary>
    private static bool HasNumber(ReadOnlySpan<char> before, string number)
    {
        var trimmed = before.TrimEnd(" .、,)".AsSpan());
        return trimmed.Length < before.Length && trimmed.EndsWith(number.Trim('.', '、', '(', ')'), StringComparison.Ordinal);
    }
}
