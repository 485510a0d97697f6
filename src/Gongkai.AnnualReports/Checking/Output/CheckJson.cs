using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Writing;

namespace Gongkai.AnnualReports.Checking.Output;

/// <summary>JSON结果: an array with one object per report, or per file that could not be read; the shape other programs rely on.</summary>
public static class CheckJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="output">Gets UTF-8 text, written report by report.</param>
    /// <param name="files">The results.</param>
    /// <param name="verbose">Also lists the rules that passed, with the result `pass`.</param>
    /// <param name="english">Titles of rules in English.</param>
    public static void Write(Stream output, IEnumerable<CheckedFile> files, bool verbose = false, bool english = false)
    {
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartArray();
        foreach (var file in files)
        {
            if (file.Error is not null)
                ToNode(file.File, null, file.Error, verbose, english).WriteTo(json);
            foreach (var report in file.Reports)
                ToNode(file.File, report, null, verbose, english).WriteTo(json);
            json.Flush();
        }

        json.WriteEndArray();
    }

    /// <summary>`{ file, report, diagnostics, error }`.</summary>
    public static JsonObject ToNode(string file, CheckedReport? report, string? error, bool verbose = false, bool english = false)
    {
        var diagnostics = new JsonArray();
        foreach (var diagnostic in report?.Diagnostics ?? [])
            diagnostics.Add((JsonNode)ToNode(diagnostic, english));
        if (verbose)
        {
            foreach (var rule in report?.Passed ?? [])
                diagnostics.Add((JsonNode)Passed(rule, english));
        }

        return new JsonObject
        {
            ["file"] = file,
            ["report"] = report is null ? null : ReportJson.ToNode(report.Report),
            ["diagnostics"] = diagnostics,
            ["error"] = error,
        };
    }

    public static JsonObject ToNode(Diagnostic diagnostic, bool english = false) => new()
    {
        ["rule"] = diagnostic.Rule,
        ["severity"] = Words.Of(diagnostic.Severity),
        ["result"] = Words.Of(diagnostic.Result),
        ["at"] = new JsonArray([.. diagnostic.At.Select(path => (JsonNode)path)]),
        ["message"] = Words.Message(diagnostic, Words.Rule(diagnostic.Rule), english),
        ["source"] = ReportJson.Source(diagnostic.Source),
        ["suggestion"] = diagnostic.Suggestion,
    };

    private static JsonObject Passed(RuleDescriptor rule, bool english) => new()
    {
        ["rule"] = rule.Id,
        ["severity"] = Words.Of(rule.Severity),
        ["result"] = "pass",
        ["at"] = new JsonArray(),
        ["message"] = $"{(english ? rule.English : rule.Title)}：通过",
        ["source"] = null,
        ["suggestion"] = null,
    };
}
