using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Publishing;

/// <summary>导入报告的一行, read back: for a page that shows what became of each row.</summary>
/// <param name="Line">行.</param>
/// <param name="What">`error`, `warning`, `waiting` or `unknown_keys`.</param>
/// <param name="Message">In words.</param>
public sealed record ImportLine([property: JsonPropertyName("line")] int Line, [property: JsonPropertyName("what")] string What, [property: JsonPropertyName("message")] string Message)
{
    public bool IsError => What == "error";

    /// <summary>Of the report as it was written, one object a line.</summary>
    public static IReadOnlyList<ImportLine> Read(string report) => [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ImportLine>(line)!)];
}
