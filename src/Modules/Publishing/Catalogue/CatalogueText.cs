using Gongkai.Bodies;

namespace Gongkai.Publishing;

/// <summary>文字: what people type into a line, trimmed and not too long.</summary>
internal static class CatalogueText
{
    public static string Demand(string? typed, int atMost, string label, string field) => OrNull(typed, atMost, label, field) ?? throw new RefusedException($"请填写{label}。", field);

    public static string? OrNull(string? typed, int atMost, string label, string field)
    {
        var text = string.Concat((typed ?? "").Where(letter => !char.IsControl(letter))).Trim();
        if (text.Length > atMost)
            throw new RefusedException($"{label}最多{atMost}个字，现有{text.Length}个。", field);
        return text.Length == 0 ? null : text;
    }
}
