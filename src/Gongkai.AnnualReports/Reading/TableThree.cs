using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>表三: 收到和处理政府信息公开申请情况. Walks the labels of the form and takes seven figures for each row.</summary>
internal static class TableThree
{
    private const int Columns = 7;

    private static readonly LabelTarget s_otherParts = new(LabelKind.Group, "other_parts", []);

    /// <summary>Reads the table between two segments; returns where it starts, or -1 when no row was found.</summary>
    public static int Read(IReadOnlyList<Segment> segments, int from, int to, FormFiller filler)
    {
        var table = filler.Form["t3"];
        var zones = FiguresAbove.Settle(BrokenFigures.Join(TableZones.Cut(segments, from, to, FormTargets.Of(filler.Form).Three, filler.Recognised), _ => Columns), Columns, segments);
        if (zones.Count(zone => zone.Kind != LabelKind.Group) < 3)
            return -1;

        ColumnHeader.Read(segments, from, zones[0].Start.Segment, table, filler);
        var few = Uniform(zones);
        var layout = few > 0 ? ColumnLayout.Unknown
            : new ColumnLayout(zones, Columns, ColumnHeader.Cells(segments, from, zones[0].Start.Segment, table), ColumnHeader.Middles(segments, from, zones[0].Start.Segment, table));
        var surplus = zones.Any(zone => Figures(zone) > Columns);
        var runTogether = RunTogether.Shows(zones);
        var withoutTotal = few == Columns - 1 && !HasTotal(segments, from, zones[0].Start.Segment);
        LabelZone? group = null;
        foreach (var zone in zones)
        {
            if (zone.Kind == LabelKind.Group)
            {
                group = zone;
                continue;
            }

            // 其他处理 in the form of 2021 is a group, unless its three items are not printed.
            var row = table.Row(zone.Key);
            if (row.Optional && (zones.Any(other => other.Key == "other_no_supplement") || Figures(zone) == 0))
            {
                group = zone with { Target = s_otherParts };
                continue;
            }

            // A label on a page, with every figure of the page in its own row: the row is printed empty.
            if (!surplus && !filler.Recognised && zone.Tokens.Count == 0 && (group is null || Figures(group) == 0) && segments[zone.Start.Segment].Words.Count > 0)
            {
                filler.Saw(ObservationKind.RowLabel, zone.Printed, zone.Place, $"t3.{row.Key}");
                filler.Blank(table.IndexOf(row.Key, table.Columns[0].Key), Columns, zone.Place);
            }
            else
            {
                if (withoutTotal && zone.Tokens.Where(token => token.IsFigure).ToList() is { Count: Columns - 1 } six)
                    WithoutTotal(filler, table, row, zone, six);
                else
                    ReadRow(filler, table, row, zone, group, layout, runTogether, few);
            }

            Strangers(filler, zone);
            group = null;
        }

        Undecided.Resolve(filler, table);
        return zones[0].Start.Segment;
    }

    /// <summary>How many figures every row has, when it is the same number everywhere and fewer than the columns; else 0. No row is then a slipped one.</summary>
    private static int Uniform(IReadOnlyList<LabelZone> zones)
    {
        var counts = zones.Where(zone => zone.Kind != LabelKind.Group).Select(Figures).Where(count => count > 0).ToList();
        return counts.Count >= 10 && counts[0] is >= 2 and < Columns && counts.TrueForAll(count => count == counts[0]) ? counts[0] : 0;
    }

    private static bool HasTotal(IReadOnlyList<Segment> segments, int from, int to) =>
        segments.Skip(from).Take(to - from + 1).Any(segment => segment.Text.Contains('计', StringComparison.Ordinal) && Normal.HanOnly(segment.Text) is var han
            && (han.Contains("总计", StringComparison.Ordinal) || han.Contains("合计", StringComparison.Ordinal) || han == "计"));

    /// <summary>A table printed without the column 总计: six figures in every row, and six columns in its header.</summary>
    private static void WithoutTotal(FormFiller filler, FormTable table, FormRow row, LabelZone zone, List<FigureToken> six)
    {
        filler.Saw(ObservationKind.RowLabel, zone.Printed, zone.Place, $"t3.{row.Key}");
        var first = table.IndexOf(row.Key, table.Columns[0].Key);
        for (var c = 0; c < six.Count; c++)
            filler.Cells[first + c] = six[c].ToCell(filler.Recognised);
        filler.Unreadable(first + six.Count, 1, "", zone.Place, "表中没有总计列");
    }

    private static int Figures(LabelZone zone) => zone.Tokens.Count(token => !token.IsText && token.State != CellState.Blank);

    private static void ReadRow(FormFiller filler, FormTable table, FormRow row, LabelZone zone, LabelZone? group, ColumnLayout layout, bool runTogether, int few)
    {
        var first = table.IndexOf(row.Key, table.Columns[0].Key);
        filler.Saw(ObservationKind.RowLabel, zone.Printed, zone.Place, $"t3.{row.Key}");
        var tokens = few > 0 ? [.. zone.Tokens.Where(token => token.IsFigure)] : RowFigures.Pick(zone, Columns, layout);

        if (group is not null && Figures(group) > 0)
        {
            var onGroup = RowFigures.Pick(group, Columns, layout);
            filler.Saw(ObservationKind.GroupLineFigures, string.Join(' ', onGroup.Select(token => token.Raw)), group.Place, $"t3.{group.Key}");
            if (onGroup.Count == Columns && tokens.All(token => token.State == CellState.Blank))
            {
                for (var c = 0; c < Columns; c++)
                {
                    filler.Cells[first + c] = onGroup[c].ToCell(filler.Recognised) with
                    {
                        State = onGroup[c].IsFigure ? CellState.Recovered : onGroup[c].State,
                        Note = $"该数印在“{group.Printed}”分组行上，按其下第一项读取",
                    };
                }

                return;
            }
        }

        if (tokens.Count == Columns && !tokens.Any(token => token.IsText))
        {
            for (var c = 0; c < Columns; c++)
                filler.Cells[first + c] = tokens[c].ToCell(filler.Recognised);
            return;
        }

        var raw = string.Join(' ', tokens.Select(token => token.Raw));
        if (LooksRunTogether(tokens))
        {
            if (tokens.Count > 1 || runTogether)
                Split(filler, first, tokens, raw);
            else
                filler.Ambiguous(first, Columns, null, raw, zone.Place, $"该行应有 7 个数，只读到“{raw}”：可能是一个数，也可能是几个数连写");
            return;
        }

        if (tokens.Any(token => !token.IsText && token.State != CellState.Blank))
            filler.Saw(ObservationKind.WrongNumberOfFigures, raw, zone.Place, $"t3.{row.Key}");
        Odd(filler, first, tokens, raw, zone, mayInsert: few == 0);
    }

    /// <summary>A whole row of figures behind a label that the form does not know.</summary>
    private static void Strangers(FormFiller filler, LabelZone zone)
    {
        if (!zone.Tokens.Any(token => token.IsText))
            return;
        foreach (var row in zone.Tokens.Where(token => token.IsCell && token.Row != zone.Row).GroupBy(token => token.Row))
        {
            if (row.FirstOrDefault(token => token.IsText && Normal.HanOnly(token.Raw).Length > 2) is { } label && row.Count(token => token.IsFigure) == Columns)
                filler.Saw(ObservationKind.UnknownRow, label.Raw, label.Place, "t3");
        }
    }

    /// <summary>One string of digits for all cells, or strings that begin with a nought and go on, as no figure does.</summary>
    private static bool LooksRunTogether(IReadOnlyList<FigureToken> tokens) =>
        tokens.Count is > 0 and < Columns && tokens.All(token => token.Digits is not null) && tokens.Sum(token => token.Digits!.Length) >= Columns
        && (tokens.Count == 1 || tokens.Any(token => token.Digits!.Length > 1 && token.Digits[0] == '0'));

    /// <summary>Digits run together: every reading whose six classes add up to the total.</summary>
    private static void Split(FormFiller filler, int first, IReadOnlyList<FigureToken> tokens, string raw)
    {
        var place = tokens[0].Place;
        var readings = RunTogether.Readings([.. tokens.Select(token => token.Digits!)], Columns, RunTogether.RowAddsUp);
        switch (readings)
        {
            case { Count: 1 }:
                filler.Recovered(first, readings[0], raw, place, $"各列数字连写为“{raw}”，只有一种拆分使六类申请人之和等于总计");
                break;
            case { Count: > 1 }:
                filler.Ambiguous(first, Columns, readings, raw, place, $"各列数字连写为“{raw}”，有 {readings.Count} 种拆分都能使六类申请人之和等于总计");
                filler.Undecided[first] = readings;
                break;
            case { Count: 0 }:
                filler.Unreadable(first, Columns, raw, place, $"各列数字连写为“{raw}”，没有一种拆分能使六类申请人之和等于总计");
                break;
            default:
                filler.Ambiguous(first, Columns, null, raw, place, $"各列数字连写为“{raw}”，拆分方式过多");
                break;
        }
    }

    /// <summary>Too few or too many figures: each cell could be this or that; nothing is guessed.</summary>
    private static void Odd(FormFiller filler, int first, IReadOnlyList<FigureToken> tokens, string raw, LabelZone zone, bool mayInsert)
    {
        var figures = tokens.Where(token => token.IsFigure).Select(token => token.Value!.Value).ToArray();
        if (figures.Length == 0)
        {
            filler.Unreadable(first, Columns, raw, zone.Place, "该行没有读到数字");
            return;
        }

        if (figures.Length < Columns)
        {
            // Either empty cells were dropped, or, outside a table, some figures ran together.
            var readings = Insertions(figures).Where(reading => RunTogether.RowAddsUp(reading, Columns)).ToList();
            if (tokens.All(token => token is { IsCell: false, Digits: not null }))
                readings.AddRange(RunTogether.Readings([.. tokens.Select(token => token.Digits!)], Columns, RunTogether.RowAddsUp) ?? []);
            readings = [.. readings.DistinctBy(reading => string.Join(',', reading)).Take(RunTogether.MostReadings)];
            filler.Ambiguous(first, Columns, mayInsert && readings.Count > 1 ? readings : null, raw, zone.Place, $"该行应有 7 个数，只读到 {figures.Length} 个（{raw}），无法确定各属哪一列");
            if (readings.Count > 0 && mayInsert)
                filler.Undecided[first] = readings;
            return;
        }

        filler.Unreadable(first, Columns, raw, zone.Place, $"该行应有 7 个数，读到 {figures.Length} 个（{raw}）");
    }

    /// <summary>Every way to put the figures into seven columns in their order, empty cells counting as 0; the last figure is the total.</summary>
    private static IEnumerable<decimal[]> Insertions(decimal[] figures)
    {
        var seen = new HashSet<string>();
        for (var mask = 0; mask < 1 << Columns; mask++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)mask) != figures.Length)
                continue;
            var reading = new decimal[Columns];
            var f = 0;
            for (var c = 0; c < Columns; c++)
                reading[c] = (mask >> c & 1) == 1 ? figures[f++] : 0;
            if (seen.Add(string.Join(',', reading)))
                yield return reading;
        }
    }
}
