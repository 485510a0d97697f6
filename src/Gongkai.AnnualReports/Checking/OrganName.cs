using System.Text;

namespace Gongkai.AnnualReports.Checking;

/// <summary>机关名称: when two spellings name the same body.</summary>
public static class OrganName
{
    /// <summary>The name without spaces, quotes and brackets' width, for use as a key.</summary>
    public static string Key(string organ)
    {
        var key = new StringBuilder(organ.Length);
        foreach (var letter in organ.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('“' or '”' or '"' or '《' or '》' or '\u200b' or '\ufeff'))
                key.Append(letter);
        }

        return key.ToString();
    }

    /// <summary>True when both are the same, or one is the other without the name of its province or city before it (济阳区商务局, 济南市济阳区商务局).</summary>
    public static bool Same(string? one, string? other)
    {
        if (one is null || other is null)
            return false;
        var (a, b) = (Key(one), Key(other));
        return a == b || EndsWith(a, b) || EndsWith(b, a);
    }

    private static bool EndsWith(string longer, string shorter) =>
        shorter.Length >= 4 && longer.Length > shorter.Length && longer.EndsWith(shorter, StringComparison.Ordinal)
        && longer[longer.Length - shorter.Length - 1] is '省' or '市' or '区' or '县' or '州' or '盟' or '旗';
}
