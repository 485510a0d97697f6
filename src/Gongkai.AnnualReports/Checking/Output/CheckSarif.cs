using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.AnnualReports.Checking.Output;

/// <summary>SARIF结果: SARIF 2.1.0, the format in which code hosts and editors take findings.</summary>
public static class CheckSarif
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="output">Gets UTF-8 text, written result by result.</param>
    /// <param name="files">The results.</param>
    /// <param name="verbose">Also lists the rules that passed, as results of kind `pass`.</param>
    /// <param name="english">Titles of rules in English.</param>
    public static void Write(Stream output, IEnumerable<CheckedFile> files, bool verbose = false, bool english = false)
    {
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WritePropertyName("tool");
        SarifTool.ToNode(english).WriteTo(json);
        json.WriteString("language", english ? "en" : "zh-CN");
        json.WriteString("columnKind", "utf16CodeUnits");
        var unreadable = new JsonArray();
        var errors = false;
        json.WriteStartArray("results");
        foreach (var file in files)
        {
            errors |= file.HasErrors;
            if (file.Error is not null)
                unreadable.Add((JsonNode)Notification(file));
            foreach (var report in file.Reports)
            {
                foreach (var result in Results(file.File, report, verbose, english))
                    result.WriteTo(json);
            }

            json.Flush();
        }

        json.WriteEndArray();
        json.WritePropertyName("invocations");
        Invocation(unreadable, errors).WriteTo(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JsonArray Invocation(JsonArray unreadable, bool errors) =>
    [
        new JsonObject
        {
            ["executionSuccessful"] = unreadable.Count == 0,
            ["exitCode"] = unreadable.Count > 0 ? 2 : errors ? 1 : 0,
            ["toolExecutionNotifications"] = unreadable,
        },
    ];

    private static JsonObject Notification(CheckedFile file) => new()
    {
        ["level"] = "error",
        ["message"] = new JsonObject { ["text"] = file.Error },
        ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = Artifact(file.File) } }),
    };

    private static IEnumerable<JsonObject> Results(string file, CheckedReport report, bool verbose, bool english)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            // A rule that could not be decided is "open" in the words of the standard (3.27.9), and only "fail" may carry a level.
            var failed = diagnostic.Result == CheckResult.Fail;
            var result = Result(diagnostic.Rule, failed ? "fail" : "open", failed ? Level(diagnostic.Severity) : "none", Words.Message(diagnostic, Words.Rule(diagnostic.Rule), english));
            result["locations"] = new JsonArray(Location(file, report.Report, diagnostic));
            result["partialFingerprints"] = new JsonObject { ["gongkai/v1"] = Fingerprint(report.Report, diagnostic) };
            if (Words.Place(diagnostic.Source) is { Length: > 0 } place)
                result["properties"] = new JsonObject { ["place"] = place, ["suggestion"] = diagnostic.Suggestion };
            else if (diagnostic.Suggestion is not null)
                result["properties"] = new JsonObject { ["suggestion"] = diagnostic.Suggestion };
            yield return result;
        }

        if (!verbose)
            yield break;
        foreach (var rule in report.Passed)
        {
            var result = Result(rule.Id, "pass", "none", english ? rule.English : rule.Title);
            result["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = Artifact(file) } });
            yield return result;
        }
    }

    private static JsonObject Result(string rule, string kind, string level, string message)
    {
        var result = new JsonObject { ["ruleId"] = rule };
        if (SarifTool.IndexOf(rule) is { } index)
            result["ruleIndex"] = index;
        result["kind"] = kind;
        result["level"] = level;
        result["message"] = new JsonObject { ["text"] = message };
        return result;
    }

    private static JsonObject Location(string file, Report report, Diagnostic diagnostic)
    {
        var physical = new JsonObject { ["artifactLocation"] = Artifact(file) };

        // Lines of a page are no lines of the file, so a paged source gets no region; the result's properties say the page.
        if (diagnostic.Source is { Line: { } line, Page: null } place)
        {
            physical["region"] = new JsonObject { ["startLine"] = line };
            if (place.Text is { Length: > 0 } text)
                physical["region"]!["snippet"] = new JsonObject { ["text"] = text };
        }

        var location = new JsonObject { ["physicalLocation"] = physical };
        if (diagnostic.At.Count > 0)
            location["logicalLocations"] = new JsonArray([.. diagnostic.At.Select(path => (JsonNode)Logical(report, path))]);
        return location;
    }

    private static JsonObject Logical(Report report, string path) => new()
    {
        ["name"] = report.Form?.Find(path)?.Name ?? path,
        ["fullyQualifiedName"] = path,
        ["kind"] = "value",
    };

    private static JsonObject Artifact(string file) => new()
    {
        ["uri"] = Path.IsPathRooted(file)
            ? new Uri(Path.GetFullPath(file)).AbsoluteUri
            : string.Join('/', file.Split('/', '\\').Select(Uri.EscapeDataString)),
    };

    /// <summary>Stays the same when lines move: the body, the year, the rule and the cell.</summary>
    private static string Fingerprint(Report report, Diagnostic diagnostic) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Organ}|{report.Year}|{diagnostic.Rule}|{string.Join('|', diagnostic.At)}|{diagnostic.Message}")))[..32];

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
