using System.Text.Json;
using Gongkai.Search;
using Gongkai.Search.Index;

namespace Gongkai.Modules.Tests.Search;

/// <summary>相关度: questions as people type them, with what has to come first (relevance.json).</summary>
public sealed class RelevanceTests
{
    private const double LeastMeanReciprocalRank = 0.9;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void What_is_meant_comes_first()
    {
        var set = Read();
        using var shelf = new Shelf();
        shelf.Put([.. set.Documents.Select((document, i) => Document(i + 1, document))]);
        var vocabulary = new Vocabulary(Vocabulary.Standard);
        var sum = 0.0;

        foreach (var asked in set.Queries)
        {
            var (ids, said) = Find(shelf, set, vocabulary, asked);
            var rank = ids.FindIndex(asked.Best.Contains);
            var worth = asked.Best.Count == 0 ? (ids.Count == 0 ? 1 : 0) : rank < 0 ? 0 : 1.0 / (rank + 1);
            sum += worth;
            if (worth < 1)
                TestContext.Current.TestOutputHelper?.WriteLine($"{worth:0.00} {asked.Q}: {string.Join(' ', ids.Take(4))} ({said})");
        }

        Assert.True(set.Queries.Count >= 60);
        Assert.InRange(sum / set.Queries.Count, LeastMeanReciprocalRank, 1);
    }

    [Fact]
    public void The_version_in_force_comes_before_the_older_one()
    {
        var set = Read();
        using var shelf = new Shelf();
        shelf.Put([.. set.Documents.Select((document, i) => Document(i + 1, document))]);

        foreach (var words in (string[])["住宅物业管理办法", "物业管理", "业主委员会 收费标准"])
        {
            var (ids, _) = Find(shelf, set, new Vocabulary(Vocabulary.Standard), new Query(words, []));
            Assert.True(ids.IndexOf("wuye") >= 0 && ids.IndexOf("wuye") < ids.IndexOf("wuye-old"), $"{words}: {string.Join(' ', ids)}");
        }
    }

    [Theory]
    [InlineData("孩子上学要交哪些材料", "材料")]
    [InlineData("物業管理", null)]
    [InlineData("云政发2023年6号", "文号")]
    [InlineData("暂住证", "相同意思")]
    public void What_was_relaxed_is_said(string words, string? said)
    {
        var set = Read();
        using var shelf = new Shelf();
        shelf.Put([.. set.Documents.Select((document, i) => Document(i + 1, document))]);

        var told = Find(shelf, set, new Vocabulary(Vocabulary.Standard), new Query(words, [])).Said;

        Assert.True(said is null ? told is null : told?.Contains(said, StringComparison.Ordinal) == true, told);
    }

    [Fact]
    public void A_hit_names_the_attachment_and_the_page()
    {
        var set = Read();
        using var shelf = new Shelf();
        shelf.Put([.. set.Documents.Select((document, i) => Document(i + 1, document))]);

        var (_, place) = Snippets.Of(Assert.Single(shelf.Ask(new IndexQuery { Words = [new WantedWord("镉含量监测")], Today = Shelf.Today }).Items), ["镉含量监测"]);

        Assert.Equal(new FoundIn(1, "环境影响报告书简本.pdf", 2), place);
    }

    private static (List<string> Ids, string? Said) Find(Shelf shelf, RelevanceSet set, Vocabulary vocabulary, Query asked)
    {
        var plain = Reading.Plain(asked.Q);
        var isPhrase = asked.Match == "phrase";
        foreach (var reading in isPhrase ? [Reading.OfPhrase(plain)] : Relaxing.InTurn(plain, vocabulary))
        {
            var answer = shelf.Ask(new IndexQuery { Words = reading.Words, ShareOfWeight = reading.Share, In = isPhrase ? SearchedIn.Text : SearchedIn.Everything, Today = Shelf.Today });
            if (answer.Total > 0)
                return ([.. answer.Items.Select(item => set.Documents[BitConverter.ToInt32(item.Hit.Key.ToByteArray()) - 1].Id)], reading.Said);
        }

        return ([], null);
    }

    private static IndexedDocument Document(int number, Judged judged) => Shelf.Document(number, judged.Title, judged.Text, judged.Number ?? "") with
    {
        Kind = judged.Kind,
        PublishedOn = judged.Published,
        HasValidity = judged.Kind is 1 or 2,
        EndedOn = judged.Ended,
        EndsByRepeal = judged.Ended is not null,
        Parts = [.. (judged.Files ?? []).Select(file => new TextPart(1, file[0].GetString()!, file[1].ValueKind == JsonValueKind.Number ? file[1].GetInt32() : null, file[2].GetString()!))],
    };

    private static RelevanceSet Read()
    {
        using var stream = typeof(RelevanceTests).Assembly.GetManifestResourceStream("relevance.json")!;
        return JsonSerializer.Deserialize<RelevanceSet>(stream, s_json)!;
    }

    private sealed record RelevanceSet(string About, IReadOnlyList<Judged> Documents, IReadOnlyList<Query> Queries);

    private sealed record Judged(string Id, string Title, string Text, DateOnly Published, string? Number = null, int Kind = 0, DateOnly? Ended = null, IReadOnlyList<IReadOnlyList<JsonElement>>? Files = null);

    private sealed record Query(string Q, IReadOnlyList<string> Best, string? Match = null);
}
