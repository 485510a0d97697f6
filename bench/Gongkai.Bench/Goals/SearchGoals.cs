using System.Diagnostics;
using System.Text;
using Gongkai.Bench.Corpus;
using Gongkai.Search;
using Gongkai.Search.Folding;
using Gongkai.Search.Index;

namespace Gongkai.Bench.Goals;

/// <summary>Search: recall against a scan, speed against raw FTS5 over pairs of characters, both on the same documents in the same run. How many is said by GONGKAI_BENCH_SEARCH (100000).</summary>
internal static class SearchGoals
{
    private const int Rounds = 9;
    private const int Bodies = 30;

    private static readonly DateOnly s_today = new(2026, 3, 2);

    public static IEnumerable<Outcome> Run(WorkFolder folder)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_BENCH_SEARCH"), out var asked) ? asked : 100_000;
        if (Laws.AtHand() is not { } laws)
        {
            yield return Outcome.Skipped("S1-search", "GONGKAI_REAL_DOCUMENTS is not set");
            yield break;
        }

        var (path, raw) = (folder.File("index.db"), folder.File("raw.db"));
        var (ownBuild, bytes) = Build(path, laws, count);
        var rawBuild = BuildRaw(raw, laws, count);
        var memory = Environment.WorkingSet;
        using var reader = new IndexReader(IndexFile.OpenForReading(path), new Lanes());
        using var plain = new RawFts5(raw, build: false);
        yield return Outcome.AtMost("S5-recall", Wrong(reader, laws, count), 0, $"{SearchQueries.Phrases.Length + SearchQueries.Hard.Length} queries over {count} documents, keys against a scan of the folded texts", "queries that differ");

        var (own, faceted, bare) = Times(reader, plain);
        var wanted = count >= 1_000_000 ? 1.0 : 1.5;
        yield return Outcome.AtMost("S1-p95", At(own, 0.95) / At(bare, 0.95), wanted, $"top 10 with snippets and exact total, {count} documents: p50 {At(own, 0.5):0.00} ms p95 {At(own, 0.95):0.00} ms; raw FTS5 with bm25: p50 {At(bare, 0.5):0.00} ms p95 {At(bare, 0.95):0.00} ms", "p95 ratio");
        yield return Outcome.AtMost("S1-facets", At(faceted, 0.95) / At(own, 0.95), 3, $"the same with facets: p50 {At(faceted, 0.5):0.00} ms p95 {At(faceted, 0.95):0.00} ms", "p95 ratio");
        yield return Outcome.AtMost("S3-build", ownBuild / rawBuild, 3, $"{count / ownBuild:0} documents a second of processor time; raw FTS5 alone {count / rawBuild:0}", "ratio");
        yield return Outcome.AtMost("S4-size", new FileInfo(path).Length / (double)bytes, 4, $"{new FileInfo(path).Length >> 20} MiB with texts, lists and places for {bytes >> 20} MiB of text; raw FTS5 without texts {new FileInfo(raw).Length >> 20} MiB", "file : text");
        if (count <= 100_000)
            yield return Outcome.AtMost("S-memory", memory / 1048576.0, 400, $"working set of this process after building both indexes", "MiB");
    }

    private static IndexedDocument Document(int number, string title, string text) => new()
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        Body = new Guid(number % Bodies, 1, 0, new byte[8]),
        Kind = number % 4,
        Title = title,
        Text = text,
        Topic = $"主题{number % 21}\\小类{number % 5}",
        Item = $"a20_{number % 15:00}",
        PublishedOn = s_today.AddDays(-(number % 4000)),
        HasValidity = number % 4 is 1 or 2,
        EndedOn = number % 8 == 1 ? s_today.AddDays(-(number % 300)) : null,
        EndsByRepeal = number % 16 == 1,
    };

    private static (double Seconds, long Bytes) Build(string path, Laws laws, int count)
    {
        using var file = IndexFile.Create(path);
        using var writer = new IndexWriter(file);
        var (number, bytes, start) = (0, 0L, Measuring.ProcessorTime.Own);
        foreach (var some in laws.Windows(count).Chunk(1000))
        {
            writer.Write([.. some.Select(one => Document(++number, one.Title, one.Text))], []);
            bytes += some.Sum(one => (long)Encoding.UTF8.GetByteCount(one.Title) + Encoding.UTF8.GetByteCount(one.Text));
        }

        writer.Optimise();
        return ((Measuring.ProcessorTime.Own - start).TotalSeconds, bytes);
    }

    private static double BuildRaw(string path, Laws laws, int count)
    {
        using var raw = new RawFts5(path, build: true);
        var start = Measuring.ProcessorTime.Own;
        raw.Fill(laws.Windows(count));
        return (Measuring.ProcessorTime.Own - start).TotalSeconds;
    }

    /// <summary>How many of the queries find something else than a scan does.</summary>
    private static int Wrong(IndexReader reader, Laws laws, int count)
    {
        string[] words = [.. SearchQueries.Phrases.Concat(SearchQueries.Hard).Select(word => Fold.Of(Fold.Clean(word))).Distinct()];
        var expected = words.Select(_ => new HashSet<int>()).ToArray();
        var number = 0;
        foreach (var some in laws.Windows(count).Chunk(4000))
        {
            var first = number;
            Parallel.For(0, some.Length, i =>
            {
                var (title, text) = (Fold.Of(Fold.Clean(some[i].Title)), Fold.Of(Fold.Clean(some[i].Text)));
                for (var w = 0; w < words.Length; w++)
                {
                    if (title.Contains(words[w], StringComparison.Ordinal) || text.Contains(words[w], StringComparison.Ordinal))
                    {
                        lock (expected[w])
                            expected[w].Add(first + i + 1);
                    }
                }
            });
            number += some.Length;
        }

        var wrong = 0;
        foreach (var (word, rows) in words.Zip(expected))
        {
            var answer = reader.Answer(new IndexQuery { Words = [new WantedWord(word)], In = SearchedIn.Text, Today = s_today, Take = 0 });
            var keys = reader.Rows(new IndexQuery { Words = [new WantedWord(word)], In = SearchedIn.Text, Today = s_today });
            if (answer.Total == rows.Count && keys.SetEquals(rows))
                continue;
            Console.Error.WriteLine($"{word}: {answer.Total} found, {rows.Count} there");
            wrong++;
        }

        return wrong;
    }

    /// <summary>Of each query the best of the rounds: what the neighbours of a shared machine add is not ours, and falls on one as on the other.</summary>
    private static (List<double> Own, List<double> Faceted, List<double> Bare) Times(IndexReader reader, RawFts5 plain)
    {
        List<double> own = [], faceted = [], bare = [];
        foreach (var word in SearchQueries.Phrases)
        {
            var folded = Fold.Of(word);
            double one = double.MaxValue, two = double.MaxValue, three = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                one = Math.Min(one, Time(() => Ask(reader, folded, facets: false)));
                two = Math.Min(two, Time(() => Ask(reader, folded, facets: true)));
                three = Math.Min(three, Time(() => plain.Ask(word)));
            }

            own.Add(one);
            faceted.Add(two);
            bare.Add(three);
        }

        return (own, faceted, bare);
    }

    private static int Ask(IndexReader reader, string word, bool facets)
    {
        var answer = reader.Answer(new IndexQuery { Words = [new WantedWord(word)], Today = s_today, WithFacets = facets });
        return answer.Items.Sum(item => Snippets.Of(item, [word]).Parts.Count);
    }

    private static double Time(Func<int> ask)
    {
        var start = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));
}
