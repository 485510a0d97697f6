namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 文字佐证: digits run together in 表二, where no arithmetic helps, are split only when figures of the running text leave exactly one reading.
/// </summary>
internal static class ByText
{
    public static void Resolve(FormFiller filler, IReadOnlyList<Claim> claims)
    {
        foreach (var (first, readings) in filler.Undecided.Where(pair => filler.Form.Cells[pair.Key].Table.Section == "s2").ToList())
        {
            var named = new List<(int Column, decimal Figure, string Text)>();
            for (var c = 0; c < readings[0].Length; c++)
            {
                var path = filler.Form.Cells[first + c].Path;
                named.AddRange(claims.Where(claim => !claim.IsApproximate && claim.Counts == path).Select(claim => (c, claim.Figure, claim.Text)));
            }

            var left = readings.Where(reading => named.TrueForAll(claim => reading[claim.Column] == claim.Figure)).ToList();
            if (named.Count == 0 || left.Count != 1)
                continue;
            var cell = filler.Cells[first];
            filler.Recovered(first, left[0], cell.Raw ?? "", cell.Source, $"{cell.Note}，按文中“{string.Join("、", named.Select(claim => claim.Text.Trim()).Distinct().Take(2))}”只有一种读法成立");
            filler.Undecided.Remove(first);
        }
    }
}
