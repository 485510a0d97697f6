using System.Text;

namespace Gongkai.Law;

/// <summary>条款: an article of the Regulation on Open Government Information, or of another law that is named with it.</summary>
public readonly record struct Article(int Number, int? Paragraph = null, int? Item = null)
{
    public const string Regulation = "《政府信息公开条例》";

    /// <summary>The law it belongs to.</summary>
    public string Of { get; init; } = Regulation;

    /// <summary>第十五条第二款第（一）项.</summary>
    public string Place => new StringBuilder($"第{Numeral(Number)}条")
        .Append(Paragraph is { } paragraph ? $"第{Numeral(paragraph)}款" : "")
        .Append(Item is { } item ? $"第（{Numeral(item)}）项" : "")
        .ToString();

    public override string ToString() => $"{Of ?? Regulation}{Place}";

    /// <summary>Up to 199, which is further than laws of this kind go.</summary>
    internal static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 199);
        var text = new StringBuilder(number >= 100 ? "一百" : "");
        var rest = number % 100;
        if (number > 100 && rest < 10 && rest > 0)
            text.Append('零');
        if (rest >= 20 || (number > 100 && rest >= 10))
            text.Append(digits[rest / 10]);
        if (rest >= 10)
            text.Append('十');
        if (rest % 10 > 0)
            text.Append(digits[rest % 10]);
        return text.ToString();
    }
}
