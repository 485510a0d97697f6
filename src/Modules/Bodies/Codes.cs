using System.Text.RegularExpressions;

namespace Gongkai.Bodies;

/// <summary>代码: of regions (GB/T 2260, GB/T 10114) and of organisations (GB 32100).</summary>
public static partial class Codes
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The check digit stands last; 17 weights, modulo 31.</summary>
    public static bool IsCreditCode(string code)
    {
        if (code.Length != 18 || code.Any(letter => !Letters.Contains(letter)))
            return false;
        var (sum, weight) = (0, 1);
        foreach (var letter in code.AsSpan(0, 17))
        {
            sum += Letters.IndexOf(letter, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Letters[(31 - (sum % 31)) % 31] == code[17];
    }

    internal static string? DemandRegion(string? typed)
    {
        var code = Text.OrNull(typed);
        return code is null || Region().IsMatch(code) ? code : throw new RefusedException("行政区划代码应当是6位数字，乡镇（街道）是9位。", "region_code");
    }

    internal static string? DemandCredit(string? typed)
    {
        var code = Text.OrNull(typed)?.ToUpperInvariant();
        return code is null || IsCreditCode(code) ? code : throw new RefusedException("统一社会信用代码不正确：应当是18位，末位是校验码，请核对证书。", "credit_code");
    }

    [GeneratedRegex("^([0-9]{6}|[0-9]{9})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Region();
}
