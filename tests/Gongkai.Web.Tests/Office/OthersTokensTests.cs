using System.Net;
using Gongkai.Bodies;
using Gongkai.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>全站的接口令牌: the security administrator sees everybody's and ends what should not be.</summary>
public sealed class OthersTokensTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_listed_and_ended_by_the_security_administrator()
    {
        using var program = await Caller.Of(yunze, "yunyang-publish", "documents.read");
        using var security = await yunze.SignedIn("security");
        using var administrator = await Caller.Of(yunze, "security");
        var officer = await yunze.OfficerOf("yunyang-publish");
        var token = await yunze.Db(db => db.ApiTokens.Where(token => token.Officer == officer && token.RevokedAt == null).OrderByDescending(token => token.Id).Select(token => token.Id).FirstAsync(Cancel));
        await program.Do("GET", "documents");

        var page = await YunzeSite.Text(await security.GetAsync(new Uri("/office/tokens", UriKind.Relative), Cancel));
        var listed = (await administrator.Do("GET", "tokens/all?size=200")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == token.Value);
        var ended = await YunzeSite.PostTo(security, "/office/tokens", "/office/tokens?handler=Revoke", ("token", $"{token.Value}"));

        Assert.Contains($"value=\"{token.Value}\"", page, StringComparison.Ordinal);
        Assert.Equal("yunyang", listed.GetProperty("body").GetString());
        Assert.NotNull(listed.GetProperty("last_used_on").GetString());
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Refused("GET", "documents")).Status);
        Assert.DoesNotContain($"value=\"{token.Value}\"", await YunzeSite.Text(await security.GetAsync(new Uri("/office/tokens?all=true", UriKind.Relative), Cancel)), StringComparison.Ordinal);
    }
}
