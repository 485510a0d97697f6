using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>章节标题: finds the six headings, alone on a line or in the middle of a page that is one line, and cuts them out as segments of their own.</summary>
internal static class HeadingFinder
{
    private const string Numbers = "一二三四五六七八九";

    private static readonly System.Buffers.SearchValues<char> s_numbers = System.Buffers.SearchValues.Create(Numbers);

    private static readonly string[] s_parts = ["部分", "章", "篇"];

    /// <summary>The official labels and their variants, Chinese characters only; the share of a long one in the score.</summary>
    private static readonly (string Key, string Han, double Length)[] s_labels =
        [.. Form.F2021.Sections.SelectMany(section => section.Also.Append(section.Label).Select(words => (section.Key, Normal.HanOnly(words), words.Length / 40.0)))];

    private static readonly (string Key, string[] Words)[] s_keywords =
    [
        ("s1", ["总体情况", "概述", "总体工作情况", "基本情况"]),
        ("s2", ["主动公开政府信息", "主动公开情况", "主动公开信息情况", "政府信息主动公开"]),
        ("s3", ["收到和处理", "申请情况", "依申请公开"]),
        ("s4", ["行政复议", "行政诉讼"]),
        ("s5", ["问题"]),
        ("s6", ["其他需要报告", "其他事项", "需要报告的其他", "其它需要报告", "其他需报告", "其他需要说明"]),
    ];

    /// <summary>A heading found in the segments.</summary>
    /// <param name="Key">`s1` … `s6`.</param>
    /// <param name="Segment">Index of its segment.</param>
    /// <param name="Start">Offset of its number, or of its label where it has no number.</param>
    /// <param name="End">Offset one past the label.</param>
    /// <param name="Score">How sure.</param>
    internal readonly record struct Found(string Key, int Segment, int Start, int End, double Score);

    /// <summary>Candidates for headings in the order of the text; contents lists, which repeat them, are left out.</summary>
    public static List<Found> Candidates(IReadOnlyList<Segment> segments)
    {
        var candidates = new List<Found>();
        for (var s = 0; s < segments.Count; s++)
        {
            var segment = segments[s];
            if (segment.IsCell && segment.Text.Length > 60)
                continue;
            for (var i = NextNumber(segment.Text, 0); i >= 0 && i < segment.Text.Length - 1; i = NextNumber(segment.Text, i + 1))
            {
                var number = Numbers.IndexOf(segment.Text[i], StringComparison.Ordinal);
                var heading = StartsHere(segment.Text, i) && Separator(segment.Text, i + 1, out var label) ? Heading(segment.Text, i, label, number) : Framed(segment.Text, i, number);
                if (heading is { } found)
                {
                    candidates.Add(found with { Segment = s });
                    i = found.End - 1;
                }
            }

            if (!segment.IsCell && Bare(segment.Text) is { } bare)
                candidates.Add(bare with { Segment = s });
        }

        return WithoutContents(candidates, segments);
    }

    /// <summary>The best ordered set of headings among candidates of one report.</summary>
    public static List<Found> Choose(IReadOnlyList<Found> candidates)
    {
        var best = new double[candidates.Count];
        var before = new int[candidates.Count];
        var top = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            (best[i], before[i]) = (candidates[i].Score, -1);
            for (var j = 0; j < i; j++)
            {
                if (string.CompareOrdinal(candidates[j].Key, candidates[i].Key) < 0 && best[j] + candidates[i].Score > best[i])
                    (best[i], before[i]) = (best[j] + candidates[i].Score, j);
            }

            if (top < 0 || best[i] > best[top])
                top = i;
        }

        var chosen = new List<Found>();
        for (var i = top; i >= 0; i = before[i])
            chosen.Add(candidates[i]);
        chosen.Reverse();
        return chosen;
    }

    /// <summary>Cuts the headings out, so that each is a segment of its own.</summary>
    public static List<Segment> Cut(IReadOnlyList<Segment> segments, IReadOnlyList<Found> headings)
    {
        var cut = new List<Segment>(segments.Count + headings.Count * 2);
        var h = 0;
        for (var s = 0; s < segments.Count; s++)
        {
            var segment = segments[s];
            var at = 0;
            for (; h < headings.Count && headings[h].Segment == s; h++)
            {
                var heading = headings[h];
                if (heading.Start > at && segment.Text[at..heading.Start].Trim().Length > 0)
                    cut.Add(segment.Part(at, heading.Start));
                cut.Add(segment.Part(heading.Start, heading.End) with { HeadingOf = heading.Key, IsCell = false });
                at = heading.End;
            }

            if (at == 0)
                cut.Add(segment);
            else if (segment.Text[at..].Trim().Length > 0)
                cut.Add(segment.Part(at, segment.Text.Length));
        }

        return cut;
    }

    private static int NextNumber(string text, int from)
    {
        var at = from < text.Length ? text.AsSpan(from).IndexOfAny(s_numbers) : -1;
        return at < 0 ? -1 : from + at;
    }

    private static bool StartsHere(string text, int i)
    {
        var before = text.AsSpan(0, i).TrimEnd(' ');
        return before.Length == 0 || before.Length < i || "。；;：:.!?]>*#)”【".Contains(before[^1], StringComparison.Ordinal) || char.IsAsciiDigit(before[^1]);
    }

    private static bool Separator(string text, int at, out int label)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        label = at;
        if (at >= text.Length || !"、.,".Contains(text[at], StringComparison.Ordinal))
            return false;
        for (label = at + 1; label < text.Length && text[label] == ' ';)
            label++;
        return label < text.Length;
    }

    /// <summary>第一部分 总体情况, 第一章, (一)总体情况, 一 总体情况: other ways to number, believed only over the official label, alone on its line and in its place.</summary>
    private static Found? Framed(string text, int i, int number)
    {
        var (start, label, score) = (i, i + 1, 4.0);
        if (i > 0 && text[i - 1] == '第' && s_parts.FirstOrDefault(part => text.AsSpan(i + 1).StartsWith(part, StringComparison.Ordinal)) is { } part)
            (start, label) = (i - 1, i + 1 + part.Length);
        else if (i > 0 && text[i - 1] == '(' && text[i + 1] == ')')
            (start, label, score) = (i - 1, i + 2, 3);
        else if (text[i + 1] != ' ')
            return null;
        if (text.AsSpan(0, start).Trim(" #*>".AsSpan()).Length > 0)
            return null;
        while (label < text.Length && text[label] is ' ' or '、' or '.' or ',' or ':')
            label++;
        foreach (var (key, han, length) in s_labels)
        {
            if (number + 1 == key[1] - '0' && Prefix(text, label, han) is var end && end > 0 && Closed(text, end) == text.Length)
                return new Found(key, 0, start, text.Length, score + length);
        }

        return null;
    }

    private static Found? Heading(string text, int start, int label, int number)
    {
        // The official label or a variant, with at most a misprint in it, wherever the line goes on.
        foreach (var (key, han, length) in s_labels)
        {
            if (Prefix(text, label, han) is var end && end > 0)
                return new Found(key, 0, start, Closed(text, end), (number + 1 == key[1] - '0' ? 4 : 2.5) + (end == text.AsSpan().TrimEnd().Length ? 1 : 0) + length);
        }

        // Any other wording, when it has the line for itself.
        var line = text.AsSpan(label).Trim();
        if (line.Length is 0 or > 40 || line.Contains('。') || text.AsSpan(0, start).Trim(" #*>".AsSpan()).Length > 0)
            return null;
        var rest = line.ToString();
        foreach (var (key, words) in s_keywords)
        {
            if (number + 1 == key[1] - '0' && words.Any(word => rest.Contains(word, StringComparison.Ordinal)))
                return new Found(key, 0, start, text.Length, 2.2);
        }

        return null;
    }

    /// <summary>A line that is the official label and nothing else: its number was lost with the automatic numbering.</summary>
    private static Found? Bare(string text)
    {
        var count = Normal.CountHan(text);
        if (count is < 4 or > 30 || text.AsSpan().Trim(" #*.0123456789").Length > count + 3)
            return null;
        foreach (var (key, han, _) in s_labels)
        {
            if (han.Length == count && Normal.HanOnly(text) == han)
                return new Found(key, 0, 0, text.Length, 2);
        }

        return null;
    }

    /// <summary>Offset one past the label when the text starts with it, spaces and punctuation aside and with one misprint in eight allowed; else 0.</summary>
    private static int Prefix(string text, int at, string han)
    {
        int p = 0, faults = 0, end = 0;
        for (var i = at; i < text.Length && p < han.Length; i++)
        {
            var c = text[i];
            if (!Normal.IsHan(c))
            {
                if (c is '。' or '；' or '：' || char.IsAsciiDigit(c))
                    return 0;
                continue;
            }

            if (c == han[p])
            {
                p++;
                end = i + 1;
            }
            else if (++faults > han.Length / 8)
            {
                return 0;
            }
            else if (p + 1 < han.Length && c == han[p + 1])
            {
                p += 2;
                end = i + 1;
            }
            else
            {
                // One character too many or another in its place.
                var next = i + 1;
                while (next < text.Length && !Normal.IsHan(text[next]))
                    next++;
                if (next < text.Length && p + 1 < han.Length && text[next] == han[p + 1] && text[next] != han[p])
                    p++;
            }
        }

        return p == han.Length ? end : 0;
    }

    private static int Closed(string text, int end)
    {
        while (end < text.Length && text[end] is ' ' or ':' or '*' or ')' or '】' or '。')
            end++;
        return end;
    }

    /// <summary>A table of contents repeats the headings with next to nothing between them; where they come again, the first set goes.</summary>
    private static List<Found> WithoutContents(List<Found> candidates, IReadOnlyList<Segment> segments)
    {
        var drop = new HashSet<int>();
        for (var i = 0; i + 3 < candidates.Count; i++)
        {
            var run = 1;
            while (i + run < candidates.Count && string.CompareOrdinal(candidates[i + run - 1].Key, candidates[i + run].Key) < 0 && Between(candidates[i + run - 1], candidates[i + run], segments) <= 12)
                run++;
            if (run >= 4 && Enumerable.Range(i, run).All(k => candidates.Skip(i + run).Any(later => later.Key == candidates[k].Key)))
            {
                drop.UnionWith(Enumerable.Range(i, run));
                i += run - 1;
            }
        }

        return [.. candidates.Where((_, index) => !drop.Contains(index))];
    }

    private static int Between(Found a, Found b, IReadOnlyList<Segment> segments)
    {
        if (a.Segment == b.Segment)
            return b.Start - a.End;
        var characters = Normal.CountHan(segments[a.Segment].Text.AsSpan(a.End)) + Normal.CountHan(segments[b.Segment].Text.AsSpan(0, b.Start));
        for (var s = a.Segment + 1; s < b.Segment; s++)
            characters += Normal.CountHan(segments[s].Text);
        return characters;
    }
}
