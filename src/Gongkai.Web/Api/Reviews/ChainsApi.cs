using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api.Reviews;

/// <summary>审查流程、校对词表、索引号规则接口: what a body sets for its own work.</summary>
public static class ChainsApi
{
    public static void MapChains(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies/{key}/review-chains", Chains).Requires(Permission.ReadDocuments).WithName("listReviewChains").WithSummary("每种事项现在适用的审查流程").Produces<IReadOnlyList<ChainDetails>>();
        api.MapPut("/bodies/{key}/review-chains", SetChain).Requires(Permission.ManageReviewChains).WithName("setReviewChain").WithSummary("设置审查流程；正在进行的审查不变");
        api.MapGet("/bodies/{key}/index-rule", Rule).Requires(Permission.ReadDocuments).WithName("getIndexRule").WithSummary("索引号规则").Produces<RuleDetails>();
        api.MapPut("/bodies/{key}/index-rule", SetRule).Requires(Permission.ManageIndexRules).WithName("setIndexRule").WithSummary("设置索引号规则");
        api.MapGet("/bodies/{key}/retention", Retention).Requires(Permission.ReadDocuments).WithName("listRetention").WithSummary("每种事项的保管期限").Produces<IReadOnlyList<RetentionDetails>>();
        api.MapPut("/bodies/{key}/retention", SetRetention).Requires(Permission.ManageRetention).WithName("setRetention").WithSummary("设置一种事项的保管期限：permanent、thirty_years、ten_years；已归档的不变");
        api.MapGet("/checked-words", Checked).Requires(Permission.ReadDocuments).WithName("listCheckedWords").WithSummary("校对词表：标准词条、全站词条（site）和本机关词条（body），本机关的优先").Produces<Paged<WordDetails>>();
        api.MapPut("/checked-words", SetWord).Requires(Permission.ManageReviewChains).WithName("setCheckedWord").WithSummary("增加、更改或者停用本机关的词条；停用一个标准或者全站词条，就是本机关的例外");
        api.MapPut("/site/checked-words", SetSite).Requires(Permission.ManageSiteWords).WithName("setSiteWord").WithSummary("增加、更改或者停用全站的词条");
    }

    private static async Task<IResult> SetSite(HttpContext http, SetSiteWord set, WordInput asked)
    {
        await set.Run(asked.Wrong ?? "", asked.Right ?? "", Word<CheckedWordKind>(asked.Kind, "kind"), asked.OnlyHint ?? false, asked.IsActive ?? true, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Chains(HttpContext http, GongkaiDb db, ReviewChains chains, string key)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        List<ChainDetails> shown = [];
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var chain = await chains.For(body.Id, kind.Word, http.Cancel);
            shown.Add(new ChainDetails(kind.Word, kind.Name, chain.Name, chain.Body is null, [.. chain.Stages.OrderBy(stage => stage.Number).Select(StageDetails.Of)]));
        }

        return Results.Ok(shown);
    }

    private static async Task<IResult> SetChain(HttpContext http, GongkaiDb db, SetReviewChain set, string key, ChainInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageReviewChains);
        var stages = (asked.Stages ?? []).Select((stage, i) => new ReviewStage(i + 1, stage.Name ?? "", Word<Role>(stage.Role, "stages.role"))
        {
            IsSecrecy = stage.IsSecrecy ?? false,
            Gates = [.. (stage.Gates ?? []).Select(gate => Word<Gate>(gate, "stages.gates"))],
        });
        await set.Run(body.Id, WordOrNull<DocumentKind>(asked.AppliesTo, "applies_to")?.Word, asked.Name ?? "", [.. stages], http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Rule(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var rule = await db.IndexRules.AsNoTracking().SingleOrDefaultAsync(rule => rule.Body == body.Id, http.Cancel);
        return Results.Ok(new RuleDetails(rule?.Pattern ?? IndexRule.Standard, rule?.Code, [.. (rule?.Serials ?? []).OrderBy(serial => serial.Year).Select(serial => new SerialDetails(serial.Year, serial.Last))]));
    }

    private static async Task<IResult> SetRule(HttpContext http, GongkaiDb db, SetIndexRule set, string key, RuleInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageIndexRules);
        await set.Run(body.Id, asked.Pattern ?? "", asked.Code ?? "", http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Retention(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var rules = await RetentionRules.Of(db, body.Id, http.Cancel);
        return Results.Ok(Enum.GetValues<DocumentKind>().Select(kind => new RetentionDetails(kind.Word, kind.Name, Words.Of(rules[kind]), rules[kind].Years)));
    }

    private static async Task<IResult> SetRetention(HttpContext http, GongkaiDb db, SetRetention set, string key, RetentionInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageRetention);
        await set.Run(body.Id, Word<DocumentKind>(asked.Kind, "kind"), Word<RetentionPeriod>(asked.Period, "period"), http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Checked(HttpContext http, GongkaiDb db, string? q = null, int page = 1, int size = 50)
    {
        var body = http.Visit.Officer.Body;
        var added = await db.CheckedWords.AsNoTracking().Where(word => word.Body == null || word.Body == body).ToListAsync(http.Cancel);
        var all = CheckedWord.Standard.Concat(added.OrderBy(word => word.Body is not null)).GroupBy(word => word.Wrong, StringComparer.Ordinal).Select(words => words.Last())
            .Select(word => WordDetails.Of(word, isStandard: !added.Contains(word)))
            .Where(word => string.IsNullOrWhiteSpace(q) || word.Wrong.Contains(q.Trim(), StringComparison.Ordinal) || word.Right.Contains(q.Trim(), StringComparison.Ordinal));
        return Results.Ok(all.OrderBy(word => word.Wrong, StringComparer.Ordinal).ToList().Page(page, size));
    }

    private static async Task<IResult> SetWord(HttpContext http, SetCheckedWord set, WordInput asked)
    {
        await set.Run(asked.Wrong ?? "", asked.Right ?? "", Word<CheckedWordKind>(asked.Kind, "kind"), asked.OnlyHint ?? false, asked.IsActive ?? true, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private sealed record ChainDetails(string AppliesTo, string KindName, string Name, bool IsStandard, IReadOnlyList<StageDetails> Stages);

    private sealed record RetentionDetails(string Kind, string KindName, string Period, int? Years);

    private sealed record RuleDetails(string Pattern, string? Code, IReadOnlyList<SerialDetails> Serials);

    private sealed record SerialDetails(int Year, int Last);

    private sealed record WordDetails(string Wrong, string Right, string Kind, bool OnlyHint, bool IsActive, bool IsStandard, string Origin)
    {
        public static WordDetails Of(CheckedWord word, bool isStandard) => new(word.Wrong, word.Right, Words.Of(word.Kind), word.OnlyHint, word.IsActive, isStandard, isStandard ? "standard" : word.Body is null ? "site" : "body");
    }

    internal sealed record ChainInput(string? AppliesTo, string? Name, IReadOnlyList<StageInput>? Stages);

    internal sealed record StageInput(string? Name, string? Role, bool? IsSecrecy, IReadOnlyList<string>? Gates);

    internal sealed record RetentionInput(string? Kind, string? Period);

    internal sealed record RuleInput(string? Pattern, string? Code);

    internal sealed record WordInput(string? Wrong, string? Right, string? Kind, bool? OnlyHint, bool? IsActive);
}
