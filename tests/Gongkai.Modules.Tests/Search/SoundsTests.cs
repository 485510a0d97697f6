using Gongkai.Search;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Modules.Tests.Search;

/// <summary>读音: what is spelt, or written with another character of the same sound, finds titles.</summary>
public sealed class SoundsTests
{
    private static readonly Vocabulary s_vocabulary = new(Vocabulary.Standard);

    private static readonly string[] s_titles = ["云泽市住房公积金提取办法", "关于规范银行收费的通知", "西安街道垃圾分类方案", "政府工作报告"];

    [Theory]
    [InlineData("gongjijin", "云泽市住房公积金提取办法")]
    [InlineData("gong ji jin", "云泽市住房公积金提取办法")]
    [InlineData("GongJiJin", "云泽市住房公积金提取办法")]
    [InlineData("工积金题取", "云泽市住房公积金提取办法")]
    [InlineData("yinhang", "关于规范银行收费的通知")]
    [InlineData("yinhangshoufei", "关于规范银行收费的通知")]
    [InlineData("xi'an", "西安街道垃圾分类方案")]
    [InlineData("la ji fen lei", "西安街道垃圾分类方案")]
    [InlineData("zhengfu gongzuo", "政府工作报告")]
    [InlineData("政府 gongzuo", "政府工作报告")]
    [InlineData("xianjiedao", "西安街道垃圾分类方案")]
    [InlineData("喇叽分类", "西安街道垃圾分类方案")]
    public void What_sounds_like_a_title_finds_it(string typed, string title)
    {
        using var shelf = Filled();

        var (titles, reading) = Find(shelf, typed);

        Assert.Equal([title], titles);
        Assert.Contains("读音", reading!.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.MarksIn([title]), Sounds.IsSound);
        Assert.Contains(reading.MarksIn([title]), mark => title.Contains(mark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zhufanggongjijinbanfa")]
    [InlineData("covid")]
    [InlineData("jin")]
    [InlineData("田七语豹")]
    [InlineData("'''")]
    public void What_sounds_like_none_finds_none(string typed)
    {
        using var shelf = Filled();

        Assert.Empty(Find(shelf, typed).Titles);
    }

    [Fact]
    public void What_is_there_as_typed_is_found_as_typed()
    {
        using var shelf = Filled();

        Assert.Null(Find(shelf, "公积金").Reading!.Said);
    }

    [Theory]
    [InlineData("xian", "xi an")]
    [InlineData("fangan", "fan gan", "fang an")]
    [InlineData("chongqing", "chong qing")]
    [InlineData("xi'an", "xi an")]
    [InlineData("abc")]
    [InlineData("a")]
    public void Letters_are_cut_into_syllables_in_every_way(string letters, params string[] ways) =>
        Assert.Equal(ways, Sounds.Of(letters).Select(Sounds.Spelt).Order(StringComparer.Ordinal));

    [Fact]
    public void Long_nonsense_is_cut_in_no_more_ways_than_are_asked_for()
    {
        Assert.True(Sounds.Of(string.Concat(Enumerable.Repeat("xian", 50))).Count <= 6);
        Assert.Empty(Sounds.Of(string.Concat(Enumerable.Repeat("xian", 50)) + "q"));
    }

    private static Shelf Filled()
    {
        var shelf = new Shelf();
        shelf.Put([.. s_titles.Select((title, i) => Shelf.Document(i + 1, title, "正文。"))]);
        return shelf;
    }

    private static (List<string> Titles, Reading? Reading) Find(Shelf shelf, string typed)
    {
        foreach (var reading in Relaxing.InTurn(Reading.Plain(typed), s_vocabulary))
        {
            var answer = shelf.Ask(new IndexQuery { Words = reading.Words, ShareOfWeight = reading.Share, Today = Shelf.Today });
            if (answer.Total > 0)
                return ([.. answer.Items.Select(item => s_titles[BitConverter.ToInt32(item.Hit.Key.ToByteArray()) - 1])], reading);
        }

        return ([], null);
    }
}
