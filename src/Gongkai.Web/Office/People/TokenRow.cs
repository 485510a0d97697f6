using Gongkai.Bodies;
using Gongkai.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.People;

/// <summary>一个令牌: whose it is and when it was last good for something.</summary>
public sealed record TokenRow(ApiToken Token, string Officer, string Body, string BodyKey, DateOnly? LastOn)
{
    /// <param name="db">Where.</param>
    /// <param name="within">Of officers of these bodies; null for all.</param>
    /// <param name="cancel">To stop.</param>
    public static async Task<IReadOnlyList<TokenRow>> Of(GongkaiDb db, IReadOnlySet<BodyId>? within, CancellationToken cancel)
    {
        var rows = await (from token in db.ApiTokens.AsNoTracking()
                          join use in db.ApiTokenUses on token.Id equals use.Token
                          join officer in db.Officers on token.Officer equals officer.Id
                          join body in db.Bodies on officer.Body equals body.Id
                          orderby token.Id descending
                          select new { Token = token, Officer = officer.Name, Body = body.Id, body.ShortName, body.Key, use.LastOn }).ToListAsync(cancel);
        return [.. rows.Where(row => within is null || within.Contains(row.Body)).Select(row => new TokenRow(row.Token, row.Officer, row.ShortName, row.Key, row.LastOn))];
    }
}
