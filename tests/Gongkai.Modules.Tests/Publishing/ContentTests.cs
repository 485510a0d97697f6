using Gongkai.Bodies;
using Gongkai.Publishing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>内容要素: what may stand in the fields of a document.</summary>
public sealed class ContentTests
{
    [Fact]
    public void The_elements_of_article_12_and_of_the_platform_are_demanded() =>
        Assert.Equal(["title", "summary", "issuer", "created_on", "topic", "article20_item", "html"], ContentFields.Lacking(new DocumentContent()).Select(field => field.Key));

    [Fact]
    public void Blanks_are_no_element() =>
        Assert.Equal(["summary"], ContentFields.Lacking(With(content => content.Summary = "　 ")).Select(field => field.Key));

    private static DocumentContent With(Action<DocumentContent> change)
    {
        var content = Desk.Content();
        change(content);
        return content;
    }

    [Theory]
    [InlineData("topic", "胡说")]
    [InlineData("genre", "小说")]
    [InlineData("article20_item", "a20_99")]
    public void A_class_that_there_is_not_is_refused_by_its_field(string field, string word)
    {
        var (content, before) = (Desk.Content(), Desk.Content());
        foreach (var one in new[] { content, before })
        {
            one.Topic = field == "topic" ? word : one.Topic;
            one.Genre = field == "genre" ? word : "通知";
            one.Article20Item = field == "article20_item" ? word : one.Article20Item;
        }

        var refused = Assert.Throws<RefusedException>(() => CleanContent.Of(content));

        Assert.Equal(field, refused.Field);
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);

        // What was moved in with a word of the old site may be worked at without naming another at once.
        Assert.Equal(content.Topic, CleanContent.Of(content, before).Content.Topic);
        Assert.Equal(content.Topic, CleanContent.OfElsewhere(content).Content.Topic);
    }
}
