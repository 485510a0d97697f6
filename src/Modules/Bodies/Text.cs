namespace Gongkai.Bodies;

/// <summary>文字: what people type, trimmed, present and not too long.</summary>
internal static class Text
{
    /// <exception cref="RefusedException">Nothing was typed, or too much.</exception>
    public static string Demand(string? typed, int atMost, string field, string what)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            throw new RefusedException($"请填写{what}。", field);
        if (text.Length > atMost)
            throw new RefusedException($"{what}最多{atMost}个字，现有{text.Length}个。", field);
        if (text.Any(char.IsControl))
            throw new RefusedException($"{what}里有不可见的控制字符，请重新输入。", field);
        return text;
    }

    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
