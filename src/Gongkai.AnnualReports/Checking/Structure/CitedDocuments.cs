using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>引用文件: the documents every report cites go by their right name and number, and the national office by its name.</summary>
public sealed partial class CitedDocuments : ReportRule
{
    private const string Office = "政府信息与政务公开办公室";

    public override RuleDescriptor Descriptor { get; } = new("R020", "引用文件的名称或者文号有误", "A cited document has the wrong name or number", Severity.Warning);

    public override bool AppliesTo(Subject subject) => subject.Report.Narrative.Sections.Count > 0;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        foreach (var section in report.Narrative.Sections)
        {
            var text = section.Text;
            foreach (Match office in OfficeName().Matches(text))
            {
                var name = office.Groups["name"].Value;
                if (Tight(name) != Office)
                    (found ??= []).Add(Fail([section.Key], $"“国务院办公厅{name}”应为“国务院办公厅{Office}”", section.PlaceAt(office.Groups["name"].Index, name), suggestion: $"改为“国务院办公厅{Office}”"));
            }

            foreach (Match cited in Number().Matches(text))
            {
                if (TitleBefore(text, cited.Index) is { } title && Wrong(Canonical(cited), Tight(text[title.Start..title.End])) is { } wrong)
                    (found ??= []).Add(Fail([section.Key], wrong.Message, section.PlaceAt(title.Start, text[title.Start..title.End]), suggestion: wrong.Suggestion));
            }
        }

        return found ?? [];
    }

    private static (string Message, string Suggestion)? Wrong(string number, string title)
    {
        if (KnownDocument.All.FirstOrDefault(known => known.Number == number) is { } own)
        {
            return title.Contains(own.Core, StringComparison.Ordinal)
                ? null
                : ($"{number}的名称是《{own.Title}》，文中写作《{title}》", $"改为《{own.Title}》");
        }

        // A decree is the Regulation's own only under its whole name; other documents mention it in their titles.
        var meant = KnownDocument.All.FirstOrDefault(known => !known.Shared && (number.StartsWith("国务院令", StringComparison.Ordinal)
            ? known.Number.StartsWith("国务院令", StringComparison.Ordinal) && (title == known.Title || title == known.Core)
            : !known.Number.StartsWith("国务院令", StringComparison.Ordinal) && title.Contains(known.Core, StringComparison.Ordinal)));
        return meant is null ? null : ($"《{title}》的文号是{meant.Number}，文中写作{number}", $"改为{meant.Number}");
    }

    private static string Canonical(Match cited) =>
        cited.Groups["decree"].Success ? $"国务院令第{cited.Groups["decree"].Value}号" : $"{cited.Groups["series"].Value}〔{cited.Groups["year"].Value}〕{cited.Groups["number"].Value}号";

    /// <summary>The words in 《》 directly before the bracket that holds a number, inner brackets counted.</summary>
    private static (int Start, int End)? TitleBefore(string text, int number)
    {
        var at = number - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '（' or '('))
            at--;
        if (at < 0 || text[at] != '》')
            return null;

        var depth = 0;
        for (var start = at; start >= 0; start--)
        {
            if (text[start] == '》')
                depth++;
            else if (text[start] == '《' && --depth == 0)
                return (start + 1, at);
        }

        return null;
    }

    private static string Tight(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("国务院办公厅(?<name>政[^，。；、《》（）]{1,16}?公开办公室)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OfficeName();

    [GeneratedRegex("""(国务院令|国令|国务院)\s{0,3}第?\s{0,3}(?<decree>\d{3})\s{0,3}号|(?<series>国办公开办函|国办函|国办发)\s{0,3}[〔\[［【（(]\s{0,3}(?<year>20\d{2})\s{0,3}[〕\]］】）)]\s{0,3}(?<number>\d{1,4})\s{0,3}号""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Number();
}
