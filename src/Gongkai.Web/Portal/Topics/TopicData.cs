using Gongkai.Bodies;
using Gongkai.Publishing;
using Gongkai.Web.Portal.Frame;

namespace Gongkai.Web.Portal.Topics;

/// <summary>专题的开放数据: the topics that everybody may read, for programs.</summary>
public static class TopicData
{
    public static void MapTopicData(this IEndpointRouteBuilder data)
    {
        data.MapGet("/topics", List).WithName("publicTopics").WithSummary("各机关的专题：名称、导语、起止日期、地址").Produces<IReadOnlyList<TopicRow>>();
        data.MapGet("/topics/{body}/{topic}", One).WithName("publicTopic").WithSummary("一个专题：各栏现在收录的公开信息；已撤下的返回 410").Produces<TopicSections>();
    }

    private static async Task<IResult> List(HttpContext http, PortalVisit visit, TopicReader reader)
    {
        var tree = await visit.Tree(http.RequestAborted);
        return Results.Ok((await reader.List(body: null, http.RequestAborted)).Where(topic => tree.Find(topic.Body) is not null).Select(topic => Row(topic, tree.Find(topic.Body)!)));
    }

    private static async Task<IResult> One(HttpContext http, PortalVisit visit, TopicReader reader, string body, string topic)
    {
        if (!await visit.Enter(body, http.RequestAborted) || await reader.Read(visit.Body!.Id, topic, http.RequestAborted) is not { } open)
            return Results.Problem("没有这个专题。", statusCode: StatusCodes.Status404NotFound);
        if (open.Shown is null)
            return Results.Problem($"这个专题已于{open.Topic.WithdrawnOn:yyyy年M月d日}撤下：{open.Topic.WithdrawnBecause}", statusCode: StatusCodes.Status410Gone);
        return Results.Ok(new TopicSections(
            Row(open.Shown, visit.Body),
            [.. open.Sections.Select(part => new TopicPart(part.Part.Heading, part.Part.Note, part.Total, [.. part.Items.Select(item => new TopicItem(item.Id.Value, item.Title, $"/documents/{item.Id.Value}", item.PublishedOn))]))]));
    }

    private static TopicRow Row(PublicTopic topic, BodyNode body) => new(
        body.Key, topic.Key, topic.Shown.Title, topic.Shown.Introduction, topic.Shown.StartsOn, topic.Shown.EndsOn, topic.IsEnded, topic.Shown.PublishedOn, $"/{body.Key}/topics/{topic.Key}");

    private sealed record TopicRow(string Body, string Key, string Title, string Introduction, DateOnly? StartsOn, DateOnly? EndsOn, bool IsArchived, DateOnly? PublishedOn, string Url);

    private sealed record TopicSections(TopicRow Topic, IReadOnlyList<TopicPart> Sections);

    private sealed record TopicPart(string Heading, string? Note, int Total, IReadOnlyList<TopicItem> Items);

    private sealed record TopicItem(Guid Id, string Title, string Url, DateOnly PublishedOn);
}
