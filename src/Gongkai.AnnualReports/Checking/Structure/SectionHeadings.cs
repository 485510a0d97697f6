using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>六个标题: the six section headings stand there, in order, numbered 一 to 六.</summary>
public sealed class SectionHeadings : StructureRule
{
    private static readonly System.Buffers.SearchValues<char> s_numerals = System.Buffers.SearchValues.Create("一二三四五六七八九十");

    public override RuleDescriptor Descriptor { get; } = new("R001", "章节标题不全或者顺序、编号有误", "Section headings are missing, out of order or wrongly numbered", Severity.Error);

    /// <summary>Where nothing was observed, as in a report kept as data, there are no printed headings to speak of.</summary>
    public override bool AppliesTo(Subject subject) => base.AppliesTo(subject) && subject.Report.Observations.Count > 0;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        var sections = report.Form!.Sections;
        var headings = new Observation?[sections.Count];
        List<Diagnostic>? found = null;
        var last = -1;
        foreach (var seen in report.Observations)
        {
            if (seen.Kind != ObservationKind.SectionHeading || IndexOf(sections, seen.At) is not (>= 0 and var index) || headings[index] is not null)
                continue;

            headings[index] = seen;
            if (index < last)
                (found ??= []).Add(Fail([seen.At!], $"“{seen.Text.Trim()}”应当在“{Heading(sections[last])}”之前；请按格式的顺序排列", seen.Place, SeverityFor(report)));
            last = Math.Max(last, index);
        }

        for (var i = 0; i < sections.Count; i++)
        {
            if (headings[i] is null)
                (found ??= []).Add(Missing(report, sections, headings, ref i));
            else if (NumberOf(headings[i]!.Text) is { } number && number != sections[i].Number)
                (found ??= []).Add(Fail([sections[i].Key], $"“{headings[i]!.Text.Trim()}”的编号应为“{sections[i].Number}、”", headings[i]!.Place, SeverityFor(report)));
        }

        return found ?? [];
    }

    /// <summary>Neighbouring headings that are missing together make one diagnostic; its place is the next heading that is there.</summary>
    private Diagnostic Missing(Report report, IReadOnlyList<FormSection> sections, Observation?[] headings, ref int i)
    {
        var first = i;
        while (i + 1 < sections.Count && headings[i + 1] is null)
            i++;
        var missing = sections.Skip(first).Take(i - first + 1).ToList();
        var place = (headings.Skip(i + 1).FirstOrDefault(seen => seen is not null) ?? headings.Take(first).LastOrDefault(seen => seen is not null))?.Place;
        return Fail(
            [.. missing.Select(section => section.Key)],
            $"缺少标题“{string.Join("”“", missing.Select(Heading))}”；六个部分都要写，没有内容的也要保留标题",
            place,
            SeverityFor(report));
    }

    private static string Heading(FormSection section) => $"{section.Number}、{section.Label}";

    private static int IndexOf(IReadOnlyList<FormSection> sections, string? key)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Key == key)
                return i;
        }

        return -1;
    }

    /// <summary>The number before 、 in a heading; null when it has none (numbers made by the word processor are often lost on the way).</summary>
    private static string? NumberOf(string heading)
    {
        var start = heading.AsSpan().IndexOfAny(s_numerals);
        return start >= 0 && start + 1 < heading.Length && heading[start + 1] is '、' or '，' or ',' or '.' or '．' or ' ' && !heading.AsSpan(0, start).ContainsAnyInRange('\u4e00', '\u9fff')
            ? heading[start].ToString()
            : null;
    }
}
