using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Claims;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;
using Gongkai.Formats.Reading;

namespace Gongkai.AnnualReports.Reading;

/// <summary>年报读取: a document in any layout into the reports it holds. Missing is not zero, and nothing is guessed.</summary>
public static class ReportReader
{
    /// <summary>Reads a file of any supported format, our own JSON included.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read, or holds no annual report.</exception>
    /// <exception cref="ProgramMissingException">Reading it needs a program that is not installed.</exception>
    public static IReadOnlyList<Report> Read(byte[] content, string fileName, ReadingLimits? limits = null) =>
        ReportJson.IsJson(content) && content.LongLength <= (limits ?? ReadingLimits.Default).FileBytes
            ? ReportJson.ReadAll(content, Path.GetFileName(fileName))
            : Read(DocumentReader.Read(content, fileName, limits));

    /// <summary>The reports of the document in order; one file may hold several.</summary>
    /// <exception cref="UnreadableFileException">Nothing in it looks like an annual report.</exception>
    public static IReadOnlyList<Report> Read(NeutralDocument document)
    {
        var segments = Segment.Of(document);
        var candidates = HeadingFinder.Candidates(segments);
        var ranges = ReportSplitter.Split(segments, candidates);
        var reports = new List<Report>();
        foreach (var (from, to) in ranges)
        {
            var own = segments.GetRange(from, to - from);
            var headings = HeadingFinder.Choose([.. candidates.Where(candidate => candidate.Segment >= from && candidate.Segment < to).Select(candidate => candidate with { Segment = candidate.Segment - from })]);
            if (ReadOne(document, own, headings, wholeFile: ranges.Count == 1) is { } report)
                reports.Add(report);
        }

        return reports.Count > 0 ? reports : throw new UnreadableFileException("没有找到政府信息公开工作年度报告的标题、章节或表格，请确认文件是年度报告且内容完整");
    }

    private static Report? ReadOne(NeutralDocument document, List<Segment> segments, List<HeadingFinder.Found> headings, bool wholeFile)
    {
        var cut = HeadingFinder.Cut(segments, headings);
        var sections = Sections.Of(cut);
        var lead = cut.GetRange(0, sections.Start("s1") is > 0 and var first ? first : Math.Min(cut.Count, 30));
        var title = TitleReader.Read(lead, cut, document, wholeFile);
        var (form, mixed) = EditionReader.Tell(cut, headings.Count, title.Year);
        if (form is null && headings.Count < 2 && (title.Title is null || cut.Count < 3))
            return null;

        var observations = new List<Observation>(mixed);
        observations.AddRange(cut.Where(segment => segment.HeadingOf is not null)
            .Select(heading => new Observation(ObservationKind.SectionHeading, heading.Original.Trim(), heading.Place, heading.HeadingOf)));

        FormFiller? filler = null;
        var tables = new TableStarts();
        if (form is not null)
        {
            filler = new FormFiller(form, document.IsRecognised);
            tables = TablesReader.Read(cut, sections, filler);
            observations.AddRange(filler.Observations);
        }

        var narrative = Narrate(cut, sections, tables, title.Title);
        var claims = ClaimReader.Read(narrative, form);
        if (filler is not null)
            ByText.Resolve(filler, claims);
        return new Report(form, filler?.Cells)
        {
            FileName = document.Name,
            Organ = title.Organ,
            Year = title.Year,
            Title = title.Title,
            PublishedOn = title.PublishedOn,
            Url = title.Url,
            Narrative = narrative,
            Claims = claims,
            Observations = observations,
            Notes = document.Notes,
        };
    }

    private static Narrative Narrate(List<Segment> cut, Sections sections, TableStarts tables, string? title)
    {
        var found = new List<NarrativeSection>();
        foreach (var (key, heading, from, to) in sections.All)
        {
            // Before a table drawn in plain lines, text; after its first line, the table.
            var end = tables.StartIn(key) is >= 0 and var start && start >= from && start < to ? start : to;
            var lines = (key is "s2" or "s3" or "s4" ? cut.GetRange(from, to - from) : RowsAsLines([.. Enumerable.Range(from, to - from).Where(s => !tables.Holds(s)).Select(s => cut[s])])).Where((segment, index) => !segment.IsCell && (from + index < end || Sections.IsSentence(segment.Text) && from + index > tables.EndIn(key))).ToList();
            // The caption of a table repeats the heading.
            if (tables.StartIn(key) >= 0 && heading is not null)
                lines.RemoveAll(line => Normal.HanOnly(heading.Text).EndsWith(Normal.HanOnly(line.Text), StringComparison.Ordinal) && Normal.HanOnly(line.Text).Length > 4);
            if (key == "lead" && title is not null)
                lines = TitleReader.WithoutTitle(lines, title);
            if (tables.Before(key) is { } before)
                lines.Add(before);
            if (heading is not null || lines.Exists(line => line.Text.Trim().Length > 0))
                found.Add(NarrativeReader.Section(key, heading, lines));
        }

        return new Narrative(found);
    }

    /// <summary>Where the form has no table, the rows of a layout table or of a sheet are lines of text.</summary>
    private static List<Segment> RowsAsLines(List<Segment> cut)
    {
        var to = cut.Count;
        var lines = new List<Segment>();
        for (var s = 0; s < to; s++)
        {
            var segment = cut[s];
            if (!segment.IsCell)
            {
                lines.Add(segment);
                continue;
            }

            var row = new List<Segment>();
            for (; s < to && cut[s].IsCell && cut[s].Row == segment.Row; s++)
                row.Add(cut[s]);
            s--;
            var text = string.Join(' ', row.Where(cell => cell.Text.Trim().Length > 0).Select(cell => cell.Original.Trim()));
            lines.Add(segment with { Text = Normal.Of(text), Original = text, IsCell = false });
        }

        return lines;
    }
}
