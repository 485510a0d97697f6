using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.AnnualReports.Checking;
using Gongkai.Formats;

namespace Gongkai.Cli;

/// <summary>已知事实文件: `{ "level": "county", "rule_making_power": false, "published_on": "2023-02-10", "url": "https://…" }`.</summary>
internal static class FactsFile
{
    private static readonly string[] s_levels = ["central", "province", "prefecture", "county", "township", "department", "government_organ"];

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="UnreadableFileException">It cannot be read, is no JSON, or says something unknown.</exception>
    public static Facts Read(string path)
    {
        try
        {
            var facts = JsonSerializer.Deserialize<Facts>(File.ReadAllBytes(path), s_json) ?? throw new UnreadableFileException($"{path}：应当是一个JSON对象");
            return facts.Level is null || s_levels.Contains(facts.Level) ? facts
                : throw new UnreadableFileException($"{path}：level 应当是 {string.Join("、", s_levels)} 之一，不是 {facts.Level}");
        }
        catch (JsonException problem)
        {
            throw new UnreadableFileException($"{path}：不是要求的JSON（第 {problem.LineNumber + 1} 行，{problem.Path}）。只能有 level、rule_making_power、published_on、url 四项", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"{path}：{Unreadable.Why(problem)}", problem);
        }
    }
}
