using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>转换残留: marks that a converter left in the words people read.</summary>
public sealed partial class ConversionResidue : ReportRule
{
    /// <summary>Text without any of these has no residue; nearly all text has none.</summary>
    private static readonly SearchValues<char> s_signs = SearchValues.Create("[*&<_!！\uFFFD锟烫");

    private static readonly string[] s_fields = ["PAGEREF", "HYPERLINK", "EMBED"];

    public override RuleDescriptor Descriptor { get; } = new("R019", "文字中有转换残留的符号", "Residue of a conversion in the text", Severity.Info);

    public override bool AppliesTo(Subject subject) => true;

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        Dictionary<string, (string At, SourcePlace? Place, string Words, int Count)>? found = null;
        Look(report.Title, "title", _ => null);
        foreach (var section in report.Narrative.Sections)
        {
            Look(section.Heading, section.Key, _ => section.HeadingPlace);
            Look(section.Text, section.Key, match => section.PlaceAt(match.Index, match.Value));
        }

        return found is null
            ? []
            : found.Values.Select(mark => Fail([mark.At], $"文字中有“{mark.Words}”{(mark.Count > 1 ? $"等 {mark.Count} 处" : "")}，是转换格式时留下的，请删去", mark.Place));

        void Look(string? text, string at, Func<Match, SourcePlace?> place)
        {
            if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAny(s_signs) && !s_fields.Any(field => text.Contains(field, StringComparison.Ordinal)))
                return;
            foreach (Match match in Residue().Matches(text))
            {
                found ??= [];
                // One diagnostic for each kind of mark and section, at its first place.
                var key = $"{at} {Kind(match)}";
                found[key] = found.TryGetValue(key, out var seen) ? seen with { Count = seen.Count + 1 } : (at, place(match), match.Value, 1);
            }
        }
    }

    private static string Kind(Match match) => match.Groups.Values.Skip(1).First(group => group.Success).Name;

    [GeneratedRegex(
        """(?<bookmark>\[bookmark:[^\]\n]{0,40}\])|(?<bold>\*\*)|(?<entity>&(nbsp|lt|gt|amp|quot|ldquo|rdquo|middot|hellip|mdash|ensp|emsp|#\d{1,6});)|(?<broken>\uFFFD|锟斤拷|烫烫烫)|(?<field>Error! (Reference|Bookmark)[^。\n]{0,40}|错误[!！]\s?(未找到引用源|未定义书签)。?|PAGEREF\s\S{0,20}|HYPERLINK\s"[^"\n]{0,60}"?|\bEMBED\s\w{1,20}|_Toc\d{4,12})|(?<tag></?(p|br|div|span|font|strong|table|tbody|tr|td|th|img|a|b|o:p|style|script)(\s[^<>\n]{0,200})?/?>|<!--)""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Residue();
}
