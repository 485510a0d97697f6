using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Publishing;

/// <summary>保管期限规则: how long a body keeps a kind of document, where it says otherwise than data/catalogue/retention.json.</summary>
public sealed class RetentionRule(BodyId body, DocumentKind kind) : IRecordable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public BodyId Body { get; } = body;
    public DocumentKind Kind { get; } = kind;
    public required RetentionPeriod Period { get; set; }

    /// <summary>From 1; 0 is what nobody has set.</summary>
    public uint Version { get; private set; } = 1;

    string IRecordable.Kind => "retention_rule";
    string IRecordable.Key => $"{Body.Value}/{Kind.Word}";

    /// <summary>What holds until a body says otherwise.</summary>
    public static IReadOnlyDictionary<DocumentKind, RetentionPeriod> Standard { get; } = Read();

    private static Dictionary<DocumentKind, RetentionPeriod> Read()
    {
        using var stream = typeof(RetentionRule).Assembly.GetManifestResourceStream("catalogue/retention.json")!;
        return JsonSerializer.Deserialize<RetentionFile>(stream, s_json)!.Kinds.ToDictionary(row => Words.Parse<DocumentKind>(row.Kind), row => Words.Parse<RetentionPeriod>(row.Period));
    }

    private sealed record RetentionFile(string About, IReadOnlyList<RetentionRow> Kinds);

    private sealed record RetentionRow(string Kind, string Period);
}
