using System.Globalization;

namespace Gongkai.AnnualReports.Reading;

/// <summary>折行的数字: in a narrow cell of a page a long figure goes on below (688.9 / 3); its end is not a figure of its own.</summary>
internal static class BrokenFigures
{
    /// <summary>Points by which the middles of both parts may stand apart, when the text is set in the middle of the cell; the same as a digit or two.</summary>
    private const double SameCell = 10;

    /// <summary>A row torn by the end of a page goes on in this part of the next.</summary>
    private const double TopOfPage = 130;

    public static IReadOnlyList<LabelZone> Join(IReadOnlyList<LabelZone> zones, Func<LabelZone, int> count) =>
        zones.Any(zone => zone.Tokens.Any(token => token.Height is not null)) ? [.. zones.Select(zone => zone with { Tokens = Join(zone.Tokens, count(zone)) })] : zones;

    /// <summary>Joins each line of such ends with the line above; a line of as many figures as the row has cells is a row.</summary>
    public static IReadOnlyList<FigureToken> Join(IReadOnlyList<FigureToken> tokens, int count)
    {
        var lines = tokens.GroupBy(token => token.Row).Select(line => line.ToList()).ToList();
        for (var l = lines.Count - 1; l > 0; l--)
        {
            var (above, below) = (lines[l - 1], lines[l]);
            if (below.Count >= Math.Max(2, count) || below.Count > above.Count || above.Count > count)
                continue;
            var heads = below.ConvertAll(end => above.FindIndex(head => IsBrokenAt(head, end)));
            if (heads.Contains(-1) || heads.Distinct().Count() < heads.Count)
                continue;
            for (var e = 0; e < below.Count; e++)
                above[heads[e]] = Whole(above[heads[e]], below[e]);
            lines.RemoveAt(l);
        }

        return [.. lines.SelectMany(line => line)];
    }

    private static bool IsBrokenAt(FigureToken head, FigureToken end) =>
        head is { IsFigure: true, X: not null, Height: var (top, bottom) } && end is { Digits: not null, X: not null, Height: var (next, _) }
        && head.Raw.Length >= 3 && head.Raw.Length >= end.Raw.Length && Math.Abs(head.X.Value - end.X.Value) <= SameCell
        && (end.Place.Page == head.Place.Page ? next > top && next - bottom < (bottom - top) * 0.7 : end.Place.Page == head.Place.Page + 1 && next < TopOfPage && bottom > 3 * TopOfPage);

    private static FigureToken Whole(FigureToken head, FigureToken end)
    {
        var raw = head.Raw + (head.EndsInPoint ? "." : "") + end.Raw;
        return decimal.TryParse(raw, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? head with { Raw = raw, Value = value, Digits = head.Digits is null || head.EndsInPoint ? null : raw, Unit = end.Unit }
            : head with { State = CellState.Missing, Value = null, Raw = raw, Digits = null };
    }
}
