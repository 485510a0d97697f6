using System.Globalization;
using Gongkai.Formats;

namespace Gongkai.AnnualReports.Reading;

/// <summary>数值扫描: finds figures, 无, slashes and blanks in a cell or in a stretch of text.</summary>
internal static class FigureScanner
{
    private static readonly string[] s_units = ["万元", "亿元", "元", "件", "宗", "条", "项", "个", "次", "份", "篇", "起"];

    /// <summary>A whole cell as one token; text that is no figure gives a token with <see cref="FigureToken.IsText"/>.</summary>
    public static FigureToken OfCell(Segment cell, bool recognised)
    {
        var text = cell.Text.Trim();
        var figure = TryFigure(text, 0, recognised, out var end, out var value, out var digits, out var unit) && text.AsSpan(end).Trim(" 。.,;*").Length == 0;
        var token = new FigureToken(figure ? CellState.Value : CellState.Missing, figure ? value : null, cell.Original.Trim(), cell.Place, cell.Row)
        {
            Column = cell.Column,
            ColumnSpan = cell.ColumnSpan,
            IsCell = true,
            Position = cell.Position,
            Digits = figure ? digits : null,
            Unit = figure ? unit : "",
        };
        if (figure)
            return token;
        if (text.Length == 0)
            return token with { State = CellState.Blank };
        if (text is "零" or "〇")
            return token with { State = CellState.Value, Value = 0, Digits = "0" };
        if (IsNone(text))
            return token with { State = CellState.WordNone };
        if (text == Writing.Figure.Lost)
            return token with { IsLost = true };
        return IsSlash(text) ? token with { State = CellState.Slash } : token;
    }

    /// <summary>Adds every token in a stretch of running text; numbers before a label (`2.`) are left out by the caller, who knows the label.</summary>
    public static void AddText(List<FigureToken> tokens, Segment line, int start, int end, bool recognised)
    {
        if (IsPageNumber(line.Text))
            return;

        var text = line.Text.AsSpan(0, end);
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (c == '-' && line.Original[i] is '—' or '―' or '─')
            {
                // A dash as wide as a character stands for an empty cell, also when the next figure follows without a space.
                var dashes = i;
                while (dashes < end && line.Original[dashes] is '—' or '―' or '─')
                    dashes++;
                if (dashes - i <= 2)
                    tokens.Add(At(line, i, dashes, CellState.Slash));
                i = dashes;
                continue;
            }

            if ((char.IsAsciiDigit(c) || ((c is '+' or '-') && i + 1 < end && char.IsAsciiDigit(text[i + 1])) || (recognised && IsMisreadZero(text, i)))
                && TryFigure(text, i, recognised, out var after, out var value, out var digits, out var unit))
            {
                tokens.Add(At(line, i, after, CellState.Value, value, digits, unit));
                i = after;
                continue;
            }

            if (c == Writing.Figure.Lost[0] && Alone(text, i, i + 1))
                tokens.Add(At(line, i, i + 1, CellState.Missing) with { IsLost = true });
            else if (c == '无' && Alone(text, i, i + 1) && !BehindNumber(text, i))
                tokens.Add(At(line, i, i + 1, CellState.WordNone));
            else if (c is '/' or '\\' && Alone(text, i, i + 1))
                tokens.Add(At(line, i, i + 1, CellState.Slash));
            else if (c == '-' && (i == start || text[i - 1] == ' ') && (i + 1 >= end || text[i + 1] == ' '))
                tokens.Add(At(line, i, i + 1, CellState.Slash));
            i++;
        }
    }

    /// <summary>A line that holds only a page number: - 3 -.</summary>
    public static bool IsPageNumber(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length >= 3 && trimmed[0] == '-' && trimmed[^1] == '-' && trimmed.Trim("- ".AsSpan()).Length is > 0 and <= 3 && !trimmed.Trim("- ".AsSpan()).ContainsAnyExceptInRange('0', '9');
    }

    private static FigureToken At(Segment line, int start, int end, CellState state, decimal? value = null, string? digits = null, string unit = "")
    {
        double? x = null;
        (double, double)? height = null;
        if (line.Words.Count > 0)
        {
            // Offsets of words in the line's text: words are joined in order, with or without a space between.
            var at = 0;
            foreach (var word in line.Words)
            {
                var found = line.Original.IndexOf(word.Text, at, StringComparison.Ordinal);
                if (found < 0)
                    continue;
                at = found + word.Text.Length;
                if (found <= start && start < at)
                {
                    var width = (word.Right - word.Left) / Math.Max(1, word.Text.Length);
                    x = word.Left + (width * (((start + end) / 2.0) - found));
                    height = (word.Top, word.Bottom);
                    break;
                }
            }
        }

        var raw = digits is not null && line.Original.AsSpan(start, end - start).SequenceEqual(digits) ? digits : line.Original[start..end].Trim();
        return new FigureToken(state, value, raw, line.Place, line.Row)
        {
            Digits = digits,
            Unit = unit,
            X = x,
            Height = height,
            EndsInPoint = end < line.Text.Length && line.Text[end] == '.' && (end + 1 == line.Text.Length || line.Text[end + 1] == ' '),
        };
    }

    private static bool TryFigure(ReadOnlySpan<char> text, int start, bool recognised, out int end, out decimal value, out string? digits, out string unit)
    {
        (end, value, digits, unit) = (start, 0, null, "");
        var i = start;
        var negative = false;
        var signed = false;
        while (i < text.Length && text[i] is '+' or '-')
        {
            // A doubled minus is a slip of the pen; the figure is negative once.
            negative |= text[i] == '-';
            signed = true;
            i++;
            if (i - start > 2)
                return false;
        }

        if (!signed && PlainDigits(text, start, recognised) is > 0 and var plainEnd)
        {
            digits = text[start..plainEnd].ToString();
            value = long.Parse(text[start..plainEnd], NumberStyles.None, CultureInfo.InvariantCulture);
            end = UnitEnd(text, plainEnd, out unit);
            return true;
        }

        var plain = new System.Text.StringBuilder();
        var grouped = false;
        var point = false;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
                plain.Append(c);
            else if (recognised && IsMisreadZero(text, i))
                plain.Append('0');
            else if (c == ',' && !point && plain.Length is > 0 and <= 12 && IsGroup(text, i))
                grouped = true;
            else if (c == '.' && !point && plain.Length > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                (point, _) = (true, plain.Append('.'));
            else
                break;
        }

        if (plain.Length == 0)
            return false;
        end = i;
        if (!decimal.TryParse(plain.Length > 27 ? "" : plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            // Too long for one figure: only digits run together look like that.
            if (point || plain.Length > 400)
                return false;
            value = 0;
        }

        if (negative)
            value = -value;
        digits = signed || grouped || point ? null : plain.ToString();
        end = UnitEnd(text, i, out unit);
        return true;
    }

    /// <summary>End of a figure that is digits and nothing else, as nearly all are; 0 when it is not.</summary>
    private static int PlainDigits(ReadOnlySpan<char> text, int start, bool recognised)
    {
        var i = start;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return recognised || i - start is 0 or > 18 || (i < text.Length && text[i] is ',' or '.') ? 0 : i;
    }

    /// <summary>End of the unit behind a figure, or of the figure where none follows.</summary>
    private static int UnitEnd(ReadOnlySpan<char> text, int figureEnd, out string unit)
    {
        unit = "";
        var after = figureEnd;
        while (after < text.Length && text[after] == ' ')
            after++;
        if (after == text.Length || !Normal.IsHan(text[after]))
            return figureEnd;
        foreach (var candidate in s_units)
        {
            if (text[after..].StartsWith(candidate, StringComparison.Ordinal) && (after + candidate.Length >= text.Length || !Normal.IsHan(text[after + candidate.Length])))
            {
                unit = candidate;
                return after + candidate.Length;
            }
        }

        return figureEnd;
    }

    /// <summary>A comma that groups thousands: three digits follow, and no fourth.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int comma) =>
        !(text[comma - 1] == '0' && (comma == 1 || !char.IsAsciiDigit(text[comma - 2]) && text[comma - 2] != ',')) && comma + 3 < text.Length && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    /// <summary>OCR reads 0 as O, o or 。 where it stands alone.</summary>
    private static bool IsMisreadZero(ReadOnlySpan<char> text, int i) =>
        text[i] is 'O' or 'o' or '。' or '〇' && (i == 0 || text[i - 1] == ' ' || char.IsAsciiDigit(text[i - 1])) && (i + 1 >= text.Length || text[i + 1] == ' ' || char.IsAsciiDigit(text[i + 1]));

    private static bool IsNone(string text) => text is "无" or "没有" or "暂无" or "无。";

    private static bool IsSlash(string text) => text.AsSpan().Trim("/\\- ".AsSpan()).Length == 0;

    private static bool Alone(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !IsWordly(text[start - 1])) && (end >= text.Length || !IsWordly(text[end]));

    /// <summary>(四)无 is the first half of a torn group label, 无法提供.</summary>
    private static bool BehindNumber(ReadOnlySpan<char> text, int at) => text[..at].TrimEnd(' ') is [.., '(', '一' or '二' or '三' or '四' or '五' or '六' or '七', ')'];

    private static bool IsWordly(char c) => Normal.IsHan(c) || char.IsAsciiLetterOrDigit(c);
}
