using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Publication;

/// <summary>联系方式和落款: the report says where to ask, and is not signed after it was published.</summary>
public sealed partial class ContactAndSignature : Rule
{
    public override RuleDescriptor Descriptor { get; } = new("R086", "缺少联系方式，或者落款晚于公布日期", "No contact data, or signed after publication", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Subject subject)
    {
        var report = subject.Report;
        if (report.Narrative.Sections.Count == 0)
        {
            yield return CannotTell(["lead"], "没有读到文字部分");
            yield break;
        }

        if (!report.Narrative.Sections.Any(section => section.Paragraphs.Any(paragraph => Contact().IsMatch(paragraph.Text))))
            yield return Fail(["lead"], "全文没有地址、电话或者电子邮箱，读者不知道向谁查询");

        if ((subject.Facts?.PublishedOn ?? report.PublishedOn) is not { } published)
            yield break;
        foreach (var section in report.Narrative.Sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                if (Signature.DateOf(paragraph.Text) is { } signed && signed > published)
                    yield return Fail([section.Key], $"落款日期是{signed:yyyy-MM-dd}，公布日期是{published:yyyy-MM-dd}", paragraph.PlaceAt(0) is { } place ? place with { Text = paragraph.Text.Trim() } : null);
            }
        }
    }

    /// <summary>A telephone number, an e-mail address, or the words that open an address.</summary>
    [GeneratedRegex("""(电话|热线|传真|联系方式)[^。；]{0,12}?[\d０-９]{3,}|(?<![\d０-９])[0０][\d０-９]{2,3}\s?[-—－–]\s?[\d０-９]{7,8}|(?<=[\w.-])[@＠][\w-]+\.\w+|(?<!网站|网页|网|IP|ip)(地址|地点)[:：为是在]|邮政编码|邮编""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Contact();
}
