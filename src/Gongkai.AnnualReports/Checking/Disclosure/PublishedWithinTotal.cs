using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Disclosure;

/// <summary>新公开与总数 (trial form): what was published in the year is part of what is public in all.</summary>
public sealed class PublishedWithinTotal : RelationRule
{
    public override RuleDescriptor Descriptor { get; } = new("R040", "本年新公开多于对外公开总数", "More published this year than is public in all", Severity.Error);

    protected override IEnumerable<Relation> In(Form form) =>
        from row in form["t2.art20_1"].Rows
        where form["t2.art20_1"].Has("public_total")
        select new Relation(
            Left: [form["t2.art20_1"].IndexOf(row.Key, "published_this_year")],
            Comparison.AtMost,
            Right: [form["t2.art20_1"].IndexOf(row.Key, "public_total")],
            At: [$"t2.art20_1.{row.Key}.public_total", $"t2.art20_1.{row.Key}.published_this_year"],
            Otherwise: (published, total) => $"{row.Label}，本年新公开 {Wording.Figure(published)} 件，对外公开总数量只有 {Wording.Figure(total)} 件；总数量应当包括历年公开的文件");
}
