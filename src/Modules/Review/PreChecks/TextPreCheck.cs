namespace Gongkai.Reviews;

/// <summary>A check that looks at one text after the other. Full-width digits and letters are read as the plain ones; places stay true.</summary>
public abstract class TextPreCheck : IPreCheck
{
    public abstract string Id { get; }
    public abstract string Name { get; }

    public IEnumerable<Finding> Check(InspectedItem item) =>
        from text in item.Texts
        from hit in Find(Plain(text.Text))
        select new Finding(Id, hit.Severity, text.Where, hit.Offset, hit.Words, hit.Advice);

    protected abstract IEnumerable<Hit> Find(string text);

    /// <summary>The words before a place, as far as the clause goes.</summary>
    protected static string Before(string text, int at, int most = 30)
    {
        var from = at == 0 ? 0 : text.LastIndexOfAny(['。', '；', '\n', '！', '？'], at - 1) + 1;
        return text[Math.Max(from, at - most)..at];
    }

    internal static string Masked(string words, int head, int tail) =>
        words.Length <= head + tail ? new string('*', words.Length) : $"{words[..head]}{new string('*', words.Length - head - tail)}{words[^tail..]}";

    private static string Plain(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '－' ? (char)(from[i] - 0xFEE0) : from[i];
    });

    protected readonly record struct Hit(FindingSeverity Severity, int Offset, string Words, string Advice);
}
