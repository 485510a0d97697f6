using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gongkai.Publishing;

/// <summary>导入报告: what became of lines that did not simply come in, one JSON object a line, in the order in which they were met.</summary>
public sealed class ImportReport(TextWriter writer)
{
    /// <summary>Named of one document; the count says how many there are.</summary>
    private const int MostLinks = 50;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>`error`: the line did not come in.</summary>
    public void Error(int line, string? externalId, string message) => Write(new(line, externalId, "error", message));

    /// <summary>`warning`: it came in, not quite as it stood.</summary>
    public void Warning(int line, string? externalId, string message) => Write(new(line, externalId, "warning", message));

    /// <summary>`waiting`: it came in and is not public until a person has looked.</summary>
    public void Waiting(int line, string externalId, Guid document, IReadOnlyList<string> findings) => Write(new(line, externalId, "waiting", "自动检查有发现，等待人工核对后公开") { Document = document, Findings = findings });

    /// <summary>`unknown_keys`: reported once; their values are kept as notes.</summary>
    public void UnknownKeys(int line, IReadOnlyList<string> keys) => Write(new(line, null, "unknown_keys", $"不认识的字段，已作为备注保存：{string.Join("、", keys)}") { Keys = keys });

    /// <summary>`links`: it came in; these links leave the site, or lead to pages of the old site that were not carried over.</summary>
    public void Links(int line, string externalId, IReadOnlyList<string> outside, IReadOnlyList<string> oldSite)
    {
        if (outside.Count + oldSite.Count == 0)
            return;
        var told = new[] { Told(outside, "处链接指向站外"), Told(oldSite, "处链接指向旧网站没有迁入的内容") }.OfType<string>();
        Write(new(line, externalId, "links", $"有{string.Join("；", told)}") { Outside = outside.Count == 0 ? null : [.. outside.Take(MostLinks)], OldSite = oldSite.Count == 0 ? null : [.. oldSite.Take(MostLinks)] });
    }

    private static string? Told(IReadOnlyList<string> links, string what) => links.Count == 0 ? null : $"{links.Count}{what}：{string.Join("、", links.Take(3))}{(links.Count > 3 ? "等" : "")}";

    public void Flush() => writer.Flush();

    private void Write(ReportLine line) => writer.WriteLine(JsonSerializer.Serialize(line, s_json));

    private sealed record ReportLine(
        [property: System.Text.Json.Serialization.JsonPropertyName("line")] int Line,
        [property: System.Text.Json.Serialization.JsonPropertyName("external_id")] string? ExternalId,
        [property: System.Text.Json.Serialization.JsonPropertyName("what")] string What,
        [property: System.Text.Json.Serialization.JsonPropertyName("message")] string Message)
    {
        [System.Text.Json.Serialization.JsonPropertyName("document")]
        public Guid? Document { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("findings")]
        public IReadOnlyList<string>? Findings { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("outside")]
        public IReadOnlyList<string>? Outside { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("old_site")]
        public IReadOnlyList<string>? OldSite { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("keys")]
        public IReadOnlyList<string>? Keys { get; init; }
    }
}

/// <summary>导入进度: how far an import has come; the last one is its result.</summary>
public sealed record ImportTally(int Lines, int Published, int Waiting, int Drafted, int AlreadyThere, int Errors);
