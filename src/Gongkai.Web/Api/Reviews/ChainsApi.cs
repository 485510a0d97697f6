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
        api.MapGet("/bodies/{key}/review-chains/{kind}", Chain).Requires(Permission.ReadDocuments).WithName("getReviewChain").WithSummary("一种事项现在适用的审查流程；ETag 是本机关为这种事项所设流程的版本，没有设过的为 0").Produces<ChainDetails>();
        api.MapPut("/bodies/{key}/review-chains", SetChain).Requires(Permission.ManageReviewChains).WithName("setReviewChain").WithSummary("设置审查流程；正在进行的审查不变；If-Match 带版本时，已被他人更改则 409").Produces(StatusCodes.Status204NoContent);
        api.MapGet("/bodies/{key}/index-rule", Rule).Requires(Permission.ReadDocuments).WithName("getIndexRule").WithSummary("索引号规则；ETag 是版本，编出新的索引号时不变").Produces<RuleDetails>();
        api.MapPut("/bodies/{key}/index-rule", SetRule).Requires(Permission.ManageIndexRules).WithName("setIndexRule").WithSummary("设置索引号规则；If-Match 带版本时，已被他人更改则 409").Produces(StatusCodes.Status204NoContent);
        api.MapGet("/bodies/{key}/retention", Retention).Requires(Permission.ReadDocuments).WithName("listRetention").WithSummary("每种事项的保管期限").Produces<IReadOnlyList<RetentionDetails>>();
        api.MapGet("/bodies/{key}/retention/{kind}", OneRetention).Requires(Permission.ReadDocuments).WithName("getRetention").WithSummary("一种事项的保管期限；ETag 是本机关所设期限的版本，没有设过的为 0").Produces<RetentionDetails>();
        api.MapPut("/bodies/{key}/retention", SetRetention).Requires(Permission.ManageRetention).WithName("setRetention").WithSummary("设置一种事项的保管期限：permanent、thirty_years、ten_years；已归档的不变；If-Match 带版本时，已被他人更改则 409").Produces(StatusCodes.Status204NoContent);
        api.MapGet("/checked-words", Checked).Requires(Permission.ReadDocuments).WithName("listCheckedWords").WithSummary("校对词表：标准词条、全站词条（site）和本机关词条（body），本机关的优先").Produces<Paged<WordDetails>>();
        api.MapGet("/checked-words/{wrong}", OneWord).Requires(Permission.ReadDocuments).WithName("getCheckedWord").WithSummary("一个词条在本机关怎样检查；ETag 是本机关词条的版本，本机关没有设过的为 0").Produces<WordDetails>();
        api.MapPut("/checked-words", SetWord).Requires(Permission.ManageReviewChains).WithName("setCheckedWord").WithSummary("增加、更改或者停用本机关的词条；停用一个标准或者全站词条，就是本机关的例外；If-Match 带本机关词条的版本（新增为 0）时，已被他人更改则 409").Produces(StatusCodes.Status204NoContent);
        api.MapGet("/site/checked-words/{wrong}", OneSiteWord).Requires(Permission.ReadDocuments).WithName("getSiteWord").WithSummary("一个词条在全站怎样检查；ETag 是全站词条的版本，没有设过的为 0").Produces<WordDetails>();
        api.MapPut("/site/checked-words", SetSite).Requires(Permission.ManageSiteWords).WithName("setSiteWord").WithSummary("增加、更改或者停用全站的词条；If-Match 带全站词条的版本（新增为 0）时，已被他人更改则 409").Produces(StatusCodes.Status204NoContent);
    }

    private static Task<IResult> OneWord(HttpContext http, GongkaiDb db, string wrong) => Word(http, db, http.Visit.Officer.Body, wrong);

    private static Task<IResult> OneSiteWord(HttpContext http, GongkaiDb db, string wrong) => Word(http, db, of: null, wrong);

    /// <summary>What holds, under the version of the list that the address names: 0 where that list says nothing of the word itself.</summary>
    private static async Task<IResult> Word(HttpContext http, GongkaiDb db, BodyId? of, string wrong)
    {
        var added = await db.CheckedWords.AsNoTracking().Where(word => word.Wrong == wrong && (word.Body == null || word.Body == of)).ToListAsync(http.Cancel);
        var shown = added.OrderByDescending(word => word.Body is not null).FirstOrDefault() ?? CheckedWord.Standard.FirstOrDefault(word => word.Wrong == wrong) ?? throw new NotThereException("词表里没有这个词条。");
        var version = added.Find(word => word.Body == of)?.Version ?? 0;
        http.Tag(version);
        return Results.Ok(WordDetails.Of(shown, isStandard: added.Count == 0, version));
    }

    private static async Task<IResult> SetSite(HttpContext http, SetSiteWord set, WordInput asked)
    {
        await set.Run(asked.Wrong ?? "", asked.Right ?? "", Word<CheckedWordKind>(asked.Kind, "kind"), asked.OnlyHint ?? false, asked.IsActive ?? true, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Chains(HttpContext http, GongkaiDb db, ReviewChains chains, string key)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        List<ChainDetails> shown = [];
        foreach (var kind in Enum.GetValues<DocumentKind>())
            shown.Add(await Details(chains, body.Id, kind, http.Cancel));
        return Results.Ok(shown);
    }

    private static async Task<IResult> Chain(HttpContext http, GongkaiDb db, ReviewChains chains, string key, string kind)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var chain = await Details(chains, body.Id, Word<DocumentKind>(kind, "kind"), http.Cancel);
        http.Tag(chain.Version);
        return Results.Ok(chain);
    }

    private static async Task<ChainDetails> Details(ReviewChains chains, BodyId body, DocumentKind kind, CancellationToken cancel)
    {
        var chain = await chains.For(body, kind.Word, cancel);
        return new ChainDetails(kind.Word, kind.Name, chain.Name, chain.Body is null, [.. chain.Stages.OrderBy(stage => stage.Number).Select(StageDetails.Of)], await chains.Version(body, kind.Word, cancel));
    }

    private static async Task<IResult> SetChain(HttpContext http, GongkaiDb db, SetReviewChain set, string key, ChainInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageReviewChains);
        var stages = (asked.Stages ?? []).Select((stage, i) => new ReviewStage(i + 1, stage.Name ?? "", Word<Role>(stage.Role, "stages.role"))
        {
            IsSecrecy = stage.IsSecrecy ?? false,
            Gates = [.. (stage.Gates ?? []).Select(gate => Word<Gate>(gate, "stages.gates"))],
        });
        await set.Run(body.Id, WordOrNull<DocumentKind>(asked.AppliesTo, "applies_to")?.Word, asked.Name ?? "", [.. stages], http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Rule(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var rule = await db.IndexRules.AsNoTracking().SingleOrDefaultAsync(rule => rule.Body == body.Id, http.Cancel);
        http.Tag(rule?.Edition ?? 0);
        return Results.Ok(new RuleDetails(rule?.Pattern ?? IndexRule.Standard, rule?.Code, [.. (rule?.Serials ?? []).OrderBy(serial => serial.Year).Select(serial => new SerialDetails(serial.Year, serial.Last))], rule?.Edition ?? 0));
    }

    private static async Task<IResult> SetRule(HttpContext http, GongkaiDb db, SetIndexRule set, string key, RuleInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageIndexRules);
        await set.Run(body.Id, asked.Pattern ?? "", asked.Code ?? "", http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Retention(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var rules = await RetentionRules.Of(db, body.Id, http.Cancel);
        return Results.Ok(Enum.GetValues<DocumentKind>().Select(kind => RetentionDetails.Of(kind, rules)));
    }

    private static async Task<IResult> OneRetention(HttpContext http, GongkaiDb db, string key, string kind)
    {
        var body = await http.Body(db, key, Permission.ReadDocuments);
        var (rules, wanted) = (await RetentionRules.Of(db, body.Id, http.Cancel), Word<DocumentKind>(kind, "kind"));
        return http.Versioned(rules.VersionOf(wanted), () => RetentionDetails.Of(wanted, rules));
    }

    private static async Task<IResult> SetRetention(HttpContext http, GongkaiDb db, SetRetention set, string key, RetentionInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageRetention);
        await set.Run(body.Id, Word<DocumentKind>(asked.Kind, "kind"), Word<RetentionPeriod>(asked.Period, "period"), http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Checked(HttpContext http, GongkaiDb db, string? q = null, int page = 1, int size = 50)
    {
        var body = http.Visit.Officer.Body;
        var added = await db.CheckedWords.AsNoTracking().Where(word => word.Body == null || word.Body == body).ToListAsync(http.Cancel);
        var all = CheckedWord.Standard.Concat(added.OrderBy(word => word.Body is not null)).GroupBy(word => word.Wrong, StringComparer.Ordinal).Select(words => words.Last())
            .Select(word => WordDetails.Of(word, isStandard: !added.Contains(word), word.Body == body ? word.Version : 0))
            .Where(word => string.IsNullOrWhiteSpace(q) || word.Wrong.Contains(q.Trim(), StringComparison.Ordinal) || word.Right.Contains(q.Trim(), StringComparison.Ordinal));
        return Results.Ok(all.OrderBy(word => word.Wrong, StringComparer.Ordinal).ToList().Page(page, size));
    }

    private static async Task<IResult> SetWord(HttpContext http, SetCheckedWord set, WordInput asked)
    {
        await set.Run(asked.Wrong ?? "", asked.Right ?? "", Word<CheckedWordKind>(asked.Kind, "kind"), asked.OnlyHint ?? false, asked.IsActive ?? true, http.Visit.Officer, http.Seen, http.Cancel);
        return Results.NoContent();
    }

    private sealed record ChainDetails(string AppliesTo, string KindName, string Name, bool IsStandard, IReadOnlyList<StageDetails> Stages, uint Version);

    private sealed record RetentionDetails(string Kind, string KindName, string Period, int? Years, uint Version)
    {
        public static RetentionDetails Of(DocumentKind kind, RetentionRules rules) => new(kind.Word, kind.Name, Words.Of(rules[kind]), rules[kind].Years, rules.VersionOf(kind));
    }

    private sealed record RuleDetails(string Pattern, string? Code, IReadOnlyList<SerialDetails> Serials, uint Version);

    private sealed record SerialDetails(int Year, int Last);

    private sealed record WordDetails(string Wrong, string Right, string Kind, bool OnlyHint, bool IsActive, bool IsStandard, string Origin, uint Version)
    {
        public static WordDetails Of(CheckedWord word, bool isStandard, uint version) => new(word.Wrong, word.Right, Words.Of(word.Kind), word.OnlyHint, word.IsActive, isStandard, isStandard ? "standard" : word.Body is null ? "site" : "body", version);
    }

    internal sealed record ChainInput(string? AppliesTo, string? Name, IReadOnlyList<StageInput>? Stages);

    internal sealed record StageInput(string? Name, string? Role, bool? IsSecrecy, IReadOnlyList<string>? Gates);

    internal sealed record RetentionInput(string? Kind, string? Period);

    internal sealed record RuleInput(string? Pattern, string? Code);

    internal sealed record WordInput(string? Wrong, string? Right, string? Kind, bool? OnlyHint, bool? IsActive);
}
