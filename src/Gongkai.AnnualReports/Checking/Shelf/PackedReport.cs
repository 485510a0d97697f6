using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Shelf;

/// <summary>压缩存放的报告: a report as some kilobytes instead of a hundred, so that ten thousand can wait in memory for their neighbours.</summary>
internal static class PackedReport
{
    public static byte[] Pack(Report report)
    {
        using var pack = new PackWriter();
        pack.Text(report.Form?.Edition);
        foreach (ref readonly var cell in report.Cells)
            pack.Cell(cell);
        pack.Text(report.FileName);
        pack.Text(report.Organ);
        pack.Text(report.Title);
        pack.Text(report.Url);
        pack.Number(report.Year);
        pack.Number(report.PublishedOn?.DayNumber);
        pack.List(report.Notes, pack.Text);
        pack.List(report.Narrative.Sections, section =>
        {
            pack.Text(section.Key);
            pack.Text(section.Heading);
            pack.Place(section.HeadingPlace);
            pack.List(section.Paragraphs, paragraph =>
            {
                pack.Text(paragraph.Text);
                pack.List(paragraph.Lines, line =>
                {
                    pack.Number(line.Offset);
                    pack.Place(line.Place);
                });
            });
        });
        pack.List(report.Claims, claim =>
        {
            pack.Text(claim.Text);
            pack.Figure(claim.Figure);
            pack.Text(claim.Counts);
            pack.Place(claim.Source);
            pack.Number((claim.IsApproximate ? 1 : 0) + (claim.IsPartOnly ? 2 : 0));
            pack.Text(claim.Section);
            pack.Text(claim.Rule);
        });
        pack.List(report.Observations, seen =>
        {
            pack.Number((int)seen.Kind);
            pack.Text(seen.Text);
            pack.Place(seen.Place);
            pack.Text(seen.At);
        });
        return pack.ToArray();
    }

    public static Report Unpack(byte[] packed)
    {
        using var pack = new PackReader(packed);
        var form = Form.Of(pack.Text());
        var cells = new Cell[form?.Cells.Count ?? 0];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = pack.Cell();
        return new Report(form, cells)
        {
            FileName = pack.Text(),
            Organ = pack.Text(),
            Title = pack.Text(),
            Url = pack.Text(),
            Year = pack.Number(),
            PublishedOn = pack.Number() is { } day ? DateOnly.FromDayNumber(day) : null,
            Notes = pack.List(() => pack.Text()!),
            Narrative = new Narrative(pack.List(() => Section(pack))),
            Claims = pack.List(() => Claim(pack)),
            Observations = pack.List(() => new Observation((ObservationKind)pack.Number()!, pack.Text()!, pack.Place(), pack.Text())),
        };
    }

    private static NarrativeSection Section(PackReader pack)
    {
        var (key, heading, place) = (pack.Text()!, pack.Text(), pack.Place());
        return new NarrativeSection(key, heading, pack.List(() => new NarrativeParagraph(pack.Text()!, pack.List(() => (pack.Number()!.Value, pack.Place()!))))) { HeadingPlace = place };
    }

    private static Claim Claim(PackReader pack)
    {
        var claim = new Claim(pack.Text()!, pack.Figure(), pack.Text()!, pack.Place());
        var flags = pack.Number();
        return claim with { IsApproximate = (flags & 1) != 0, IsPartOnly = (flags & 2) != 0, Section = pack.Text()!, Rule = pack.Text() };
    }
}
