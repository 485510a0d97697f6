using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Bodies;
using Gongkai.Data;

namespace Gongkai.Reviews;

/// <summary>标准审查流程: data/review/chains.json, what holds until a body sets its own.</summary>
public static class StandardChains
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<ReviewChain> All { get; } = Read();

    public static ReviewChain For(string kind) => All.FirstOrDefault(chain => chain.AppliesTo == kind) ?? All.First(chain => chain.AppliesTo is null);

    private static List<ReviewChain> Read()
    {
        using var stream = typeof(StandardChains).Assembly.GetManifestResourceStream("review/chains.json")!;
        var file = JsonSerializer.Deserialize<ChainFile>(stream, s_json)!;
        return [.. file.Chains.Select(chain => ReviewChain.Of(
            default,
            body: null,
            chain.AppliesTo,
            chain.Name,
            [.. chain.Stages.Select((stage, i) => new ReviewStage(i + 1, stage.Name, Words.Parse<Role>(stage.Role)) { IsSecrecy = stage.Secrecy, Gates = [.. stage.Gates.Select(Words.Parse<Gate>)] })],
            default))];
    }

    private sealed record ChainFile(string About, IReadOnlyList<ChainRow> Chains);

    private sealed record ChainRow(string Name, string? AppliesTo, IReadOnlyList<StageRow> Stages);

    private sealed record StageRow(string Name, string Role, bool Secrecy, IReadOnlyList<string> Gates);
}
