namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>个人信息和密级标志: neither an applicant's data nor a secret mark may stand in a published report.</summary>
public sealed class PersonalDataAndSecrets : ReportRule
{
    public override RuleDescriptor Descriptor { get; } = new("R087", "出现申请人个人信息或者密级标志", "Personal data of applicants or a secret mark in the text", Severity.Error);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        if (report.Narrative.Sections.Count == 0)
            yield return CannotTell(["lead"], "没有读到文字部分");

        foreach (var section in report.Narrative.Sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                foreach (var find in SensitiveText.In(paragraph.Text))
                {
                    // The place keeps line and page but not the words: a list of findings must not spread what it warns of.
                    var place = paragraph.PlaceAt(find.Offset) is { } source ? source with { Text = find.Masked } : null;
                    yield return Fail([section.Key], $"{find.What} {find.Masked}", place, find.IsCertain ? null : Severity.Warning);
                }
            }
        }
    }
}
