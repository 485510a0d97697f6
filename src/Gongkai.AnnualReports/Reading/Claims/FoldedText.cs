namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>规整文字: a text with one width, no blanks and one kind of punctuation, that still knows where each character stood.</summary>
internal sealed class FoldedText
{
    private readonly int[] _offsets;

    private FoldedText(string text, int[] offsets)
    {
        Text = text;
        _offsets = offsets;
    }

    public string Text { get; }

    public static FoldedText Of(string source)
    {
        var text = new char[source.Length];
        var offsets = new int[source.Length + 1];
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var c = Fold(source, i);
            if (c == '\0')
                continue;

            // A blank between two figures parts them; any other blank is only layout.
            if (c == ' ' && !(length > 0 && char.IsAsciiDigit(text[length - 1]) && NextIsDigit(source, i)))
                continue;

            text[length] = c;
            offsets[length++] = i;
        }

        offsets[length] = source.Length;
        return new FoldedText(new string(text, 0, length), offsets);
    }

    /// <summary>Offset in the source of a character of <see cref="Text"/>.</summary>
    public int Offset(int index) => _offsets[Math.Min(index, Text.Length)];

    private static char Fold(string source, int i)
    {
        var c = source[i];
        if (c is >= '\u4e00' and <= '\u9fff' and not '至')
            return c;
        if (c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ')
            return (char)(c - 0xFEE0);
        if (char.IsWhiteSpace(c))
            return ' ';
        return c switch
        {
            '*' or '#' or '\u200B' or '\uFEFF' => '\0',
            ',' => IsBetweenDigits(source, i) ? ',' : '，',
            '.' => IsBetweenDigits(source, i) ? '.' : '．',
            '．' => IsBetweenDigits(source, i) ? '.' : '．',
            '(' => '（',
            ')' => '）',
            ';' => '；',
            ':' => '：',
            '％' => '%',
            '－' or '–' or '—' or '～' or '~' or '至' when IsRange(source, i) => '-',
            '○' or 'Ｏ' => '〇',
            _ => c,
        };
    }

    private static bool IsBetweenDigits(string source, int i) =>
        i > 0 && i + 1 < source.Length && IsDigit(source[i - 1]) && IsDigit(source[i + 1]);

    private static bool IsRange(string source, int i) => source[i] != '至' || IsBetweenDigits(source, i);

    private static bool NextIsDigit(string source, int i)
    {
        while (i < source.Length && char.IsWhiteSpace(source[i]))
            i++;
        return i < source.Length && IsDigit(source[i]);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
