using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Search;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>检索维护接口: synonyms of the whole site, and what visitors looked for and did not find.</summary>
public static class SynonymsApi
{
    public static void MapSynonyms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/synonyms", List).Requires(Permission.ManageSearch).WithName("listSynonyms").WithSummary("本站的同义词，使用中的在前").Produces<Paged<SynonymDetails>>();
        api.MapPost("/synonyms", Add).Requires(Permission.ManageSearch).WithName("addSynonym").WithSummary("增加一组同义词").Produces<SynonymDetails>(StatusCodes.Status201Created);
        api.MapGet("/synonyms/{id:guid}", One).Requires(Permission.ManageSearch).WithName("getSynonym").WithSummary("一组同义词；ETag 是版本").Produces<SynonymDetails>();
        api.MapPut("/synonyms/{id:guid}", Change).Requires(Permission.ManageSearch).WithName("putSynonym").WithSummary("更改、停用或者启用一组同义词；If-Match 带版本时，已被他人更改则 409").Produces<SynonymDetails>();
        api.MapGet("/missed-queries", Missed).Requires(Permission.ManageSearch).WithName("listMissedQueries").WithSummary("没有结果的检索，次数多的在前；只记检索词，其中的号码记作***").Produces<Paged<MissedDetails>>();
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, int page = 1, int size = 50) =>
        Results.Ok((await db.Synonyms.AsNoTracking().OrderByDescending(one => one.IsActive).ThenBy(one => one.Id).Page(page, size, http.Cancel)).Select(SynonymDetails.Of));

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, Guid id)
    {
        var group = await Find(http, db, id);
        return http.Versioned(group.Version, () => SynonymDetails.Of(group));
    }

    private static async Task<IResult> Add(HttpContext http, SetSynonym set, SynonymInput asked)
    {
        var group = await set.Run(id: null, string.Join('\n', asked.Words ?? []), asked.IsActive ?? true, http.Visit.Officer, seen: null, http.Cancel);
        http.Tag(group.Version);
        return Results.Created($"/api/v1/synonyms/{group.Id.Value}", SynonymDetails.Of(group));
    }

    private static async Task<IResult> Change(HttpContext http, GongkaiDb db, SetSynonym set, Guid id, SynonymInput asked)
    {
        var known = await Find(http, db, id);
        var group = await set.Run(known.Id, string.Join('\n', asked.Words ?? known.Words), asked.IsActive ?? known.IsActive, http.Visit.Officer, http.Seen ?? (asked.Words is null || asked.IsActive is null ? known.Version : null), http.Cancel);
        http.Tag(group.Version);
        return Results.Ok(SynonymDetails.Of(group));
    }

    private static async Task<IResult> Missed(HttpContext http, GongkaiDb db, int page = 1, int size = 50) =>
        Results.Ok((await db.MissedQueries.AsNoTracking().OrderByDescending(one => one.Count).ThenByDescending(one => one.LastAt).Page(page, size, http.Cancel)).Select(one => new MissedDetails(one.Text, one.Count, one.LastAt)));

    private static async Task<Synonym> Find(HttpContext http, GongkaiDb db, Guid id)
    {
        var wanted = new SynonymId(id);
        return await db.Synonyms.AsNoTracking().SingleOrDefaultAsync(one => one.Id == wanted, http.Cancel) ?? throw new NotThereException("没有这组同义词。");
    }

    private sealed record SynonymDetails(Guid Id, IReadOnlyList<string> Words, bool IsActive, uint Version)
    {
        public static SynonymDetails Of(Synonym group) => new(group.Id.Value, group.Words, group.IsActive, group.Version);
    }

    private sealed record MissedDetails(string Text, int Count, DateTimeOffset LastAt);

    internal sealed record SynonymInput(IReadOnlyList<string>? Words, bool? IsActive);
}
