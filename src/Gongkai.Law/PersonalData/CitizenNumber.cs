using System.Globalization;

namespace Gongkai.Law.PersonalData;

/// <summary>公民身份号码 (GB 11643): 6 digits of place, date of birth, 3 digits of order, check character.</summary>
public static class CitizenNumber
{
    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>First two digits of places: provinces, regions and the residence permits of Hong Kong, Macao and Taiwan.</summary>
    private static readonly HashSet<int> s_provinces =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
        50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
    ];

    public static bool IsValid(string number)
    {
        if (number.Length != 18 || !number.AsSpan(0, 17).ContainsOnlyDigits() || !(char.IsAsciiDigit(number[17]) || number[17] is 'X' or 'x'))
            return false;
        if (!s_provinces.Contains(int.Parse(number.AsSpan(0, 2), CultureInfo.InvariantCulture)))
            return false;
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return false;

        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (number[i] - '0') * s_weights[i];
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    /// <summary>The date of birth in a valid number.</summary>
    public static DateOnly BornOn(string number) => DateOnly.ParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
