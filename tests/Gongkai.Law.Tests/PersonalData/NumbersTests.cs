using Gongkai.Law.PersonalData;

namespace Gongkai.Law.Tests.PersonalData;

/// <summary>公民身份号码、银行卡号, made for these tests.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData("99010119900307001")]
    [InlineData("11010119901307001")]
    [InlineData("1101011990030700")]
    public void A_wrong_place_date_or_length_makes_none(string digits) => Assert.DoesNotContain("0123456789X", last => CitizenNumber.IsValid($"{digits}{last}"));

    [Fact]
    public void Of_eleven_check_characters_one_is_right() => Assert.Single("0123456789X", last => CitizenNumber.IsValid($"11010119900307001{last}"));

    [Fact]
    public void Tells_the_date_of_birth() => Assert.Equal(new DateOnly(1990, 3, 7), CitizenNumber.BornOn(Right()));

    [Theory]
    [InlineData("6222020000000000001", false)]
    [InlineData("4111111111111111", true)]
    public void A_card_has_its_check_digit(string number, bool valid) => Assert.Equal(valid, BankCard.HasCheckDigit(number));

    private static string Right() => "0123456789X".Select(last => $"11010119900307001{last}").Single(CitizenNumber.IsValid);
}
