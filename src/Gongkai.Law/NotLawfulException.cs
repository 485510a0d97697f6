namespace Gongkai.Law;

/// <summary>依法不可: the law does not allow it now; the message says so in Chinese, the article says by which rule.</summary>
public sealed class NotLawfulException(string message, Article? law = null) : Exception(law is { } article ? $"{message}（{article}）" : message)
{
    public Article? Law { get; } = law;
}
