using System.Text;

namespace Gongkai.Search.Folding;

/// <summary>归一: text and query brought to one form, so that width, style of brackets, Latin case and traditional characters make no difference. One character stays one character, so that a place in the folded text is the same place in the text.</summary>
internal static class Fold
{
    private const string Opening = "〔［[【｛{「『〖〘﹙";
    private const string Closing = "〕］]】｝}」』〗〙﹚";

    private static readonly char[] s_folded = Table();

    public static string Of(string clean) => string.Create(clean.Length, clean, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = s_folded[from[i]];
    });

    public static char Of(char letter) => s_folded[letter];

    /// <summary>整理: what is shown and indexed: runs of spaces are one space, lines are parted by one line end, what cannot be seen is gone, half a surrogate pair is U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var gap = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                gap = '\n';
            }
            else if (letter == '\t' || char.IsWhiteSpace(letter))
            {
                gap = gap == '\n' ? gap : ' ';
            }
            else if (!IsUnseen(letter))
            {
                if (gap != '\0' && clean.Length > 0)
                    clean.Append(gap);
                gap = '\0';
                if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    clean.Append(letter).Append(text[++i]);
                else
                    clean.Append(char.IsSurrogate(letter) ? '\uFFFD' : letter);
            }
        }

        return clean.ToString();
    }

    private static bool IsUnseen(char letter) => char.IsControl(letter) || letter is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF';

    private static char[] Table()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var letter = (char)i;
            if (letter is >= '\uFF01' and <= '\uFF5E')
                letter = (char)(letter - 0xFEE0);
            table[i] = char.IsSurrogate(letter) ? letter : char.ToLowerInvariant(letter);
        }

        foreach (var (traditional, simplified) in Traditional.Everywhere)
            table[traditional] = simplified;
        foreach (var bracket in Opening)
            table[bracket] = '(';
        foreach (var bracket in Closing)
            table[bracket] = ')';
        (table['\u3000'], table['\u00A0'], table['｡'], table['､'], table['･'], table['｢'], table['｣']) = (' ', ' ', '。', '、', '·', '(', ')');
        return table;
    }
}
