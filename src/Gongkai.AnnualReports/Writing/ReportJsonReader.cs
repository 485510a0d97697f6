using System.Globalization;
using System.Text.Json;
using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Writing;

/// <summary>年报 JSON 读取: strict about types, kind in its messages; members it does not know are passed over.</summary>
internal static class ReportJsonReader
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    public static Report Read(ReadOnlySpan<byte> json)
    {
        using var document = Parse(json);
        return Whole(() => Report(document.RootElement));
    }

    public static IReadOnlyList<Report> ReadAll(ReadOnlySpan<byte> json, string? fileName)
    {
        using var document = Parse(json);
        return Whole(() => All(document.RootElement, fileName));
    }

    private static List<Report> All(JsonElement root, string? fileName)
    {
        if (root.ValueKind != JsonValueKind.Array)
            return [Report(root, fileName)];

        var reports = new List<Report>();
        foreach (var item in root.EnumerateArray())
        {
            // `gongkai check --format json` wraps each report; a file that could not be read has none.
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("diagnostics", out _) && item.TryGetProperty("report", out var wrapped))
            {
                if (wrapped.ValueKind != JsonValueKind.Null)
                    reports.Add(Report(wrapped, fileName));
                continue;
            }

            reports.Add(Report(item, fileName));
        }

        return reports.Count > 0 ? reports : throw new UnreadableFileException("JSON 中没有年度报告：数组是空的");
    }

    /// <summary>Half a character, as bytes or as an escape, is found by the parser only when its text is asked for.</summary>
    private static T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException half)
        {
            throw new UnreadableFileException("JSON 里有不完整的字符，文件可能在传输或另存时损坏，请重新导出", half);
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            return JsonDocument.Parse(json.ToArray(), s_options);
        }
        catch (JsonException broken)
        {
            throw new UnreadableFileException($"不是完整的 JSON：第 {broken.LineNumber + 1} 行附近有误，请检查括号、引号和逗号，同一成员只能出现一次", broken);
        }
    }

    private static Report Report(JsonElement root, string? fileName = null)
    {
        var json = new JsonMember(root, "");
        json.MustBe(JsonValueKind.Object);
        var schema = json.Text("schema");
        if (schema != ReportJson.Schema)
            throw new UnreadableFileException($"不是年度报告 JSON：成员 schema 应为“{ReportJson.Schema}”，实际为{(schema is null ? "空" : $"“{schema}”")}");

        var edition = json.Text("edition");
        var form = Form.Of(edition);
        if (form is null && edition != AnnualReports.Report.OtherEdition)
            throw json["edition"].Wrong("应为 trial2019、f2021 或 other");

        var observations = json.Objects("observations").Select(Observation).ToList();
        var cells = form is null ? null : new Cells(form, json, observations).Read();
        var narrative = Narrative(json, form);
        if (!json["observations"].IsThere && form is not null)
            observations.InsertRange(0, HeadingsOf(form, cells!, narrative));

        return new Report(form, cells)
        {
            FileName = fileName ?? json.Text("file"),
            Organ = json.Text("organ"),
            Year = Year(json),
            Title = json.Text("title"),
            Narrative = narrative,
            Claims = [.. json.Objects("claims").Select(Claim)],
            Observations = observations,
            Notes = [.. json.Items("notes").Select(note => note.AsText())],
            PublishedOn = Date(json),
            Url = json.Text("url"),
        };
    }

    private static Narrative Narrative(JsonMember json, Form? form)
    {
        var headings = json["headings"];
        var sections = new List<NarrativeSection>();
        var number = 0;
        foreach (var member in json["narrative"].Members().Where(member => IsNarrativeKey(member.Key)))
        {
            // Paragraphs are counted through the report, so that a diagnostic can say where it points.
            var text = member.AsText();
            List<NarrativeParagraph> paragraphs = text.Length == 0 ? [] : [.. text.Split('\n').Select(line => new NarrativeParagraph(line, new SourcePlace(Paragraph: ++number)))];
            sections.Add(new NarrativeSection(member.Key, headings.Text(member.Key) ?? Heading(form, member.Key), paragraphs));
        }

        return new Narrative(sections);
    }

    /// <summary>JSON written elsewhere has no observations; its sections and tables then stand under the official headings.</summary>
    private static IEnumerable<Observation> HeadingsOf(Form form, Cell[] cells, Narrative narrative)
    {
        foreach (var section in form.Sections)
        {
            var tables = form.Tables.Where(table => table.Section == section.Key && Enumerable.Range(table.FirstCell, table.Rows.Count * table.Columns.Count)
                .Any(index => cells[index].State is not (CellState.Missing or CellState.Absent))).ToList();
            if (tables.Count == 0 && narrative[section.Key] is null)
                continue;

            yield return new Observation(ObservationKind.SectionHeading, Heading(form, section.Key)!, At: section.Key);
            foreach (var table in tables.Where(table => section.Key == "s2"))
                yield return new Observation(ObservationKind.SubTable, table.Caption, At: table.Key);
        }
    }

    private static string? Heading(Form? form, string section) =>
        (form ?? Form.F2021).Sections.FirstOrDefault(known => known.Key == section) is { } found && form is not null ? $"{found.Number}、{found.Label}" : null;

    private static Claim Claim(JsonMember json) => new(json.NeededText("text"), json["figure"].AsFigure(), json.NeededText("counts"), json["source"].AsPlace())
    {
        IsApproximate = json.Flag("approximate"),
        IsPartOnly = json.Flag("part_only"),
        Section = json.Text("section") ?? "s1",
        Rule = json.Text("rule"),
    };

    private static Observation Observation(JsonMember json) =>
        new(Enum.GetValues<ObservationKind>().Where(kind => ReportJson.KindWord(kind) == json.NeededText("kind")).Cast<ObservationKind?>().FirstOrDefault()
            ?? throw json["kind"].Wrong("不是已知的种类"), json.NeededText("text"), json["source"].AsPlace(), json.Text("at"));

    private static int? Year(JsonMember json)
    {
        if (!json["year"].IsThere)
            return null;
        var year = json["year"].AsFigure();
        return year is >= 1900 and <= 2999 && year == decimal.Truncate(year) ? (int)year : throw json["year"].Wrong("应为四位年份");
    }

    private static DateOnly? Date(JsonMember json) => json.Text("published_on") is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw json["published_on"].Wrong("应为日期，例如 2024-01-25");

    private static bool IsNarrativeKey(string key) => key is "lead" or "s1" or "s2" or "s3" or "s4" or "s5" or "s6";

    /// <summary>The figures of t2, t3 and t4 together with what `cells` and `raws` say of them.</summary>
    private sealed class Cells(Form form, JsonMember json, List<Observation> observations)
    {
        private const int MostUnknown = 50;
        private readonly Cell[] _cells = new Cell[form.Cells.Count];
        private int _unknown;

        public Cell[] Read()
        {
            foreach (var table in new[] { "t2", "t3", "t4" })
                Walk(json[table]);
            foreach (var entry in json.Objects("cells"))
                Explain(entry);
            foreach (var raw in json["raws"].Members())
            {
                if (form.TryIndexOf(raw.Key, out var index) && _cells[index].State == CellState.Value)
                    _cells[index] = _cells[index] with { Raw = raw.AsText() };
            }

            return _cells;
        }

        private void Walk(JsonMember member)
        {
            if (!member.IsThere)
                return;
            if (form.TryIndexOf(member.Path, out var index))
            {
                _cells[index] = Cell.Of(member.AsFigure());
                return;
            }

            if (form.Cells.Any(cell => cell.Path.StartsWith(member.Path + ".", StringComparison.Ordinal)))
            {
                foreach (var inner in member.Members(keepNulls: true))
                    Walk(inner);
            }
            else if (_unknown++ < MostUnknown)
            {
                ReportUnknown(member);
            }
        }

        private void ReportUnknown(JsonMember member)
        {
            // A row is an object of figures or, in t4, the figure itself.
            var inRow = member.Kind == JsonValueKind.Number && !member.Path.StartsWith("t4.", StringComparison.Ordinal);
            var figures = member.Kind == JsonValueKind.Object ? member.Members().Where(inner => inner.Kind == JsonValueKind.Number) : [member];
            foreach (var figure in figures.Where(figure => figure.Kind == JsonValueKind.Number).Take(MostUnknown))
                observations.Add(new Observation(inRow ? ObservationKind.UnknownColumn : ObservationKind.UnknownRow, $"{figure.Path} = {Figure.Plain(figure.AsFigure())}", At: figure.Path));
        }

        private void Explain(JsonMember entry)
        {
            var path = entry.NeededText("at");
            if (!form.TryIndexOf(path, out var index))
                throw entry["at"].Wrong($"“{path}”不是{form.Name}的单元格");

            var word = entry.NeededText("state");
            var state = Enum.GetValues<CellState>().Where(state => ReportJson.StateWord(state) == word).Cast<CellState?>().FirstOrDefault()
                ?? throw entry["state"].Wrong("应为 value、blank、word_none、slash、missing、ambiguous 或 recovered");
            var figure = _cells[index].Value;
            if (figure is null != state is not (CellState.Value or CellState.Recovered))
                throw entry["state"].Wrong(figure is null ? $"说 {path} 是 {word}，而该处没有数字" : $"说 {path} 是 {word}，而该处有数字 {Figure.Plain(figure.Value)}");

            _cells[index] = new Cell(state, figure)
            {
                Raw = entry.Text("raw"),
                Source = entry["source"].AsPlace(),
                Note = entry.Text("note"),
                Alternatives = entry["alternatives"].IsThere ? [.. entry.Items("alternatives").Select(reading => reading.AsFigure())] : null,
            };
        }
    }
}
