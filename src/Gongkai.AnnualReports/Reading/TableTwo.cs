using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading;

/// <summary>表二: 主动公开政府信息情况, one sub-table for each item of article 20.</summary>
internal static class TableTwo
{
    /// <summary>Reads the sub-tables between two segments; returns the segment in which the first starts, or -1.</summary>
    public static int Read(IReadOnlyList<Segment> segments, int from, int to, FormFiller filler)
    {
        var zones = BrokenFigures.Join(TableZones.Cut(segments, from, to, FormTargets.Of(filler.Form).Two, filler.Recognised),
            zone => zone.Kind == LabelKind.Row ? zone.Target.Table!.Columns.Count : 1);
        if (!zones.Any(zone => zone.Kind == LabelKind.Row))
            return -1;

        var layouts = filler.Form.Tables.Where(table => table.Section == "s2").Select(table => table.Columns.Count).Distinct().ToDictionary(count => count, count => new ColumnLayout(
            zones.Where(zone => zone.Kind == LabelKind.Row && zone.Target.Table!.Columns.Count == count), count, Headers(zones, segments, count)));
        // A label on a page, with every figure of the page in its own row: the cell is printed empty.
        var surplus = zones.Any(zone => zone.Kind == LabelKind.Row && zone.Tokens.Count(token => !token.IsText) > zone.Target.Table!.Columns.Count);
        bool IsEmptyOnPage(LabelZone zone) => !surplus && !filler.Recognised && zone.Tokens.Count == 0 && segments[zone.Start.Segment].Words.Count > 0;
        var runTogether = RunTogether.Shows(zones);
        var started = -1;
        var amountUnit = "";
        foreach (var zone in zones.Where(zone => zone.Kind != LabelKind.Head))
        {
            var table = zone.Target.Table!;
            switch (zone.Kind)
            {
                case LabelKind.Caption:
                    filler.Saw(ObservationKind.SubTable, zone.Printed, zone.Place, table.Key);
                    started = started < 0 ? zone.Start.Segment : started;
                    break;
                case LabelKind.Column:
                    filler.Saw(ObservationKind.ColumnLabel, zone.Printed, zone.Place, $"{table.Key}.*.{zone.Key}");
                    started = started < 0 ? zone.Start.Segment : started;
                    amountUnit = HeaderUnit(segments[zone.Start.Segment].Text);
                    break;
                default:
                    filler.Saw(ObservationKind.RowLabel, zone.Printed, zone.Place, $"{table.Key}.{zone.Key}");
                    if (IsEmptyOnPage(zone))
                        filler.Blank(table.IndexOf(zone.Key, table.Columns[0].Key), table.Columns.Count, zone.Place);
                    else
                        ReadRow(filler, table, table.Row(zone.Key), zone, amountUnit, layouts[table.Columns.Count], runTogether);
                    started = started < 0 ? zone.Start.Segment : started;
                    break;
            }
        }

        return started;
    }

    /// <summary>Header cells of each sub-table with so many columns.</summary>
    private static IEnumerable<IReadOnlyList<Segment>> Headers(IReadOnlyList<LabelZone> zones, IReadOnlyList<Segment> segments, int count) =>
        zones.Where(zone => zone.Kind == LabelKind.Column).GroupBy(zone => zone.Target.Table)
            .Select(header => header.Select(zone => segments[zone.Start.Segment]).ToList()).Where(header => header.Count == count);

    /// <summary>The unit a column header names: 采购总金额（万元）.</summary>
    private static string HeaderUnit(string text) => text.Contains("万元", StringComparison.Ordinal) ? "万元" : text.Contains('元', StringComparison.Ordinal) ? "元" : "";

    private static void ReadRow(FormFiller filler, FormTable table, FormRow row, LabelZone zone, string headerUnit, ColumnLayout layout, bool runTogether)
    {
        var count = table.Columns.Count;
        var first = table.IndexOf(row.Key, table.Columns[0].Key);
        var tokens = RowFigures.Pick(zone, count, layout);
        if (tokens.Count > count && tokens.All(token => token.State == CellState.Blank))
            tokens = [.. tokens.Take(count)];
        if (tokens.Count > count)
        {
            // Text before the table of the next item may follow the last row; the figures come first.
            var figures = tokens.Where(token => token.Row == tokens[0].Row).ToList();
            if (figures.Count >= count)
                tokens = [.. figures.Take(count)];
        }

        var raw = string.Join(' ', tokens.Select(token => token.Raw));
        if (tokens.Count == count && !tokens.Any(token => token.IsText))
        {
            for (var c = 0; c < count; c++)
                filler.Cells[first + c] = InUnit(tokens[c].ToCell(filler.Recognised), tokens[c].Unit, table.Columns[c], headerUnit);
            return;
        }

        if (tokens.Count is > 0 && tokens.Count < count && tokens.All(token => token.Digits is not null) && tokens.Sum(token => token.Digits!.Length) >= count)
        {
            var place = tokens[0].Place;

            // Several plain figures: a cell between them may as well be empty, so no reading is the only one.
            if (tokens.Count > 1 ? !tokens.Any(token => token.Digits!.Length > 1 && token.Digits[0] == '0') : !runTogether)
            {
                filler.Ambiguous(first, count, null, raw, place, $"该行应有 {count} 个数，只读到 {tokens.Count} 个（{raw}），无法确定各属哪一列");
                return;
            }

            var readings = RunTogether.Readings([.. tokens.Select(token => token.Digits!)], count, static (_, _) => true);
            if (readings is { Count: 1 })
            {
                filler.Recovered(first, readings[0], raw, place, $"各列数字连写为“{raw}”，只有一种拆分");
            }
            else
            {
                filler.Ambiguous(first, count, readings, raw, place, $"各列数字连写为“{raw}”，有多种拆分方式");
                if (readings is { Count: > 1 })
                    filler.Undecided[first] = readings;
            }

            return;
        }

        if (tokens.Any(token => !token.IsText && token.State != CellState.Blank))
            filler.Saw(ObservationKind.WrongNumberOfFigures, raw, zone.Place, $"{table.Key}.{row.Key}");
        filler.Unreadable(first, count, raw, zone.Place, tokens.Count == 0 ? "该行没有读到数字" : $"该行应有 {count} 个数，读到 {tokens.Count} 个（{raw}）");
    }

    /// <summary>Amounts are kept in the unit of the form: 采购总金额 in yuan, 收费金额 in 万元, whatever unit the cell names.</summary>
    private static Cell InUnit(Cell cell, string unit, FormColumn column, string headerUnit)
    {
        if (cell.Value is not { } value || !column.Decimals)
            return cell;
        var printed = unit.Length > 0 ? unit : column.Key == "procurement_amount" && headerUnit.Length > 0 ? headerUnit : column.Unit!;
        var inYuan = printed switch { "万元" => value * 10_000, "亿元" => value * 100_000_000, _ => value };
        return cell with { Value = column.Unit == "万元" ? printed == "万元" ? value : inYuan / 10_000 : inYuan };
    }
}
