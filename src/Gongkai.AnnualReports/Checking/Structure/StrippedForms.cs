using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>数字写法: units, thousands separators, full-width digits and plus signs were taken off; one hint per table says where.</summary>
public sealed class StrippedForms : ReportRule
{
    private const string Units = "件宗条个项次份元万";

    public override RuleDescriptor Descriptor { get; } = new("R013", "数字带有单位或者特殊写法", "Figures carry units or special forms", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        var kinds = CellKinds.Of(report.Form!);
        string? table = null;
        List<int>? cells = null;
        for (var i = 0; i < report.Cells.Length; i++)
        {
            ref readonly var cell = ref report[i];
            if (cell.State != CellState.Value || cell.Raw is not { } raw || kinds.IsAmount[i] || !IsSpecial(raw))
                continue;

            var own = Wording.Table(report.Form!.Cells[i].Table);
            if (own != table && cells is not null)
                (found ??= []).Add(Special(report, table!, cells));
            if (own != table)
                (table, cells) = (own, []);
            cells!.Add(i);
        }

        if (cells is not null)
            (found ??= []).Add(Special(report, table!, cells));
        return found ?? [];
    }

    private Diagnostic Special(Report report, string table, List<int> cells)
    {
        var raws = cells.Select(index => report[index].Raw!.Trim()).Distinct(StringComparer.Ordinal).ToList();
        return Fail(
            [.. cells.Select(index => report.Form!.Cells[index].Path)],
            $"{table}的{Wording.List(raws, show: 5)}已按 {string.Join("、", cells.Select(index => Wording.Figure(report[index].Value!.Value)).Distinct(StringComparer.Ordinal).Take(5))} 读取（单位、逗号、加号等不计）；只作记录，表中宜只写数字",
            report[cells[0]].Source);
    }

    /// <summary>True for a unit after the figure, a separator, a plus sign or full-width digits; blanks around a figure do not count.</summary>
    private static bool IsSpecial(string raw)
    {
        if (raw.Length == 1)
            return raw[0] is >= '０' and <= '９';
        var trimmed = raw.AsSpan().Trim();
        if (trimmed.Length == 0 || !trimmed.ContainsAnyInRange('0', '9') && !trimmed.ContainsAnyInRange('０', '９'))
            return false;
        foreach (var rune in trimmed)
        {
            if (rune is '+' or '＋' or ',' or '，' or (>= '０' and <= '９') || Units.Contains(rune))
                return true;
        }

        return false;
    }
}
