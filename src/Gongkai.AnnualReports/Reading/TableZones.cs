namespace Gongkai.AnnualReports.Reading;

/// <summary>标签及其辖区: a label of a table with the tokens that stand between it and the next label.</summary>
/// <param name="Target">The label.</param>
/// <param name="Printed">The label as the source prints it, as far as it stands in one piece.</param>
/// <param name="Place">Where the label starts.</param>
/// <param name="Row">Line or table row in which the label starts.</param>
/// <param name="Tokens">Figures, words, blanks and foreign text in the zone.</param>
internal sealed record LabelZone(LabelTarget Target, string Printed, Gongkai.Formats.SourcePlace Place, int Row, IReadOnlyList<FigureToken> Tokens)
{
    public LabelKind Kind => Target.Kind;

    public string Key => Target.Key;

    /// <summary>Number of the table the label stands in, or -1 in plain lines.</summary>
    public int Table { get; init; } = -1;

    /// <summary>Segment and offset at which the label starts.</summary>
    public (int Segment, int Offset) Start { get; init; }

    public int EndSegment { get; init; }

    /// <summary>Tokens in the label's own table row.</summary>
    public IEnumerable<FigureToken> OwnRow => Tokens.Where(token => token.IsCell && token.Row == Row);
}

/// <summary>Cuts a table region into zones by its labels.</summary>
internal static class TableZones
{
    public static IReadOnlyList<LabelZone> Cut(IReadOnlyList<Segment> segments, int from, int to, IReadOnlyList<LabelTarget> targets, bool recognised)
    {
        var stream = new HanStream(segments, from, to);
        var matches = LabelAligner.Align(stream, targets, segments);
        var zones = new List<LabelZone>();
        if (matches.Count > 0)
            zones.Add(Head(segments, from, stream.PlaceOf(matches[0].Start), targets[matches[0].Target], recognised));
        for (var m = 0; m < matches.Count; m++)
        {
            var match = matches[m];
            var start = stream.PlaceOf(match.Start);
            var last = stream.PlaceOf(match.End - 1);
            var end = m + 1 < matches.Count ? stream.PlaceOf(matches[m + 1].Start) : (to, 0);
            var next = m + 1 < matches.Count ? targets[matches[m + 1].Target] : null;
            var tokens = Tokens(segments, start, last, end, next, recognised);
            var segment = segments[start.Segment];
            var printedEnd = last.Segment == start.Segment ? last.Offset + 1 : segment.Original.Length;
            zones.Add(new LabelZone(targets[match.Target], segment.Original[start.Offset..printedEnd].Trim(), segment.Place, segment.Row, tokens)
            {
                Table = segment.Table,
                Start = start,
                EndSegment = Math.Min(to, end.Item2 > 0 ? end.Item1 + 1 : end.Item1),
            });
        }

        return zones;
    }

    /// <summary>What stands before the first label.</summary>
    private static LabelZone Head(IReadOnlyList<Segment> segments, int from, (int Segment, int Offset) end, LabelTarget next, bool recognised) =>
        new(LabelTarget.Head, "", segments[from].Place, -1, from < end.Segment ? Tokens(segments, (from, -1), (from, -1), end, next, recognised) : []) { Start = end };

    private static List<FigureToken> Tokens(IReadOnlyList<Segment> segments, (int Segment, int Offset) start, (int Segment, int Offset) labelEnd, (int Segment, int Offset) end, LabelTarget? next, bool recognised)
    {
        var tokens = new List<FigureToken>();
        for (var s = start.Segment; s <= end.Segment && s < segments.Count; s++)
        {
            var segment = segments[s];
            if (s == end.Segment && (end.Offset == 0 || segment.IsCell && s != start.Segment))
                break;

            if (segment.IsCell && s != start.Segment && !(s == labelEnd.Segment && Normal.HasHan(segment.Text)))
            {
                tokens.Add(FigureScanner.OfCell(segment, recognised));
                continue;
            }

            // The running head of a page.
            if (s != start.Segment && s != end.Segment && TitleReader.IsTitleLike(segment.Text))
                continue;

            var from = s == start.Segment ? start.Offset + 1 : 0;
            var until = s == end.Segment ? NumberStart(segment.Text, end.Offset, next) : segment.Text.Length;
            // A cell that ends the zone's text in one piece, or a number left on the line before the next label ("2." / "没有现成…").
            if (s + 1 == end.Segment && end.Offset == 0 || s == end.Segment - 1 && OnlyNumberBefore(segments[end.Segment].Text, end.Offset))
                until = NumberStart(segment.Text, until, next);
            if (until > from)
                FigureScanner.AddText(tokens, segment, from, until, recognised);
        }

        return tokens;
    }

    private static bool OnlyNumberBefore(string text, int offset) => text.AsSpan(0, offset).Trim().Length == 0;

    /// <summary>Where the number of the next label starts, so that `2.` is not read as a figure: in "00000002.重复申请" only the last digit is the number.</summary>
    private static int NumberStart(string text, int offset, LabelTarget? next)
    {
        if (next?.Number is not { } number)
            return offset;
        var wanted = number.Trim('.', '、', '(', ')', ' ');
        var head = text.AsSpan(0, offset).TrimEnd(' ');
        var before = head.TrimEnd(" .、,;)".AsSpan());
        if (before.Length == head.Length)
            return offset;
        return before.EndsWith(wanted, StringComparison.Ordinal) ? before[..^wanted.Length].TrimEnd("( ".AsSpan()).Length : offset;
    }
}
