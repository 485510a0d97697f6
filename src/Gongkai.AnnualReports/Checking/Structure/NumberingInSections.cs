namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>段落编号: numbering inside a section has no gap and no repeat.</summary>
public sealed class NumberingInSections : StructureRule
{
    private const int ShortHeading = 24;
    private static readonly string[] s_leadIns = ["以下", "如下", "下列", "下一步", "针对", "措施", "改进", "打算"];

    public override RuleDescriptor Descriptor { get; } = new("R003", "段落编号重复或者缺号", "Numbering inside a section repeats or skips", Severity.Info);

    public override IEnumerable<Diagnostic> Check(Report report)
    {
        List<Diagnostic>? found = null;
        foreach (var section in report.Narrative.Sections)
        {
            if (section.Key != "lead")
                Look(section, ref found);
        }

        return found ?? [];
    }

    private void Look(NarrativeSection section, ref List<Diagnostic>? found)
    {
        var last = new Step?[4];
        var offset = 0;
        for (var p = 0; p < section.Paragraphs.Count; p++)
        {
            var text = section.Paragraphs[p].Text;
            if (Enumeration.At(text) is { } own)
            {
                if (Wrong(section, own, last[own.Level]) is { } message)
                    (found ??= []).Add(Fail([section.Key], message, section.PlaceAt(offset, own.Printed)));
                last[own.Level] = new Step(own, p);
                // A higher number starts the lower ones afresh.
                for (var level = own.Level + 1; level < last.Length; level++)
                    last[level] = null;
            }
            else if (IsHeading(text))
            {
                // Below a heading of its own, numbering may start again.
                foreach (var step in last)
                    step?.Restart();
            }

            offset += text.Length + 1;
        }

        if (last[1] is { Own.Number: 1, IsRestarted: true } lonely && !lonely.Own.IsWrittenIn(section.Text, 2))
            (found ??= []).Add(Fail([section.Key], $"有“{lonely.Own.Printed}”而没有“{lonely.Own.Of(2)}”，后面的小标题缺编号", PlaceOf(section, lonely.Paragraph, lonely.Own.Printed)));
    }

    private static string? Wrong(NarrativeSection section, Enumeration own, Step? last)
    {
        if (last is null || last.IsRestarted && own.Number == 1)
            return own.Number == 1 || own.IsWrittenIn(section.Text, own.Number - 1) ? null : $"编号从“{own.Printed}”开始，缺“{own.Of(1)}”";
        if (own.Number == last.Own.Number + 1)
            return null;
        if (own.Number <= last.Own.Number)
            return own.Number == last.Own.Number ? $"编号“{own.Printed}”重复，应为“{own.Of(own.Number + 1)}”" : $"编号“{own.Printed}”排在“{last.Own.Printed}”之后，顺序有误";
        return own.IsWrittenIn(section.Text, own.Number - 1) ? null : $"编号从“{last.Own.Printed}”跳到“{own.Printed}”，缺“{own.Of(last.Own.Number + 1)}”";
    }

    /// <summary>A line that introduces what follows: short and without a full stop, or ending in a colon, or speaking of what comes next.</summary>
    private static bool IsHeading(string paragraph)
    {
        var text = paragraph.AsSpan().Trim();
        if (text.Length == 0)
            return false;
        return (text.Length <= ShortHeading && text[^1] is not ('。' or '；'))
            || text[^1] is '：' or ':'
            || (text.Length <= 4 * ShortHeading && s_leadIns.Any(word => paragraph.Contains(word, StringComparison.Ordinal)));
    }

    private static Gongkai.Formats.SourcePlace? PlaceOf(NarrativeSection section, int paragraph, string words)
    {
        var offset = 0;
        for (var p = 0; p < paragraph; p++)
            offset += section.Paragraphs[p].Text.Length + 1;
        return section.PlaceAt(offset, words);
    }

    private sealed record Step(Enumeration Own, int Paragraph)
    {
        public bool IsRestarted { get; private set; }

        public void Restart() => IsRestarted = true;
    }
}
