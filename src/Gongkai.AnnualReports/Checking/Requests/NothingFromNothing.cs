using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Requests;

/// <summary>无收无办: where nothing was received and nothing carried in, nothing can have been handled or carried out.</summary>
public sealed class NothingFromNothing : ReportRule
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Form, Column[]> _bound = [];

    public override RuleDescriptor Descriptor { get; } = new("R025", "没有申请却有办理结果", "Outcomes in a column without any request", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        List<Column>? unknown = null;
        foreach (var column in _bound.GetValue(report.Form!, Bind))
        {
            if (Sums.TryWhole(report.Whole, column.Came, out var quick) && quick != 0)
                continue;
            if (Sums.Of(report, column.Came) is not { } came)
            {
                (unknown ??= []).Add(column);
                continue;
            }

            if (came != 0)
                continue;

            var (offends, isUnknown) = Look(report, column);
            if (offends)
                (found ??= []).Add(Offence(report, column, [.. column.Others.Where(index => report[index].Value is not (null or 0))]));
            else if (isUnknown)
                (unknown ??= []).Add(column);
        }

        if (unknown is not null)
        {
            int[] cells = [.. unknown.SelectMany(column => column.Came.Concat(column.Others)).Where(index => IsUnknown(report, index)).Distinct()];
            (found ??= []).Add(CannotTell([.. unknown.Select(column => $"t3.received_new.{column.Key}")], Sums.WhyNot(report, cells)));
        }

        return found ?? [];
    }

    private static (bool Offends, bool IsUnknown) Look(Report report, Column column)
    {
        var unknown = false;
        foreach (var index in column.Others)
        {
            if (report.Whole[index] == 0)
                continue;
            ref readonly var cell = ref report[index];
            if (cell.Value is { } value && value != 0)
                return (true, false);
            unknown |= cell.State != CellState.Value && IsUnknown(report, index);
        }

        return (false, unknown);
    }

    private Diagnostic Offence(Report report, Column column, int[] offending)
    {
        // Where （七）总计 and 结转 are 0 too, the balance holds and R022 already names the error; here it is only a hint at the column.
        var balanced = Sums.Of(report, column.Went) == 0;
        var named = Wording.List([.. offending.Select(index => $"{Wording.Name(report.Form!.Cells[index].Row)} {Wording.Figure(report[index].Value!.Value)} 件")]);
        return Fail(
            [.. offending.Select(index => report.Form!.Cells[index].Path)],
            $"{column.Label}一列新收和上年结转都是 0，却有{named}；请核对是否填错列，或者漏填新收、上年结转",
            report[offending[0]].Source,
            balanced ? Severity.Warning : null);
    }

    private static bool IsUnknown(Report report, int index) =>
        report[index].State != CellState.Absent
        && !Sums.IsUsable(report, index)
        && !(RequestTable.IsPartOfOtherHandling(report.Form!.Cells[index].Row) && RequestTable.PrintsOtherHandlingAsOneRow(report));

    private static Column[] Bind(Form form)
    {
        var t3 = form["t3"];
        return
        [
            .. t3.Columns.Select(column => new Column(
                column.Key,
                column.Label,
                Came: [t3.IndexOf("received_new", column.Key), t3.IndexOf("carried_in", column.Key)],
                Others: [.. t3.Rows.Where(row => row.Key is not ("received_new" or "carried_in")).Select(row => t3.IndexOf(row.Key, column.Key))],
                Went: [t3.IndexOf("handled_total", column.Key), t3.IndexOf("carried_out", column.Key)])),
        ];
    }

    private sealed record Column(string Key, string Label, int[] Came, int[] Others, int[] Went);
}
