namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>对外公开总数量 (trial form): equal to what was made this year it probably leaves out the documents of earlier years.</summary>
public sealed class OlderDocumentsCounted : ReportRule
{
    private static readonly string[] s_rows = ["t2.art20_1.rules", "t2.art20_1.normative_documents"];

    public override RuleDescriptor Descriptor { get; } = new("R046", "对外公开总数可能漏计往年文件", "The total of public documents may leave out earlier years", Severity.Info);

    public override bool AppliesTo(Subject subject) => subject.Report.Form?.Find("t2.art20_1.rules.public_total") is not null;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        foreach (var row in s_rows)
        {
            var (path, issuedPath) = ($"{row}.public_total", $"{row}.issued_this_year");
            if (Sums.Of(report, path) is not { } total || Sums.Of(report, issuedPath) is not { } issued)
                yield return CannotTell([path, issuedPath], Sums.WhyNot(report, [report.Form!.IndexOf(path), report.Form.IndexOf(issuedPath)]));
            else if (total > 0 && total == issued)
                yield return FailAt(report, path, $"{report.Form!.Find(path)!.Row.Label}，对外公开总数量与本年新制作数量都是 {Wording.Figure(total)} 件；总数量应当包括往年公开、仍然对外公开的文件，请核对");
        }
    }
}
