using Gongkai.AnnualReports.Checking;

namespace Gongkai.AnnualReports.Tests.Checking;

/// <summary>When two spellings name one body.</summary>
public sealed class OrganNameTests
{
    [Theory]
    [InlineData("云泽市商务局", "云泽市商务局")]
    [InlineData("云泽市商务局", "云泽市　商务局 ")]
    [InlineData("云泽市云溪县商务局", "云溪县商务局")]
    [InlineData("云泽市人民政府（办公室）", "云泽市人民政府(办公室)")]
    public void Are_the_same(string one, string other)
    {
        Assert.True(OrganName.Same(one, other));
        Assert.True(OrganName.Same(other, one));
    }

    [Theory]
    [InlineData("云泽市商务局", "云泽市商务和粮食局")]
    [InlineData("云泽市人民政府", "云泽市人民政府办公室")]
    [InlineData("云泽市商务局", "商务局")]
    [InlineData("云泽市云溪县商务局", "云泽市云山县商务局")]
    [InlineData("云泽市城市管理局", "管理局")]
    [InlineData("云泽市商务局", null)]
    public void Are_different(string one, string? other) => Assert.False(OrganName.Same(one, other));
}
