namespace Gongkai.Search;

/// <summary>无结果的检索: what people looked for and did not find, without what could name a person, and how often.</summary>
public sealed class MissedQuery(string text)
{
    public string Text { get; } = text;
    public int Count { get; set; }
    public DateTimeOffset LastAt { get; set; }
}
