using System.Text;
using Gongkai.Ledgers.Chain;

namespace Gongkai.Modules.Tests.Ledgers;

/// <summary>SM3 by the examples of GB/T 32905-2016.</summary>
public sealed class Sm3Tests
{
    [Theory]
    [InlineData("abc", 1, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcd", 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData("", 1, "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")]
    public void Gives_the_hashes_of_the_standard(string text, int times, string expected)
    {
        Assert.SkipUnless(Sm3.IsAvailable, "本机的OpenSSL没有SM3 (no SM3 in this machine's OpenSSL)");

        var hash = ChainHash.Of(HashKind.Sm3, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times))));

        Assert.Equal(expected, Convert.ToHexStringLower(hash));
    }
}
