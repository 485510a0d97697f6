using Gongkai.Bodies;
using Gongkai.Reviews;

namespace Gongkai.Publishing;

/// <summary>
/// 直接公开的话: reasons and names that one person types and everybody reads at once, without a chain: of a withdrawal, which cannot wait, of a repeal or expiry. What must not be
/// public is refused, not pointed at: nobody comes after to look.
/// </summary>
public sealed class PublicWords(PreChecker checker)
{
    /// <exception cref="RefusedException">They carry what must not be public: personal data, or a mark of secrecy.</exception>
    public async Task Demand(BodyId body, string label, string? words, string field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;
        var checks = await checker.Ready(cancel);
        if (checks.Run(new InspectedItem("", words) { Body = body }).FirstOrDefault(found => found.Severity == FindingSeverity.Serious) is not { } serious)
            return;
        var advice = field == "public_title" ? "请另写一个不含这些内容的标题，显示在撤下说明中" : "请改写";
        throw new RefusedException($"{label}会直接向社会公开，其中有不宜公开的内容“{serious.Words}”（{serious.Advice}）；{advice}后再办理。", field);
    }
}
