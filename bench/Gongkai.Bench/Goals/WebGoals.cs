using System.Diagnostics;
using System.Text.Json;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench.Goals;

/// <summary>网页: processor time of one answer, against bare Kestrel with the same bytes and, for a page that is drawn, Kestrel that reads the same text from SQLite.</summary>
internal static class WebGoals
{
    private const int Connections = 8;
    private const int Turns = 5;
    private const int MostWarmUps = 20;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(2);

    public static IEnumerable<Outcome> Run(WorkFolder work)
    {
        var folder = Tool.PublishSite(work);
        var data = work.File("site-data");
        var watch = Stopwatch.StartNew();
        // Only in Development is an empty folder furnished with the sample city; what is measured afterwards runs as it would in a city.
        using (Start(folder, data, "Development"))
            yield return Outcome.AtMost("W4-first-start", watch.Elapsed.TotalSeconds, 60, "start to first answer on an empty folder, sample city loaded on the way; no goal was set for it", "s");
        using var site = Start(folder, data, "Production");
        var id = site.Get<JsonElement>("/api/v1/public/changes?size=200").GetProperty("items").EnumerateArray().First(item => item.GetProperty("state").GetString() == "public").GetProperty("id").GetGuid();
        var page = $"/documents/{id}";
        var drawn = work.File("page.html");
        File.WriteAllBytes(drawn, site.Bytes(page));

        using var peer = Server.Start(Environment.ProcessPath!, AppContext.BaseDirectory, ["peer", drawn, Path.Combine(data, "gongkai.db"), $"{id}"]);
        var rates = Measure([() => peer.Get("/bytes"), () => site.Get(page), () => peer.Get("/read"), () => site.Get($"{page}?n={Stopwatch.GetTimestamp()}"), () => site.Get("/")], [peer, site, peer, site, site]);

        var weight = site.Weight(page);
        yield return Outcome.AtMost("W1-cached", rates[1] / rates[0], 1.2, $"a document page that was drawn before: bare Kestrel with its {new FileInfo(drawn).Length} bytes; {rates[1]:0} and {rates[0]:0} microseconds of processor time", "ratio");
        yield return Outcome.AtMost("W1-home", rates[4] / rates[0], 1.2, $"the home page drawn before; {rates[4]:0} microseconds", "ratio");
        yield return Outcome.AtMost("W2-drawn", rates[3] / rates[2], 3, $"a document page drawn anew: Kestrel that reads its text from SQLite and puts it into a string; {rates[3]:0} and {rates[2]:0} microseconds", "ratio");
        yield return Outcome.AtMost("W5-weight", weight / 1024.0, 60, "a document page with its style sheets and scripts, compressed", "KiB");
        site.Dispose();
        using var again = Start(folder, data, "Production");
        yield return Outcome.AtMost("W4-start", again.Started.TotalSeconds, 2, "start to first answer with the sample city", "s");
        again.Get("/");
        yield return Outcome.AtMost("W4-memory", again.Mebibytes, 400, "memory after the first page", "MiB");
    }

    private static Server Start(string folder, string data, string environment) =>
        Server.Start(Path.Combine(folder, "Gongkai.Web"), folder, [], ("GONGKAI__DATADIRECTORY", data), ("ASPNETCORE_ENVIRONMENT", environment), ("Logging__LogLevel__Default", "Warning"));

    /// <summary>Microseconds of processor time an answer costs its server: the median of turns A B A B.</summary>
    private static double[] Measure(Action[] asks, Server[] servers)
    {
        for (var i = 0; i < asks.Length; i++)
            WarmUp(asks[i], servers[i]);
        var costs = asks.Select(_ => new List<double>()).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var i = 0; i < asks.Length; i++)
                costs[i].Add(Turn(asks[i], servers[i], s_turn));
        }

        return [.. costs.Select(one => one.Order().ElementAt(Turns / 2))];
    }

    /// <summary>A large program compiles what is asked often while it answers; what an answer costs is known when it costs no less twice running.</summary>
    private static void WarmUp(Action ask, Server server)
    {
        var (best, same) = (double.MaxValue, 0);
        for (var turn = 0; turn < MostWarmUps && same < 2; turn++)
        {
            var cost = Turn(ask, server, s_warmUp);
            same = cost > best * 0.95 ? same + 1 : 0;
            best = Math.Min(best, cost);
        }
    }

    private static double Turn(Action ask, Server server, TimeSpan length)
    {
        var (start, watch, count) = (server.Processor, Stopwatch.StartNew(), 0);
        Parallel.For(0, Connections, new ParallelOptions { MaxDegreeOfParallelism = Connections }, _ =>
        {
            while (watch.Elapsed < length)
            {
                ask();
                Interlocked.Increment(ref count);
            }
        });
        return (server.Processor - start).TotalMicroseconds / count;
    }
}
