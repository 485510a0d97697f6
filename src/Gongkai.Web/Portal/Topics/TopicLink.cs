using Gongkai.Bodies;
using Gongkai.Publishing;

namespace Gongkai.Web.Portal.Topics;

/// <summary>专题的链接: a public topic with the address it stands at.</summary>
/// <param name="Topic">What is shown.</param>
/// <param name="Body">Whose it is.</param>
/// <param name="IsNamed">Whether the body is said beside it, where topics of several stand together.</param>
public sealed record TopicLink(PublicTopic Topic, BodyNode Body, bool IsNamed)
{
    public string Address => $"/{Body.Key}/topics/{Topic.Key}";

    public string Title => Topic.Shown.Title;

    /// <summary>The first sentence of the introduction.</summary>
    public string Beginning => Topic.Shown.Introduction.IndexOfAny(['。', '\n']) is var end and > 0 ? Topic.Shown.Introduction[..(Topic.Shown.Introduction[end] == '。' ? end + 1 : end)] : Topic.Shown.Introduction;

    public static IReadOnlyList<TopicLink> Of(IEnumerable<PublicTopic> topics, BodyTree tree, bool named) =>
        [.. from topic in topics let body = tree.Find(topic.Body) where body is not null select new TopicLink(topic, body, named)];
}
