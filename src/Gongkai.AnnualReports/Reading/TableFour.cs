using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>表四: 政府信息公开行政复议、行政诉讼情况, fifteen figures in one line, or in three lines of five.</summary>
internal static class TableFour
{
    private const int Count = 15;

    /// <summary>Points by which the two halves of a broken column header may stand apart.</summary>
    private const double SameColumn = 6;

    /// <summary>A column header whole, or either half of it where it is broken.</summary>
    private static readonly string[] s_columnWords = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果", "维持", "纠正", "其他", "尚未", "审结"];

    private static readonly string[] s_words = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

    private static readonly LabelTarget[] s_header =
    [
        LabelTarget.Of(LabelKind.Word, "review", "行政复议"),
        LabelTarget.Of(LabelKind.Word, "litigation", "行政诉讼"),
        LabelTarget.Of(LabelKind.Word, "upheld", "结果维持"),
        LabelTarget.Of(LabelKind.Word, "direct", "未经复议直接起诉"),
        LabelTarget.Of(LabelKind.Word, "after_review", "复议后起诉"),
        LabelTarget.Of(LabelKind.Word, "upheld2", "结果维持"),
        LabelTarget.Of(LabelKind.Word, "pending", "尚未审结"),
        LabelTarget.Of(LabelKind.Word, "total", "总计"),
    ];

    /// <summary>Reads the table between two segments; returns the segment of its header or first figure, or -1.</summary>
    public static int Read(IReadOnlyList<Segment> segments, int from, int to, FormFiller filler, bool headingLost)
    {
        var header = Header(segments, from, to);
        if (header.Start < 0 && !headingLost && !HasRun(segments, from, to))
            return -1;

        List<FigureToken> tokens = [.. BrokenFigures.Join(Tokens(segments, Math.Max(from, header.Start), to, header, filler.Recognised), Count)];
        var picked = OneRow(tokens) ?? RemedyGrid.Pick(segments, from, to, filler.Recognised) ?? Pick(tokens, headingLost && header.Start < 0) ?? OnPage(tokens, segments, header);
        if (picked is null)
        {
            var raw = string.Join(' ', tokens.Where(token => token.State != CellState.Blank).Select(token => token.Raw));
            if (header.Start >= 0 && raw.Length > 0)
                Odd(filler, tokens, raw);
            return header.Start;
        }

        foreach (var word in header.Words)
            filler.Saw(ObservationKind.ColumnLabel, word, segments[header.Start].Place, "t4");
        for (var i = 0; i < Count; i++)
        {
            filler.Cells[filler.Form["t4"].FirstCell + i] = picked[i].State == CellState.Recovered
                ? picked[i].ToCell() with { Note = $"各列数字连写为“{picked[i].Raw}”，只有一种拆分使三个总计都成立" }
                : picked[i].ToCell(filler.Recognised);
        }

        return header.Start >= 0 ? header.Start : SegmentOf(segments, from, to, picked[0]);
    }

    private static int SegmentOf(IReadOnlyList<Segment> segments, int from, int to, FigureToken token)
    {
        for (var s = from; s < to; s++)
        {
            if (segments[s].Row == token.Row)
                return s;
        }

        return -1;
    }

    private static (int Start, int LastSegment, int LastOffset, IReadOnlyList<string> Words) Header(IReadOnlyList<Segment> segments, int from, int to)
    {
        var stream = new HanStream(segments, from, to);
        var found = LabelAligner.Align(stream, s_header, segments);
        if (found.Count < 3 || !found.Any(match => s_header[match.Target].Key is "upheld" or "pending" or "direct" or "after_review"))
            return (-1, -1, -1, []);

        // Header cells come in any order; the last of them ends the header.
        var last = found[^1].End - 1;
        foreach (var word in s_words)
        {
            foreach (var start in stream.PositionsOf(word[0]))
            {
                if (start > last && start + word.Length <= stream.Length && Enumerable.Range(0, word.Length).All(i => stream[start + i] == word[i]) && Near(stream, last, start))
                    last = start + word.Length - 1;
            }
        }

        var place = stream.PlaceOf(last);
        return (stream.PlaceOf(found[0].Start).Segment, place.Segment, place.Offset, [.. found.Select(match => s_header[match.Target].Labels[0]).Distinct()]);
    }

    /// <summary>Only other header words may stand between two header words.</summary>
    private static bool Near(HanStream stream, int last, int start) => start - last <= 12;

    private static bool HasRun(IReadOnlyList<Segment> segments, int from, int to) =>
        segments.Skip(from).Take(to - from).GroupBy(segment => segment.Row).Any(row => row.Count() == Count || Regexes.FifteenFigures().IsMatch(row.First().Text));

    private static List<FigureToken> Tokens(IReadOnlyList<Segment> segments, int from, int to, (int Start, int LastSegment, int LastOffset, IReadOnlyList<string> Words) header, bool recognised)
    {
        var tokens = new List<FigureToken>();
        for (var s = from; s < to; s++)
        {
            var segment = segments[s];
            if (segment.HeadingOf is not null)
                continue;
            if (segment.IsCell)
            {
                var token = FigureScanner.OfCell(segment, recognised);
                if (!token.IsText)
                    tokens.Add(token);
                continue;
            }

            var start = s == header.LastSegment ? header.LastOffset + 1 : 0;
            if (s < header.LastSegment && Normal.HasHan(segment.Text))
            {
                // Three labelled lines of five: figures stand between header words.
                var end = segment.Text.AsSpan().TrimEnd("0123456789无/-. ".AsSpan()).Length;
                if (segment.Text.AsSpan(end).IndexOfAny("0123456789无/-".AsSpan()) >= 0 && IsWords(Normal.HanOnly(segment.Text[..end])))
                    start = end;
                else
                    continue;
            }

            var rest = segment.Text[start..];
            if (start == 0 && IsSentence(rest))
                continue;
            FigureScanner.AddText(tokens, segment, start, FiguresEnd(segment.Text, start), recognised);
        }

        return tokens;
    }

    private static bool IsSentence(string text)
    {
        var han = Normal.HanOnly(text);
        return han.Length > 0 && !IsWords(han) && !han.All(c => c is '无' or '缺');
    }

    /// <summary>Words of the header and nothing else: 行政诉讼(未经复议直接起诉).</summary>
    internal static bool IsWords(string han)
    {
        var at = 0;
        while (s_words.FirstOrDefault(word => string.CompareOrdinal(han, at, word, 0, word.Length) == 0) is { } word)
            at += word.Length;
        return at > 0 && at == han.Length;
    }

    /// <summary>On a line that goes on with text after the figures, only what precedes the text counts.</summary>
    private static int FiguresEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (Normal.IsHan(text[i]) && text[i] != '无' && Normal.HanOnly(text[i..]) is { Length: > 8 })
                return i;
        }

        return text.Length;
    }

    private static List<FigureToken>? OneRow(List<FigureToken> tokens) =>
        tokens.Where(token => token.State != CellState.Blank).GroupBy(token => token.Row).Select(row => row.ToList()).LastOrDefault(row => row.Count == Count);

    private static List<FigureToken>? Pick(List<FigureToken> tokens, bool onlyWholeRow)
    {
        var rows = tokens.GroupBy(token => token.Row).Select(row => row.ToList()).ToList();

        // One row of fifteen; empty leading cells of a grid do not count.
        foreach (var row in Enumerable.Reverse(rows))
        {
            var figures = row.Where(token => token.State != CellState.Blank).ToList();
            if (figures.Count == Count)
                return figures;
            if (figures.Count > 0 && row.Count >= Count && row.Count(token => token.IsCell) == row.Count)
                return [.. row.TakeLast(Count)];
        }

        if (onlyWholeRow)
            return null;
        if (tokens.TrueForAll(token => token.State == CellState.Blank) && rows.Find(row => row.Count == Count && row.TrueForAll(token => token.IsCell)) is { } empty)
            return empty;

        // Several rows: 5 and 10, three of 5, or one figure a line.
        var all = rows.SelectMany(row => row).Where(token => token.State != CellState.Blank).ToList();
        if (all.Count == Count)
            return all;
        var digits = all.Where(token => token.Digits is not null).ToList();
        return all.Count is > 0 and < Count && digits.Count == all.Count ? Split(all) : null;
    }

    /// <summary>One line on a page with some cells empty: placed by the fifteen column headers, which stand in two or three lines.</summary>
    private static List<FigureToken>? OnPage(List<FigureToken> tokens, IReadOnlyList<Segment> segments, (int Start, int LastSegment, int LastOffset, IReadOnlyList<string> Words) header)
    {
        if (header.Start < 0 || tokens.Count is 0 or >= Count || tokens.DistinctBy(token => token.Row).Count() > 1)
            return null;

        var columns = new List<double>();
        foreach (var middle in segments.Skip(header.Start).Take(header.LastSegment - header.Start + 1).SelectMany(segment => segment.Words)
            .Where(word => s_columnWords.Contains(Normal.HanOnly(Normal.Of(word.Text)))).Select(word => (word.Left + word.Right) / 2).Order())
        {
            if (columns.Count == 0 || middle - columns[^1] > SameColumn)
                columns.Add(middle);
        }

        return columns.Count == Count ? ColumnLayout.Nearest(tokens, [.. columns]) : null;
    }

    /// <summary>Digits run together: only where the three blocks of five add up in exactly one way.</summary>
    private static List<FigureToken>? Split(List<FigureToken> all)
    {
        var readings = RunTogether.Readings([.. all.Select(token => token.Digits!)], Count, RunTogether.BlocksAddUp);
        if (readings is not { Count: 1 })
            return null;
        var raw = string.Join(' ', all.Select(token => token.Raw));
        return [.. readings[0].Select(figure => new FigureToken(CellState.Recovered, figure, raw, all[0].Place, all[0].Row))];
    }

    private static void Odd(FormFiller filler, List<FigureToken> tokens, string raw)
    {
        var figures = tokens.Count(token => token.State != CellState.Blank);
        var place = tokens.First(token => token.State != CellState.Blank).Place;
        filler.Saw(ObservationKind.WrongNumberOfFigures, raw, place, "t4");
        var readings = tokens.Where(token => token.State != CellState.Blank).All(token => token.Digits is not null)
            ? RunTogether.Readings([.. tokens.Where(token => token.State != CellState.Blank).Select(token => token.Digits!)], Count, RunTogether.BlocksAddUp)
            : null;
        if (readings is { Count: > 1 })
            filler.Ambiguous(filler.Form["t4"].FirstCell, Count, readings, raw, place, $"各列数字连写为“{raw}”，有 {readings.Count} 种拆分都能使三个总计成立");
        else
            filler.Unreadable(filler.Form["t4"].FirstCell, Count, raw, place, $"应有 15 个数，读到 {figures} 个（{raw}）");
    }
}
