using System.Text;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Modules.Tests.Search;

/// <summary>查全: what the index finds is what a plain scan of the folded texts finds, no more and no less.</summary>
public sealed class RecallTests
{
    private static readonly string[] s_letters = ["公", "开", "信", "息", "法", "國", "国", "後", "乾", "〔", "[", "（", "(", "】", ")", "２", "2", "０", "0", "号", "Ａ", "a", "A", "z", "𠮷", "𠀀", "😀", "é", "，", ",", "。", " ", "　", "\n", "\"", "*", "-", "^", ":", "'", "\uD842"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Is_that_of_a_scan_for_any_string(int seed)
    {
        var random = new Random(seed);
        using var shelf = new Shelf();
        List<IndexedDocument> documents = [.. Enumerable.Range(1, 300).Select(number => Shelf.Document(number, Text(random, 1, 12), Text(random, 0, 60), Text(random, 0, 8)))];
        shelf.Put([.. documents]);
        foreach (var removed in documents.Where((_, i) => i % 17 == 0))
            shelf.Remove(removed.Id);
        shelf.Put([.. documents.Where((_, i) => i % 23 == 0)]);
        documents.RemoveAll(document => documents.IndexOf(document) % 17 == 0 && documents.IndexOf(document) % 23 != 0);
        var found = 0;

        for (var turn = 0; turn < 400; turn++)
        {
            var textOnly = turn % 2 == 0;
            List<string> words = [.. Enumerable.Range(0, random.Next(1, textOnly ? 2 : 4)).Select(_ => Fold.Of(Fold.Clean(Text(random, 1, 4)))).Where(word => word.Length > 0)];
            if (words.Count == 0)
                continue;

            var expected = documents.Where(document => words.TrueForAll(word => Holds(document, word, textOnly))).Select(document => document.Id).Order().ToList();

            Assert.Equal(expected, shelf.Find(words, textOnly).Order());
            found += expected.Count;
        }

        Assert.True(found > 1000, "the queries find nothing to speak of");
    }

    [Theory]
    [InlineData("云政办发[2026]5号", "云政办发〔2026〕5号")]
    [InlineData("云政办发【2026】5号", "云政办发（２０２６）５号")]
    [InlineData("gdp", "ＧＤＰ核算")]
    [InlineData("關於開展", "关于开展检查")]
    [InlineData("关于开展", "關於開展檢查")]
    [InlineData("吉", "吉林𠮷野家")]
    [InlineData("𠮷野", "吉林𠮷野家")]
    [InlineData("2020年第5号", "公告２０２０年第５号发布")]
    public void Folds_width_brackets_case_and_script(string query, string text)
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.Document(1, "标题", text), Shelf.Document(2, "别的", "没有要找的字"));

        Assert.Equal([Shelf.Document(1, "", "").Id], shelf.Find([query], textOnly: true));
    }

    [Fact]
    public void A_phrase_looks_in_title_and_text_and_words_also_in_the_particulars()
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.Document(1, "通知", "正文", "云科发〔2026〕8号"));

        Assert.Empty(shelf.Find(["云科发(2026)8号"], textOnly: true));
        Assert.Single(shelf.Find(["云科发(2026)8号"]));
        Assert.Empty(shelf.Find(["科"], textOnly: true));
        Assert.Single(shelf.Find(["科"]));
    }

    private static bool Holds(IndexedDocument document, string word, bool textOnly) =>
        ((string[])[document.Title, document.Text, .. textOnly ? Array.Empty<string>() : [document.Particulars]]).Any(text => Runes(Fold.Of(Fold.Clean(text))).Contains(Runes(word), StringComparison.Ordinal));

    /// <summary>Half a pair is no part of a whole one: characters are compared as characters.</summary>
    private static string Runes(string text) => string.Concat(text.EnumerateRunes().Select(rune => $"<{rune.Value:x}>"));

    private static string Text(Random random, int least, int most)
    {
        var text = new StringBuilder();
        for (var letters = random.Next(least, most + 1); letters > 0; letters--)
            text.Append(s_letters[random.Next(s_letters.Length)]);
        return text.ToString();
    }
}
