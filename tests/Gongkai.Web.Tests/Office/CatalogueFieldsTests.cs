using System.Net;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Office;

/// <summary>第十二条: 内容概述、法定公开事项、关键词 wherever a document is listed, shown or given as data, and what leads from one to another only where both are public.</summary>
public sealed class CatalogueFieldsTests(YunzeSite yunze)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stand_in_the_list_of_a_column_and_at_the_head_of_the_document()
    {
        using var visitor = yunze.Visitor();
        var list = await Page(visitor, "/kjj/content/notices");
        var id = Guid.Parse(list.Split("<a href=\"/documents/")[1].Split('"')[0]);
        var shown = await Shown(id);

        var document = await Page(visitor, $"/documents/{id}");

        Assert.NotEqual(shown.Title, shown.Summary);
        Assert.Contains($"<p class=\"gist\">{shown.Summary}</p>", WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        Assert.Contains($"<span>{Classes.Item(shown.Article20Item)!.Label}</span>", list, StringComparison.Ordinal);
        foreach (var label in (string[])["法定公开事项", "关键词", "内容概述"])
            Assert.Equal(label != "关键词" || shown.Keywords is not null, document.Contains($"<dt>{label}</dt>", StringComparison.Ordinal));
        Assert.Contains($"<dd>{shown.Summary}</dd>", WebUtility.HtmlDecode(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeal_says_by_which_document_and_a_link_to_what_is_not_public_is_left_out()
    {
        using var visitor = yunze.Visitor();
        var (repealed, interpretation) = await yunze.Db(async db =>
        {
            var open = await db.Documents.Readable.OrderBy(one => one.Id).Select(one => new { one.Id, one.Explains, HasSource = one.History.Any(taken => taken.ByDocument != null) }).ToListAsync(Cancel);
            var ids = open.Select(one => (DocumentId?)one.Id).ToHashSet();
            return (open.Find(one => one.HasSource)?.Id.Value, open.First(one => one.Explains is not null && ids.Contains(one.Explains)).Id.Value);
        });

        var data = await Json(visitor, interpretation);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri($"/documents/{data.GetProperty("explains").GetGuid()}", UriKind.Relative), Cancel)).StatusCode);
        Assert.All(data.GetProperty("changes").EnumerateArray(), change => Assert.True(change.TryGetProperty("by_document", out _)));
        if (repealed is { } id)
            Assert.Contains((await Json(visitor, id)).GetProperty("changes").EnumerateArray(), change => change.GetProperty("by_document").GetString() is { Length: > 0 });
    }

    private Task<DocumentVersion> Shown(Guid id) => yunze.Db(async db => (await db.Documents.AsNoTracking().AsSplitQuery().SingleAsync(one => one.Id == new DocumentId(id), Cancel)).Shown!);

    private static Task<string> Page(HttpClient visitor, string address) => visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

    private static async Task<JsonElement> Json(HttpClient visitor, Guid id) => JsonDocument.Parse(await Page(visitor, $"/documents/{id}.json")).RootElement;
}
