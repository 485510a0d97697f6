using Gongkai.Bodies;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>机关: its names, mergers and end, with plain values.</summary>
public sealed class BodyTests
{
    [Fact]
    public void Keeps_each_name_with_its_days()
    {
        var body = Founded("kjw", "云泽市科学技术委员会", new(1990, 5, 1));
        body.Rename("云泽市科学技术局", "市科技局", new(2019, 1, 18), "云发〔2019〕3号");

        Assert.Null(body.NameOn(new(1990, 4, 30)));
        Assert.Equal("云泽市科学技术委员会", body.NameOn(new(2019, 1, 17)));
        Assert.Equal("云泽市科学技术局", body.NameOn(new(2019, 1, 18)));
        Assert.Equal("市科技局", body.ShortName);
    }

    [Fact]
    public void Is_not_renamed_before_what_happened_last()
    {
        var body = Founded("kjj", "云泽市科学技术局", new(2019, 1, 18));

        var refused = Assert.Throws<RefusedException>(() => body.Rename("云泽市科技创新局", "", new(2018, 1, 1), null));

        Assert.Equal("on", refused.Field);
    }

    [Fact]
    public void That_is_merged_has_a_successor_which_remembers_it()
    {
        var (ending, into) = (Founded("jmw", "云泽市经贸委", new(2000, 1, 1)), Founded("gxj", "云泽市工业和信息化局", new(2019, 1, 18)));

        ending.MergeInto(into, new(2019, 2, 1), "云发〔2019〕4号");

        Assert.Equal((BodyState.Merged, into.Id), (ending.State, ending.Successor));
        Assert.Equal((BodyEventKind.TookOver, ending.Id), (into.Events[^1].What, into.Events[^1].Other));
        Assert.Throws<RefusedException>(() => ending.Rename("另一个名称", "", new(2020, 1, 1), null));
    }

    [Fact]
    public void Cannot_be_merged_into_itself_or_into_one_that_has_ended()
    {
        var (body, ended) = (Founded("gxj", "云泽市工业和信息化局", new(2019, 1, 18)), Founded("jmw", "云泽市经贸委", new(2000, 1, 1)));
        ended.Abolish(new(2019, 1, 18), null);

        Assert.Equal("into", Assert.Throws<RefusedException>(() => body.MergeInto(body, new(2020, 1, 1), null)).Field);
        Assert.Throws<RefusedException>(() => body.MergeInto(ended, new(2020, 1, 1), null));
        Assert.True(body.IsActive);
    }

    [Theory]
    [InlineData("kjj")]
    [InlineData("yunxi-gxkj")]
    [InlineData("a2")]
    public void Takes_a_key_of_small_letters_digits_and_hyphens(string key) => BodyKey.Demand(key);

    [Theory]
    [InlineData("a")]
    [InlineData("2kjj")]
    [InlineData("KJJ")]
    [InlineData("科技局")]
    [InlineData("kjj\n")]
    [InlineData("office")]
    [InlineData("api")]
    [InlineData("documents")]
    [InlineData("a23456789012345678901234567890123")]
    public void Refuses_any_other_key_and_the_reserved_words(string key) => Assert.Equal("key", Assert.Throws<RefusedException>(() => BodyKey.Demand(key)).Field);

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("91350100I000100Y43", false)]
    public void Codes_of_organisations_have_a_check_digit(string code, bool right) => Assert.Equal(right, Codes.IsCreditCode(code));

    internal static Body Founded(string key, string name, DateOnly on) => Body.Found(new BodyId(Guid.CreateVersion7()), key, BodyKind.Department, Level.Municipal, name, "", on);
}
