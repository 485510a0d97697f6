using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gongkai.AnnualReports.Forms;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Writing;

/// <summary>年报 JSON (`gongkai.report/1`, docs/report.schema.json): a report as data, written and read without loss of a figure or a state.</summary>
/// <remarks>
/// Beyond the contract it carries what a check of the file read back needs: `raws` (the printed text of plain figures that print
/// otherwise than their number, "+2" or "5件"), `headings`, `observations`, `notes`, `published_on`, `url` and `file`.
/// Places of plain figures are not carried.
/// </remarks>
public static class ReportJson
{
    public const string Schema = "gongkai.report/1";

    // Chinese stays readable; < > & are escaped, so that the text may stand inside a page.
    private static readonly JsonSerializerOptions s_indented = Options(indented: true);
    private static readonly JsonSerializerOptions s_compact = Options(indented: false);

    public static string Write(Report report, bool indented = true) => ToNode(report).ToJsonString(indented ? s_indented : s_compact);

    public static JsonObject ToNode(Report report)
    {
        var node = new JsonObject
        {
            ["schema"] = Schema,
            ["organ"] = report.Organ,
            ["year"] = report.Year,
            ["edition"] = report.Edition,
            ["title"] = report.Title,
            ["narrative"] = new JsonObject(report.Narrative.Sections.Select(section => KeyValuePair.Create(section.Key, (JsonNode?)section.Text))),
            ["t2"] = null,
            ["t3"] = null,
            ["t4"] = null,
        };

        foreach (var cell in report.Form?.Cells ?? [])
            Place(node, cell.Path, report[cell.Index].Value is { } value && report[cell.Index].State is CellState.Value or CellState.Recovered ? Number(value) : null);

        node["cells"] = new JsonArray([.. (report.Form?.Cells ?? []).Where(cell => IsListed(report[cell.Index])).Select(cell => Cell(cell.Path, report[cell.Index]))]);
        node["claims"] = new JsonArray([.. report.Claims.Select(Claim)]);
        AddExtras(node, report);
        return node;
    }

    /// <exception cref="UnreadableFileException">It is no report of this schema; the message names the member.</exception>
    public static Report Read(ReadOnlySpan<byte> json) => ReportJsonReader.Read(json);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static Report Read(string json) => ReportJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Reads one report, an array of reports (what `gongkai read` prints) or the output of `gongkai check --format json`.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">Name of the file it stands in now, or null to keep the one it tells.</param>
    /// <exception cref="UnreadableFileException">It is none of these; the message names the member.</exception>
    public static IReadOnlyList<Report> ReadAll(ReadOnlySpan<byte> json, string? fileName = null) => ReportJsonReader.ReadAll(json, fileName);

    /// <summary>True when a file can only be JSON: it opens with an object, or with an array of objects or nothing.</summary>
    public static bool IsJson(ReadOnlySpan<byte> content)
    {
        var text = (content.StartsWith("\uFEFF"u8) ? content[3..] : content).TrimStart(" \t\r\n"u8);
        return (text.StartsWith("{"u8) && !text.StartsWith("{\\rtf"u8)) || (text.StartsWith("["u8) && (text[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..]));
    }

    internal static string StateWord(CellState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    internal static string KindWord(ObservationKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static bool IsListed(Cell cell) => cell.State is not (CellState.Value or CellState.Absent);

    private static void Place(JsonObject node, string path, JsonNode? figure)
    {
        var keys = path.Split('.');
        foreach (var key in keys.AsSpan(..^1))
        {
            if (node[key] is not JsonObject inner)
                node[key] = inner = [];
            node = inner;
        }

        node[keys[^1]] = figure;
    }

    private static JsonObject Cell(string path, Cell cell)
    {
        var node = new JsonObject { ["at"] = path, ["state"] = StateWord(cell.State), ["raw"] = cell.Raw, ["source"] = Source(cell.Source), ["note"] = cell.Note };
        if (cell.Alternatives is { } readings)
            node["alternatives"] = new JsonArray([.. readings.Select(Number)]);
        return node;
    }

    private static JsonObject Claim(Claim claim)
    {
        var node = new JsonObject { ["text"] = claim.Text, ["figure"] = Number(claim.Figure), ["counts"] = claim.Counts, ["source"] = Source(claim.Source), ["section"] = claim.Section };
        if (claim.IsApproximate)
            node["approximate"] = true;
        if (claim.IsPartOnly)
            node["part_only"] = true;
        if (claim.Rule is { } rule)
            node["rule"] = rule;
        return node;
    }

    private static void AddExtras(JsonObject node, Report report)
    {
        var headings = report.Narrative.Sections.Where(section => section.Heading is not null).ToList();
        if (headings.Count > 0)
            node["headings"] = new JsonObject(headings.Select(section => KeyValuePair.Create(section.Key, (JsonNode?)section.Heading)));

        var raws = (report.Form?.Cells ?? []).Where(cell => report[cell.Index] is { State: CellState.Value, Value: { } value, Raw: { } raw } && raw != Figure.Plain(value)).ToList();
        if (raws.Count > 0)
            node["raws"] = new JsonObject(raws.Select(cell => KeyValuePair.Create(cell.Path, (JsonNode?)report[cell.Index].Raw)));

        var observations = report.Observations.Where(seen => !IsOfficialLabel(report.Form, seen)).ToList();
        if (observations.Count > 0)
            node["observations"] = new JsonArray([.. observations.Select(Observation)]);
        if (report.Notes.Count > 0)
            node["notes"] = new JsonArray([.. report.Notes.Select(note => JsonValue.Create(note))]);
        if (report.PublishedOn is { } published)
            node["published_on"] = published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (report.Url is { } url)
            node["url"] = url;
        if (report.FileName is { } file)
            node["file"] = file;
    }

    /// <summary>A label printed as the form has it says nothing that the form does not; only the others are worth carrying.</summary>
    private static bool IsOfficialLabel(Form? form, Observation seen) =>
        seen.Kind is ObservationKind.RowLabel or ObservationKind.ColumnLabel && form is not null && form.Tables.Any(table =>
            table.Rows.Any(row => seen.Text == row.FullLabel || seen.Text == row.Label) || table.Columns.Any(column => seen.Text == column.Label));

    private static JsonObject Observation(Observation seen)
    {
        var node = new JsonObject { ["kind"] = KindWord(seen.Kind), ["text"] = seen.Text };
        if (seen.At is { } at)
            node["at"] = at;
        if (Source(seen.Place) is { } source)
            node["source"] = source;
        return node;
    }

    /// <summary>A place, for this and for the diagnostics' JSON; null stays null.</summary>
    public static JsonObject? Source(SourcePlace? place)
    {
        if (place is null)
            return null;

        var node = new JsonObject();
        foreach (var (key, number) in new[] { ("page", place.Page), ("line", place.Line), ("paragraph", place.Paragraph), ("table", place.Table), ("row", place.Row), ("column", place.Column) })
        {
            if (number is { } n)
                node[key] = n;
        }

        if (place.Text is { } text)
            node["text"] = text;
        return node;
    }

    private static JsonNode Number(decimal value) => JsonValue.Create(Figure.Trim(value));

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };
}
