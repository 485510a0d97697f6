using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats.Tests.Books;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Portal.Documents.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Office;

/// <summary>在线阅读: an e-book beside a public document, chapter by chapter; neither before the document is public nor after it is withdrawn.</summary>
public sealed partial class BookPagesTests(YunzeSite yunze)
{
    private static readonly byte[] s_book = new EpubFile { Title = "消费帮扶一本通" }
        .Chapter("一、谁能参加", "<h1>一、谁能参加</h1><h2>范围</h2><p>本县企业<a href=\"c2.xhtml#note\" id=\"back\">〔注〕</a>。<img src=\"../a.png\" alt=\"流程图\"/></p>")
        .Chapter("二、怎样参加", "<p id=\"note\">注：含个体工商户。<a href=\"c1.xhtml#back\">返回</a></p>").Item("a.png", "image/png", EpubFile.Png).Make();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_read_chapter_by_chapter_without_scripts()
    {
        using var visitor = yunze.Visitor();
        var open = $"/documents/{(await Published()).Value}";

        var document = await Page(visitor, open);
        var contents = await Page(visitor, $"{open}/attachments/1/read");
        var first = await Page(visitor, $"{open}/attachments/1/read/1");
        var second = await Page(visitor, $"{open}/attachments/1/read/2");

        Assert.Contains($"href=\"{open}/attachments/1/read\" aria-label=\"在线阅读 一本通.epub\">在线阅读</a>", document, StringComparison.Ordinal);
        Assert.Contains("\"bookFormat\":\"https://schema.org/EBook\"", document, StringComparison.Ordinal);
        Assert.Contains("<h1>消费帮扶一本通</h1>", contents, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{open}/attachments/1/read/2\">二、怎样参加</a>", contents, StringComparison.Ordinal);
        Assert.Contains("第 <span class=\"num\">1</span> / <span class=\"num\">2</span> 章", first, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(first));
        Assert.Contains("<h2>范围</h2>", first, StringComparison.Ordinal);
        Assert.Contains($"rel=\"next\" href=\"{open}/attachments/1/read/2\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
        var note = NoteLink().Match(first).Groups["place"].Value;
        Assert.Contains($"id=\"{note}\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);

        using var picture = await visitor.GetAsync(new Uri($"{open}/attachments/1/pictures/1", UriKind.Relative), Cancel);
        Assert.Contains($"<img src=\"{open}/attachments/1/pictures/1\" alt=\"流程图\">", first, StringComparison.Ordinal);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(EpubFile.Png, await picture.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_else_of_the_archive_has_an_address()
    {
        using var visitor = yunze.Visitor();
        var open = $"/documents/{(await Published()).Value}/attachments";

        foreach (var side in (string[])["1/read/0", "1/read/3", "1/read/-1", "1/pictures/0", "1/pictures/2", "1/pictures/99999", "2/read", "2/pictures/1", "1/pictures/a.png", "1/read/../../book.opf", "1/read/c1.xhtml"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri($"{open}/{side}", UriKind.Relative), Cancel)).StatusCode);
        var other = await yunze.Db(db => db.Documents.Readable.Where(document => document.Form == null).Select(document => document.Id).FirstAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri($"/documents/{other.Value}/attachments/1/read", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task It_comes_and_goes_with_its_document_also_out_of_the_page_cache()
    {
        using var visitor = yunze.Visitor();
        var id = await Drafted();
        string[] doors = [$"/documents/{id.Value}/attachments/1/read", $"/documents/{id.Value}/attachments/1/read/1", $"/documents/{id.Value}/attachments/1/pictures/1"];
        string[] data = [$"/api/v1/public/documents/{id.Value}/attachments/1/chapters", $"/api/v1/public/documents/{id.Value}/attachments/1/chapters/1"];
        async Task<HttpStatusCode[]> Answers(IEnumerable<string> addresses) => await Task.WhenAll(addresses.Select(async address => (await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel)).StatusCode));

        Assert.All(await Answers(doors.Concat(data)), status => Assert.Equal(HttpStatusCode.NotFound, status));
        await Sign(id);
        Assert.All(await Answers(doors.Concat(data)), status => Assert.Equal(HttpStatusCode.NotFound, status));
        await Publish(id);
        Assert.All(await Answers(doors.Concat(data)), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(await Answers(doors), status => Assert.Equal(HttpStatusCode.OK, status));

        using var kept = await visitor.GetAsync(new Uri(doors[1], UriKind.Relative), Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, doors[1]);
        again.Headers.IfNoneMatch.Add(kept.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again, Cancel)).StatusCode);

        var publisher = await Officer(Role.Publisher);
        await Do<WithdrawDocument>(withdraw => withdraw.Run(id, "内容有误", publisher, seen: null, Cancel));
        Assert.All(await Answers(doors), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.All(await Answers(data), status => Assert.Equal(HttpStatusCode.Gone, status));
    }

    [Fact]
    public async Task Programs_read_the_same()
    {
        using var visitor = yunze.Visitor();
        var id = await Published();

        var document = await visitor.GetFromJsonAsync<JsonElement>(new Uri($"/documents/{id.Value}.json", UriKind.Relative), Cancel);
        var book = await visitor.GetFromJsonAsync<JsonElement>(new Uri(new Uri(document.GetProperty("attachments")[0].GetProperty("chapters_url").GetString()!).PathAndQuery, UriKind.Relative), Cancel);
        var chapter = await visitor.GetFromJsonAsync<JsonElement>(new Uri(new Uri(book.GetProperty("chapters")[0].GetProperty("data_url").GetString()!).PathAndQuery, UriKind.Relative), Cancel);

        Assert.Equal(("消费帮扶一本通", 2), (book.GetProperty("title").GetString(), book.GetProperty("contents").GetArrayLength()));
        Assert.Equal((1, 2, "一、谁能参加"), (chapter.GetProperty("number").GetInt32(), chapter.GetProperty("of").GetInt32(), chapter.GetProperty("title").GetString()));
        Assert.Contains($"<img src=\"/documents/{id.Value}/attachments/1/pictures/1\"", chapter.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("本县企业〔注〕。", chapter.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div><h1 id=\"at-0123456789ab\">甲 章</h1><p>话</p></div>", "<div><div id=\"at-0123456789ab\"></div><p>话</p></div>")]
    [InlineData("<h3>甲章</h3><h3>乙</h3><h4>丙</h4>", "<h2>乙</h2><h3>丙</h3>")]
    [InlineData("<p>前言</p><h1>乙</h1><h6>丙</h6>", "<p>前言</p><h2>乙</h2><h6>丙</h6>")]
    [InlineData("<p>没有标题</p>", "<p>没有标题</p>")]
    public void Headings_stand_below_the_title_of_the_page(string html, string shown) => Assert.Equal(shown, ChapterHeadings.Under(html, "甲章"));

    private static async Task<string> Page(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<DocumentId> Published()
    {
        var id = await Drafted();
        await Sign(id);
        await Publish(id);
        return id;
    }

    private async Task<DocumentId> Drafted()
    {
        var clerk = await Officer(Role.CaseOfficer);
        var content = new DocumentContent { Title = $"云溪县商务局关于一本通的解读{Guid.NewGuid():N}", Issuer = "云溪县商务局", Html = "<p>详见电子书。</p>", Topic = "商贸、海关、旅游\\其他", CreatedOn = new(2020, 5, 6), Article20Item = "a20_01", Summary = "解读" };
        DocumentId id = default;
        await Do<DraftDocument>(async draft => id = (await draft.Run(new NewDocument(clerk.Body, DocumentKind.Information), AttributeDecision.Proactive, content, clerk, Cancel)).Id);
        await Do<AttachFile>(attach => attach.Run(id, "一本通.epub", new MemoryStream(s_book), clerk, null, Cancel));
        return id;
    }

    private async Task Sign(DocumentId id)
    {
        var clerk = await Officer(Role.CaseOfficer);
        ReviewId review = default;
        await Do<SubmitForReview>(async submit => review = (await submit.Run(id, clerk, null, Cancel)).Id);
        while (await yunze.Db(async db => (await db.Reviews.AsNoTracking().AsSplitQuery().SingleAsync(one => one.Id == review, Cancel)).Stage) is { } stage)
        {
            var officer = await Officer(stage.Role);
            if (stage.IsSecrecy)
                await Do<RecordSecrecyReview>(record => record.Run(review, SecrecyConclusion.MayBePublished, "不涉及国家秘密", null, [], null, officer, null, Cancel));
            else
                await Do<GiveOpinion>(give => give.Run(review, stage.Gates, "同意", [], null, officer, null, Cancel));
        }
    }

    private async Task Publish(DocumentId id)
    {
        var publisher = await Officer(Role.Publisher);
        await Do<PublishDocument>(publish => publish.Run(id, null, publisher, null, Cancel));
    }

    private Task<Officer> Officer(Role role) => yunze.Db(async db =>
    {
        var body = await db.Bodies.Where(one => one.Key == "yunxi-swj").Select(one => one.Id).SingleAsync(Cancel);
        return (await db.Officers.AsNoTracking().Where(officer => officer.Body == body).ToListAsync(Cancel)).First(officer => officer.Grants.Any(grant => grant.Role == role));
    });

    private async Task Do<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = yunze.Site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    [GeneratedRegex("<h1", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("/read/2#(?<place>at-[0-9a-f]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoteLink();
}
