namespace Gongkai.AnnualReports.Reading;

/// <summary>一行的数: picks, from the tokens in a label's zone, exactly as many as the row has columns, or says that it cannot.</summary>
internal static class RowFigures
{
    /// <summary>Picks the tokens of a row.</summary>
    /// <param name="zone">The label with its zone.</param>
    /// <param name="count">Columns of the row.</param>
    /// <param name="layout">Where the values of full rows stood, in the same table.</param>
    /// <returns>Exactly <paramref name="count"/> tokens, or fewer or more when they cannot be told apart.</returns>
    public static IReadOnlyList<FigureToken> Pick(LabelZone zone, int count, ColumnLayout layout)
    {
        if (IsPlain(zone, count))
            return zone.Tokens;
        var own = zone.OwnRow.ToList();
        if (own.Count > 0 && own.Any(token => !token.IsText && token.State != CellState.Blank) | own.Count >= count)
        {
            var picked = FromCells(own, zone.Table, count, layout);
            if (picked.Any(token => token.State != CellState.Blank))
                return picked;

            // The label's row is empty: the figures may stand on the next one.
            var elsewhere = WholeRows(zone.Tokens.Where(token => token.Row != zone.Row), count);
            return elsewhere ?? picked;
        }

        var all = zone.Tokens.Where(token => !token.IsText && (!token.IsCell || token.State != CellState.Blank)).ToList();
        if (all.Count == count)
            return all;
        if (all.Count > count && WholeRows(all, count) is { } row)
            return row;
        if (all.Count < count && layout.Place(all, count) is { } placed)
            return placed;
        // One cell per line, blanks kept: the first so many cells after the label.
        var withBlanks = zone.Tokens.Where(token => !token.IsText).ToList();
        return all.Count < count && withBlanks.Count == count ? withBlanks : all;
    }

    /// <summary>As many figures as columns and nothing else, in the label's own row of a grid or in plain lines: nearly every row of nearly every report.</summary>
    private static bool IsPlain(LabelZone zone, int count)
    {
        if (zone.Tokens.Count != count || count == 0)
            return false;
        var inGrid = zone.Tokens[0].IsCell;
        foreach (var token in zone.Tokens)
        {
            if (token.IsText || token.State == CellState.Blank || token.IsCell != inGrid || (inGrid && token.Row != zone.Row))
                return false;
        }

        return true;
    }

    /// <summary>The only line or table row with exactly the right number of figures.</summary>
    private static List<FigureToken>? WholeRows(IEnumerable<FigureToken> tokens, int count)
    {
        var rows = tokens.Where(token => !token.IsText).GroupBy(token => token.Row)
            .Select(row => row.Where(token => token.State != CellState.Blank).ToList())
            .Where(row => row.Count == count).ToList();
        return rows.Count > 0 ? rows[0] : null;
    }

    private static List<FigureToken> FromCells(List<FigureToken> own, int table, int count, ColumnLayout layout)
    {
        // Foreign text at the start is the rest of the label.
        while (own.Count > count && own[0].IsText)
            own.RemoveAt(0);
        var ragged = own.Count > 0 && own[0].Column < 0;
        if (own.Count == count && (!ragged || !own.Exists(token => token.State == CellState.Blank) || own.TrueForAll(token => token.State == CellState.Blank)))
            return own;
        if (ragged && layout.FromTheRight(own, table, count) is { } fromTheRight)
            return fromTheRight;
        if (own.Count == count && layout.IsEmpty)
            return own;

        if (layout.InColumns(own, table, count) is { } placed)
            return placed;

        var figures = own.Where(token => !token.IsText && token.State != CellState.Blank).ToList();
        if (own.Count > count)
        {
            if (figures.Count == count)
                return figures;

            // In a slipped row nobody knows which empty cell is a blank and which a merged label.
            if (ragged && figures.Count > 0 && !layout.IsEmpty)
                return figures;

            // Surplus blanks are merged cells: after the label, or behind the last column, as in the full rows of the table.
            var trailing = Math.Min(layout.TrailingBlanks(table), own.Count - count);
            while (trailing-- > 0 && own[^1].State == CellState.Blank)
                own.RemoveAt(own.Count - 1);
            while (own.Count > count && own[0].State == CellState.Blank)
                own.RemoveAt(0);
            while (own.Count > count && own[^1].State == CellState.Blank)
                own.RemoveAt(own.Count - 1);
            return own;
        }

        // Merged cells: one word or blank over several columns speaks for each.
        if (own.Sum(token => token.ColumnSpan) == count && own.All(token => !token.IsFigure || token.ColumnSpan == 1))
            return [.. own.SelectMany(token => Enumerable.Repeat(token, token.ColumnSpan))];
        return own.Count(token => token.State == CellState.Blank) == own.Count ? own : figures;
    }
}
