namespace Gongkai.Reviews;

/// <summary>错别字和不规范名称, by the list of data/review/words.json and the bodies' own.</summary>
public sealed class WrongWords : IPreCheck
{
    public string Id => "wrong_word";
    public string Name => "错别字和名称";

    public IEnumerable<Finding> Check(InspectedItem item)
    {
        foreach (var (where, text) in item.Texts)
        {
            foreach (var word in item.WrongWords)
            {
                for (var at = text.IndexOf(word.Wrong, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word.Wrong, at + word.Wrong.Length, StringComparison.Ordinal))
                    yield return new Finding(Id, word.OnlyHint ? FindingSeverity.Hint : FindingSeverity.Warning, where, at, word.Wrong, word.Kind == CheckedWordKind.Misspelling ? $"疑为“{word.Right}”" : $"名称应当为“{word.Right}”");
            }
        }
    }
}
