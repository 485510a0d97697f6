using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>格式版本: the report follows one edition, and the one meant for its year.</summary>
public sealed class EditionOfYear : StructureRule
{
    private const int FirstUniformYear = 2019;

    public override RuleDescriptor Descriptor { get; } = new("R002", "格式版本不符", "Editions are mixed, or the edition is not the one for the year", Severity.Error);

    public override bool AppliesTo(Subject subject) => true;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (report.Form is not { } form)
        {
            yield return CannotTell(["edition"], report.Year < FirstUniformYear
                ? $"{report.Year}年度的报告适用以前的统计表，不在统一格式的检查范围内"
                : "没有认出2019年试行格式或者2021年格式的表格；表格如为图片，请换成文字后再查");
            yield break;
        }

        var other = Form.All.First(edition => edition != form);
        var signs = report.Observations.Where(seen => seen.Kind == ObservationKind.OtherEdition).ToList();
        if (signs.Count > 0)
        {
            yield return Fail(
                ["edition", .. signs.Select(sign => sign.At).OfType<string>()],
                $"表格按{form.Name}填写，却有{other.Name}的{Wording.List([.. signs.Select(sign => sign.Text.Trim()).Distinct(StringComparer.Ordinal)], show: 4)}；请统一使用{NoticeFor(report, form)}所附格式",
                signs[0].Place,
                SeverityFor(report));
        }

        if (Requests.RequestTable.PrintsOtherHandlingAsOneRow(report))
        {
            yield return Fail(
                ["t3.other_handling"],
                $"表二按{form.Name}填写，表三“（六）其他处理”却按{other.Name}印成一行；请改为三行",
                report["t3.other_handling.total"].Source,
                SeverityFor(report));
        }

        if (report.Year is { } year && !form.IsMeantFor(year))
        {
            yield return Fail(
                ["edition"],
                $"{year}年度的报告应当使用{Form.OfYear(year)?.Notice ?? "当年有效的格式"}所附格式，现在用的是{form.Name}",
                severity: Severity.Warning);
        }
    }

    private static string NoticeFor(Report report, Form form) => (report.Year is { } year ? Form.OfYear(year) : null)?.Notice ?? form.Notice;
}
