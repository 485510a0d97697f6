using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Web.Api.Calls;

namespace Gongkai.Web.Api;

/// <summary>专题、页脚接口.</summary>
public static class TopicsApi
{
    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies/{key}/topics", List).Requires(Permission.ReadCatalogue).WithName("listTopics").WithSummary("机关的专题，含草稿").Produces<IReadOnlyList<TopicDetails>>();
        api.MapGet("/bodies/{key}/topics/{topic}", One).Requires(Permission.ReadCatalogue).WithName("getTopic").WithSummary("一个专题，有草稿的是草稿；ETag 是版本").Produces<TopicDetails>();
        api.MapPut("/bodies/{key}/topics/{topic}", Edit).Requires(Permission.ManageTopics).WithName("putTopic").WithSummary("新建专题或者修改草稿；没有提交的项目清空；If-Match 带版本时，已被他人更改则 409").Produces<TopicDetails>();
        api.MapPost("/bodies/{key}/topics/{topic}/publish", Publish).Requires(Permission.ManageTopics).WithName("publishTopic").WithSummary("发布专题的草稿；发布人自己写过的，不能发布").Produces<TopicDetails>();
        api.MapPost("/bodies/{key}/topics/{topic}/withdraw", Withdraw).Requires(Permission.ManageTopics).WithName("withdrawTopic").WithSummary("撤下专题").Produces<TopicDetails>();
        api.MapGet("/bodies/{key}/footer", Footer).Requires(Permission.ManageFooter).WithName("getFooter").WithSummary("机关网页的页脚").Produces<FooterDetails>();
        api.MapPut("/bodies/{key}/footer", PutFooter).Requires(Permission.ManageFooter).WithName("putFooter").WithSummary("设置机关网页的页脚；没有提交的项目用平台的设置").Produces<FooterDetails>();
    }

    private static async Task<IResult> List(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ReadCatalogue);
        return Results.Ok((await db.TopicPages.AsNoTracking().Where(topic => topic.Body == body.Id).OrderBy(topic => topic.Key).ToListAsync(http.Cancel)).Select(TopicDetails.Of));
    }

    private static async Task<IResult> One(HttpContext http, GongkaiDb db, string key, string topic)
    {
        var body = await http.Body(db, key, Permission.ReadCatalogue);
        var shown = await db.TopicPages.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body.Id && one.Key == topic, http.Cancel) ?? throw new NotThereException("没有这个专题。");
        return http.Versioned(shown.Version, () => TopicDetails.Of(shown));
    }

    private static async Task<IResult> Edit(HttpContext http, GongkaiDb db, EditTopic edit, string key, string topic, TopicInput asked)
    {
        var body = await http.Body(db, key, Permission.ManageTopics);
        var content = new TopicContent
        {
            Title = asked.Title ?? "",
            Introduction = asked.Introduction ?? "",
            StartsOn = asked.StartsOn,
            EndsOn = asked.EndsOn,
            IsAnnounced = asked.IsAnnounced ?? false,
            TakesInBelow = asked.TakesInBelow ?? false,
            Parts = [.. (asked.Parts ?? []).Select((part, i) => new TopicSection(part.Heading ?? "", part.Note, part.Documents ?? [], part.Column, [.. (part.Kinds ?? []).Select(kind => Word<DocumentKind>(kind, $"kinds_{i + 1}"))], part.Topics ?? []))],
        };
        return Told(http, await edit.Run(body.Id, topic, content, http.Visit.Officer, http.Seen, http.Cancel));
    }

    private static async Task<IResult> Publish(HttpContext http, GongkaiDb db, PublishTopic publish, string key, string topic) =>
        Told(http, await publish.Run((await http.Body(db, key, Permission.ManageTopics)).Id, topic, http.Visit.Officer, http.Seen, http.Cancel));

    private static async Task<IResult> Withdraw(HttpContext http, GongkaiDb db, WithdrawTopic withdraw, string key, string topic, WithdrawInput asked) =>
        Told(http, await withdraw.Run((await http.Body(db, key, Permission.ManageTopics)).Id, topic, asked.Reason, http.Visit.Officer, http.Seen, http.Cancel));

    private static async Task<IResult> Footer(HttpContext http, GongkaiDb db, string key)
    {
        var body = await http.Body(db, key, Permission.ManageFooter);
        var footer = await db.SiteFooters.AsNoTracking().SingleOrDefaultAsync(one => one.Body == body.Id, http.Cancel) ?? new SiteFooter(body.Id);
        return http.Versioned(footer.Version, () => FooterDetails.Of(footer));
    }

    private static async Task<IResult> PutFooter(HttpContext http, GongkaiDb db, SetFooter set, string key, FooterContent asked)
    {
        var body = await http.Body(db, key, Permission.ManageFooter);
        var footer = await set.Run(body.Id, asked, http.Visit.Officer, http.Seen, http.Cancel);
        http.Response.Headers.ETag = $"\"{footer.Version}\"";
        return Results.Ok(FooterDetails.Of(footer));
    }

    private static IResult Told(HttpContext http, TopicPage topic)
    {
        http.Response.Headers.ETag = $"\"{topic.Version}\"";
        return Results.Ok(TopicDetails.Of(topic));
    }

    private sealed record TopicDetails(
        string Key, string Title, string Introduction, DateOnly? StartsOn, DateOnly? EndsOn, bool IsAnnounced, bool TakesInBelow, IReadOnlyList<TopicPartInput> Parts, int Number, DateOnly? PublishedOn, int? Published, DateOnly? WithdrawnOn, uint Version)
    {
        public static TopicDetails Of(TopicPage topic) => Of(topic, topic.Last);

        private static TopicDetails Of(TopicPage topic, TopicVersion last) => new(
            topic.Key, last.Title, last.Introduction, last.StartsOn, last.EndsOn, last.IsAnnounced, last.TakesInBelow, [.. last.Parts.Select(part => new TopicPartInput(part.Heading, part.Note, part.Documents, part.Column, [.. part.Kinds.Select(kind => kind.Word)], part.Topics))], last.Number, last.PublishedOn, topic.Published?.Number, topic.WithdrawnOn, topic.Version);
    }

    private sealed record FooterDetails(string? IdCode, string? Icp, string? Police, string? Sponsor, string? Undertaker, string? Contact, uint Version)
    {
        public static FooterDetails Of(SiteFooter footer) => new(footer.IdCode, footer.Icp, footer.Police, footer.Sponsor, footer.Undertaker, footer.Contact, footer.Version);
    }

    internal sealed record TopicInput(string? Title, string? Introduction, DateOnly? StartsOn, DateOnly? EndsOn, bool? IsAnnounced, bool? TakesInBelow, IReadOnlyList<TopicPartInput>? Parts);

    internal sealed record TopicPartInput(string? Heading, string? Note, IReadOnlyList<Guid>? Documents, string? Column, IReadOnlyList<string>? Kinds, IReadOnlyList<string>? Topics);

    internal sealed record WithdrawInput(string? Reason);
}
