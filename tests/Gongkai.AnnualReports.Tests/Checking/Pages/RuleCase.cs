using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Claims;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Tests.Checking.Pages;

/// <summary>例: one report of a rule page with what the rule must say of it.</summary>
/// <param name="Name">`R021.md:12 wrong`.</param>
/// <param name="Rule">`R021`.</param>
/// <param name="Expected">`wrong`, `right`, `not-assessable` or `not-applied`.</param>
/// <param name="Subject">The report with what stands beside it.</param>
/// <param name="Marks">What the rule must report.</param>
internal sealed partial record RuleCase(string Name, string Rule, string Expected, Subject Subject, IReadOnlyList<Mark> Marks)
{
    public const string Organ = "云泽市科学技术局";

    /// <summary>Severity that every diagnostic must have (`severity=info`), where the page names one.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Words that a message or suggestion must hold (`says=…`), where the page names them.</summary>
    public string? Says { get; init; }

    /// <param name="rule">`R021`.</param>
    /// <param name="fences">A `report` fence and the fences that belong to it.</param>
    public static RuleCase Of(string rule, IReadOnlyList<Fence> fences)
    {
        var head = fences[0];
        var edition = head.Words[1];
        var options = OptionsOf(head);
        var marks = new List<Mark>();
        var form = Form.Of(edition);
        var report = ReportOf(form, head, options, fences.Where(f => f.Kind == "text"), fences.FirstOrDefault(f => f.Kind == "observations"), marks, yearsBack: 0, options);

        Report? earlier = null;
        if (fences.FirstOrDefault(f => f.Kind == "previous") is { } previous)
        {
            var own = OptionsOf(previous);
            var earlierForm = own.TryGetValue("edition", out var other) ? Form.Of(other) : form;
            earlier = ReportOf(earlierForm, previous, own, fences.Where(f => f.Kind == "previous-text"), observations: null, marks, yearsBack: 1, options);
        }

        var facts = fences.FirstOrDefault(f => f.Kind == "facts") is { } given
            ? JsonSerializer.Deserialize<Facts>(string.Join('\n', given.Lines.Select(line => line.Text)), s_json)
            : null;
        return new RuleCase($"{rule}.md:{head.Line} {head.Words[2]}", rule, head.Words[2], new Subject(report, earlier, facts), marks)
        {
            Severity = options.TryGetValue("severity", out var severity) ? Enum.Parse<Severity>(severity, ignoreCase: true) : null,
            Says = options.GetValueOrDefault("says"),
        };
    }

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static Dictionary<string, string> OptionsOf(Fence fence)
    {
        var options = Option().Matches(fence.Info).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["value"].Value.Trim('"'), StringComparer.Ordinal);
        foreach (var (_, text) in fence.Lines)
        {
            if (LineOption().Match(text) is { Success: true } match)
                options[match.Groups["key"].Value] = match.Groups["value"].Value.Trim();
        }

        return options;
    }

    private static Report ReportOf(
        Form? form, Fence fence, Dictionary<string, string> options, IEnumerable<Fence> texts, Fence? observations, List<Mark> marks, int yearsBack, Dictionary<string, string> mainOptions)
    {
        var year = Given("year", (YearOf(mainOptions, form) - yearsBack)?.ToString(CultureInfo.InvariantCulture));
        var organ = Given("organ", mainOptions.TryGetValue("organ", out var main) ? NullIfEmpty(main) : Organ);
        var narrative = NarrativeOf(texts, marks);
        return new Report(form, CellsOf(form, fence, marks))
        {
            Organ = organ,
            Year = year is null ? null : int.Parse(year, CultureInfo.InvariantCulture),
            Title = Given("title", $"{organ}{year}年政府信息公开工作年度报告"),
            FileName = Given("file", null),
            PublishedOn = Given("published", null) is { } published ? DateOnly.Parse(published, CultureInfo.InvariantCulture) : null,
            Url = Given("url", null),
            Narrative = narrative,
            Claims = ClaimReader.Read(narrative, form),
            Observations = ObservationLines.Of(form, observations, marks),
        };

        string? Given(string key, string? otherwise) => options.TryGetValue(key, out var value) ? NullIfEmpty(value) : otherwise;
    }

    private static int? YearOf(Dictionary<string, string> options, Form? form) =>
        options.TryGetValue("year", out var year)
            ? year.Length == 0 ? null : int.Parse(year, CultureInfo.InvariantCulture)
            : form?.Edition == "trial2019" ? 2020 : 2022;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static Cell[] CellsOf(Form? form, Fence fence, List<Mark> marks)
    {
        if (form is null)
            return [];

        Cell[] cells = [.. form.Cells.Select(cell => cell.Row.Optional ? new Cell(CellState.Absent) : new Cell(CellState.Value, 0) { Raw = "0" })];
        foreach (var (number, text) in fence.Lines)
        {
            var (plain, marked) = MarkedText.In(text);
            if (string.IsNullOrWhiteSpace(plain) || plain.StartsWith('#') || LineOption().IsMatch(plain))
                continue;
            if (marked.Count == 1 && marked[0] == plain.Trim())
            {
                marks.Add(new PlaceMark(marked[0]));
                continue;
            }

            var (indexes, cell) = CellLine.Parse(form, plain, number);
            foreach (var index in indexes)
                cells[index] = cell;
            if (marked.Count > 0)
                marks.Add(new PlaceMark(form.Cells[indexes[0]].Path));
        }

        return cells;
    }

    private static Narrative NarrativeOf(IEnumerable<Fence> texts, List<Mark> marks)
    {
        List<NarrativeSection> sections = [];
        foreach (var fence in texts)
        {
            List<NarrativeParagraph> paragraphs = [];
            foreach (var (number, text) in fence.Lines)
            {
                var (plain, marked) = MarkedText.In(text);
                marks.AddRange(marked.Select(words => new WordsMark(number, words)));
                paragraphs.Add(new NarrativeParagraph(plain, new SourcePlace(Line: number, Text: plain)));
            }

            sections.Add(new NarrativeSection(fence.Words[1], heading: null, paragraphs));
        }

        return new Narrative(sections);
    }

    [GeneratedRegex("""(?<key>[a-z]+)=(?<value>"[^"]*"|\S*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("^(?<key>year|organ|title|file|published|url|edition)\\s*=(?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineOption();
}
