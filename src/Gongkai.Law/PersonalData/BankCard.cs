namespace Gongkai.Law.PersonalData;

/// <summary>银行卡号: 16 to 19 digits with the Luhn check; told from other long numbers by the issuer's prefix or the words before it.</summary>
public static class BankCard
{
    public static bool IsLikely(string number, ReadOnlySpan<char> before) =>
        number.Length is >= 16 and <= 19 && number.All(char.IsAsciiDigit) && HasCheckDigit(number)
        && (number.StartsWith("62", StringComparison.Ordinal) || before.Contains("卡", StringComparison.Ordinal) || before.Contains("账号", StringComparison.Ordinal) || before.Contains("帐号", StringComparison.Ordinal));

    /// <summary>The Luhn check (ISO/IEC 7812-1).</summary>
    public static bool HasCheckDigit(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[number.Length - 1 - i] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
