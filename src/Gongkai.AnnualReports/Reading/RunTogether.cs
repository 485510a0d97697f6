namespace Gongkai.AnnualReports.Reading;

/// <summary>连写数字: cells printed without anything between them ("713000074" is 71 3 0 0 0 0 74). Split only as arithmetic allows.</summary>
internal static class RunTogether
{
    /// <summary>More readings than this are as good as none.</summary>
    public const int MostReadings = 64;

    /// <summary>Work limit: partial readings looked at.</summary>
    private const int MostSteps = 200_000;

    /// <summary>
    /// True when some row shows that cells were printed without anything between them: no figure begins with a nought and goes on.
    /// Without that sign a lone figure in a row is a figure whose neighbours are empty as likely as several in one.
    /// </summary>
    public static bool Shows(IEnumerable<LabelZone> zones) =>
        zones.Any(zone => zone.Tokens.Any(token => token.Digits is { Length: > 1 } digits && digits[0] == '0'));

    /// <summary>
    /// Every way to read <paramref name="runs"/> (digit strings whose own borders are certain) as <paramref name="count"/> figures without
    /// leading zeros such that <paramref name="holds"/> accepts every prefix (it gets the figures so far).
    /// </summary>
    /// <returns>The readings; empty when there is none; null when there are too many to list.</returns>
    public static IReadOnlyList<decimal[]>? Readings(IReadOnlyList<string> runs, int count, Func<decimal[], int, bool> holds)
    {
        var found = new List<decimal[]>();
        var figures = new decimal[count];
        var steps = 0;
        var overflow = false;
        Walk(0, 0, 0);
        return overflow ? null : found;

        void Walk(int run, int offset, int filled)
        {
            if (overflow || ++steps > MostSteps)
            {
                overflow = true;
                return;
            }

            if (run == runs.Count)
            {
                if (filled == count)
                {
                    if (found.Count == MostReadings)
                        overflow = true;
                    else
                        found.Add([.. figures]);
                }

                return;
            }

            if (filled == count)
                return;
            var digits = runs[run];
            var longest = digits[offset] == '0' ? 1 : Math.Min(12, digits.Length - offset);
            for (var length = 1; length <= longest; length++)
            {
                figures[filled] = long.Parse(digits.AsSpan(offset, length), System.Globalization.CultureInfo.InvariantCulture);
                if (!holds(figures, filled + 1))
                    continue;
                var end = offset + length;
                Walk(end == digits.Length ? run + 1 : run, end == digits.Length ? 0 : end, filled + 1);
            }
        }
    }

    /// <summary>六列之和等于总计: the last of seven figures is the sum of the six before.</summary>
    public static bool RowAddsUp(decimal[] figures, int filled) =>
        filled < 7 || figures[0] + figures[1] + figures[2] + figures[3] + figures[4] + figures[5] == figures[6];

    /// <summary>表四: in each block of five the last is the sum of the four before.</summary>
    public static bool BlocksAddUp(decimal[] figures, int filled)
    {
        if (filled % 5 != 0)
            return true;
        var last = filled - 1;
        return figures[last - 4] + figures[last - 3] + figures[last - 2] + figures[last - 1] == figures[last];
    }
}
