using System.Text.Json.Nodes;

namespace Gongkai.AnnualReports.Checking.Output;

/// <summary>SARIF中的工具: its version and every rule.</summary>
internal static class SarifTool
{
    private static readonly Dictionary<string, int> s_indexes = Checker.Rules.Select((rule, index) => (rule.Descriptor.Id, index)).ToDictionary();

    public static int? IndexOf(string rule) => s_indexes.TryGetValue(rule, out var index) ? index : null;

    public static JsonObject ToNode(bool english) => new()
    {
        ["driver"] = new JsonObject
        {
            ["name"] = "gongkai",
            ["fullName"] = "Gongkai 公开 年报体检",
            ["semanticVersion"] = typeof(SarifTool).Assembly.GetName().Version!.ToString(3),
            ["rules"] = new JsonArray([.. Checker.Rules.Select(rule => (JsonNode)ToNode(rule.Descriptor, english))]),
        },
    };

    /// <summary>A relative address is not allowed as helpUri (3.49.12), so the help names the page instead.</summary>
    private static JsonObject ToNode(RuleDescriptor rule, bool english) => new()
    {
        ["id"] = rule.Id,
        ["name"] = rule.Title,
        ["shortDescription"] = Text(english ? rule.English : rule.Title),
        ["fullDescription"] = Text(english ? $"{rule.English}." : $"{rule.Title}（{rule.English}）。"),
        ["help"] = new JsonObject { ["text"] = $"{rule.HelpPath}", ["markdown"] = $"[{rule.Id} {rule.Title}]({rule.HelpPath})" },
        ["defaultConfiguration"] = new JsonObject
        {
            ["level"] = rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
        },
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
