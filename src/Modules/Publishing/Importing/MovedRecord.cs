using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>旧网站的一条: one line of the file of an old site, as the contract names its keys; what it does not name is kept as a note.</summary>
internal sealed record MovedRecord(string ExternalId, string Digest, string Title, string? Text, string? Html)
{
    private static readonly HashSet<string> s_keys = new(StringComparer.Ordinal)
    {
        "external_id", "title", "text", "html", "document_number", "index_number", "issuer", "created_on", "published_on", "topic", "column", "validity", "url", "attachments",
    };

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] s_dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public string? DocumentNumber { get; init; }
    public string? IndexNumber { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? CreatedOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? Topic { get; init; }
    public string? Column { get; init; }
    public string? Validity { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<string> Attachments { get; init; } = [];
    public string? Notes { get; init; }
    public IReadOnlyList<string> UnknownKeys { get; init; } = [];

    /// <summary>规章 and 规范性文件 by their column, else by the word on their validity, which nothing else has.</summary>
    public DocumentKind Kind => Says("规范性文件") ? DocumentKind.NormativeDocument
        : Says("规章") && !Says("规章制度") ? DocumentKind.Rules
        : Validity is null ? DocumentKind.Information
        : DocumentKind.NormativeDocument;

    /// <exception cref="RefusedException">The line is no object of the contract; the message says why.</exception>
    public static MovedRecord Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement, line) : throw new RefusedException("这一行不是JSON对象。");
        }
        catch (JsonException damage)
        {
            throw new RefusedException($"这一行不是完整的JSON（第{damage.BytePositionInLine}字节）。");
        }
        catch (InvalidOperationException)
        {
            // Half a character: valid JSON that is no text.
            throw new RefusedException("这一行含有不成对的字符，不是文字。");
        }
    }

    private static MovedRecord Of(JsonElement json, string line)
    {
        string? Value(string key) => json.TryGetProperty(key, out var value) ? Plain(value, key) : null;
        var (text, html) = (Value("text"), Value("html"));
        List<string> attachments = [.. Listed(json)];
        if (string.IsNullOrWhiteSpace(text) && string.IsNullOrWhiteSpace(html) && attachments.Count == 0)
            throw new RefusedException("没有正文：text、html都是空的，也没有附件。", "text");
        var unknown = json.EnumerateObject().Where(property => !s_keys.Contains(property.Name)).ToList();
        return new MovedRecord(Needed(Value("external_id"), "external_id"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line))), Needed(Value("title"), "title"), text, html)
        {
            DocumentNumber = Value("document_number"),
            IndexNumber = Value("index_number"),
            Issuer = Value("issuer"),
            CreatedOn = Day(Value("created_on"), "created_on"),
            PublishedOn = Day(Value("published_on"), "published_on"),
            Topic = Value("topic"),
            Column = Value("column"),
            Validity = Value("validity"),
            Url = Value("url"),
            Attachments = attachments,
            Notes = unknown.Count == 0 ? null : JsonSerializer.Serialize(unknown.DistinctBy(property => property.Name, StringComparer.Ordinal).ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal), s_json),
            UnknownKeys = [.. unknown.Select(property => property.Name)],
        };
    }

    private bool Says(string word) => Column?.Contains(word, StringComparison.Ordinal) == true;

    private static string? Plain(JsonElement value, string key) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new RefusedException($"{key}应当是文字。", key),
    };

    private static IEnumerable<string> Listed(JsonElement json)
    {
        if (!json.TryGetProperty("attachments", out var list) || list.ValueKind == JsonValueKind.Null)
            yield break;
        if (list.ValueKind != JsonValueKind.Array)
            throw new RefusedException("attachments应当是路径的列表。", "attachments");
        foreach (var path in list.EnumerateArray())
            yield return path.ValueKind == JsonValueKind.String ? path.GetString()! : throw new RefusedException("attachments应当是路径的列表。", "attachments");
    }

    private static string Needed(string? value, string key) =>
        value is { Length: > 0 and <= 200 } ? value : throw new RefusedException(value is null ? $"没有{key}。" : $"{key}最多200个字，现有{value.Length}个。", key);

    private static DateOnly? Day(string? text, string key)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text.Length > 10)
            return text.Contains('Z', StringComparison.Ordinal) || text.Contains('+', StringComparison.Ordinal) ? instant.LegalDate : DateOnly.FromDateTime(instant.DateTime);
        throw new RefusedException($"{key}“{text}”不是日期，应当写成2024-04-02的样子。", key);
    }
}
