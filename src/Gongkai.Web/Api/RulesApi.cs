using Gongkai.AnnualReports.Checking;

namespace Gongkai.Web.Api;

/// <summary>检查规则 for programs.</summary>
public static class RulesApi
{
    public static void MapRules(this IEndpointRouteBuilder api) =>
        api.MapGet("/rules", () => Checker.Rules.Select(rule => new RuleEntry(
                rule.Descriptor.Id,
                rule.Descriptor.Title,
                rule.Descriptor.English,
                rule.Descriptor.Severity.ToString().ToLowerInvariant(),
                $"/check/rules/{rule.Descriptor.Id}")))
            .WithName("listRules")
            .WithTags("规则")
            .WithSummary("列出全部检查规则")
            .WithDescription("编号、标题、缺省级别和说明页地址。编号从不重复使用。");
}

/// <summary>规则条目.</summary>
/// <param name="Id">编号，如 R021。</param>
/// <param name="Title">标题。</param>
/// <param name="English">英文标题。</param>
/// <param name="Severity">缺省级别：error、warning、info。</param>
/// <param name="Help">说明页地址。</param>
public sealed record RuleEntry(string Id, string Title, string English, string Severity, string Help);
