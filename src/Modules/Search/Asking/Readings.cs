using Gongkai.Bodies;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Search;

/// <summary>读法: one way to take what was typed, and what is said when it had to be taken so.</summary>
internal sealed record Reading(IReadOnlyList<WantedWord> Words)
{
    public string? Said { get; init; }
    public double? Share { get; init; }

    /// <summary>What is to be marked where it was found; of what was asked by its sound, how each of the titles writes it.</summary>
    public IReadOnlyList<string> MarksIn(IReadOnlyCollection<string> titles)
    {
        List<string> forms = [.. Words.SelectMany(word => word.Forms).Distinct(StringComparer.Ordinal)];
        return [.. forms.Where(form => !Sounds.IsSound(form)), .. forms.Where(Sounds.IsSound).SelectMany(sounds => titles.Select(title => Sounds.Find(title, sounds))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What was typed, as plain text within limits.</summary>
    /// <exception cref="RefusedException">It is too long.</exception>
    public static string Plain(string? typed)
    {
        if (typed is { Length: > SearchRequest.LongestText * 8 })
            throw new RefusedException($"检索词太长，请缩短到{SearchRequest.LongestText}个字以内。", "q");
        var plain = Fold.Of(Fold.Clean(typed ?? "")).Replace('\n', ' ').Trim();
        return plain.Length <= SearchRequest.LongestText ? plain : throw new RefusedException($"检索词太长，请缩短到{SearchRequest.LongestText}个字以内。", "q");
    }

    /// <exception cref="RefusedException">There are too many.</exception>
    public static Reading OfWords(string plain)
    {
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        return words.Count <= SearchRequest.MostWords ? new Reading([.. words.Select(word => new WantedWord(word))]) : throw new RefusedException($"检索词太多，请减少到{SearchRequest.MostWords}个以内。", "q");
    }

    public static Reading OfPhrase(string plain) => new(plain.Length == 0 ? [] : [new WantedWord(plain)]);
}
