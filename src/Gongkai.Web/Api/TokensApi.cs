using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.People;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Api;

/// <summary>接口令牌接口: one's own tokens. They are made by a person on the page of his account, never by a program.</summary>
public static class TokensApi
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        api.MapGet("/tokens", List).Requires(Permission.UseOffice).WithName("listTokens").WithSummary("自己的接口令牌").Produces<IReadOnlyList<TokenDetails>>();
        api.MapGet("/tokens/all", Everybody).Requires(Permission.ManageAccounts).WithName("listAllTokens").WithSummary("全站的接口令牌，新的在前").Produces<Paged<OthersToken>>();
        api.MapDelete("/tokens/{id:guid}", Revoke).Requires(Permission.UseOffice).WithName("revokeToken").WithSummary("撤销接口令牌：自己的，或者有管理账号权限时他人的");
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db)
    {
        var mine = http.Visit.Officer.Id;
        var rows = await (from token in db.ApiTokens.AsNoTracking()
                          join use in db.ApiTokenUses on token.Id equals use.Token
                          where token.Officer == mine
                          orderby token.Id
                          select new { Token = token, use.LastOn }).ToListAsync(http.Cancel);
        return Results.Ok(rows.Select(row => new TokenDetails(row.Token.Id.Value, row.Token.Name, row.Token.Scopes, row.Token.CreatedAt, row.Token.ExpiresOn, row.Token.RevokedAt, row.LastOn)));
    }

    private static async Task<IResult> Everybody(HttpContext http, GongkaiDb db, int page = 1, int size = 50)
    {
        var rows = await TokenRow.Of(db, http.Visit.Rules.BodiesFor(http.Visit.Officer, Permission.ManageAccounts, http.Visit.Today), http.Cancel);
        return Results.Ok(rows.Page(page, size).Select(row => new OthersToken(
            row.Token.Id.Value, row.Token.Name, row.Token.Officer.Value, row.Officer, row.BodyKey, row.Token.Scopes, row.Token.CreatedAt, row.Token.ExpiresOn, row.Token.RevokedAt, row.LastOn)));
    }

    private static async Task<IResult> Revoke(HttpContext http, GongkaiDb db, RevokeToken revoke, Guid id)
    {
        var wanted = new ApiTokenId(id);
        if (!await db.ApiTokens.AnyAsync(token => token.Id == wanted, http.Cancel))
            throw new NotThereException("没有这个令牌。");
        await revoke.Run(wanted, http.Visit.Officer, http.Cancel);
        return Results.NoContent();
    }

    private sealed record OthersToken(
        Guid Id, string Name, Guid OfficerId, string Officer, string Body, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateOnly ExpiresOn, DateTimeOffset? RevokedAt, DateOnly? LastUsedOn);

    private sealed record TokenDetails(Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateOnly ExpiresOn, DateTimeOffset? RevokedAt, DateOnly? LastUsedOn);
}
