using System.Diagnostics;

namespace Gongkai.Bench.Measuring;

/// <summary>How often a second of processor time an operation can be done; children's time counts. Wall time would measure the neighbours too.</summary>
internal static class Rate
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);
    private const int Turns = 3;

    /// <summary>Operations per second of each, measured in turn A B A B A B after warming up; the median of the turns.</summary>
    public static double[] Of(int perPass, params Action[] passes)
    {
        foreach (var pass in passes)
            Turn(pass, perPass, s_warmUp);

        var rates = passes.Select(_ => new List<double>()).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var i = 0; i < passes.Length; i++)
                rates[i].Add(Turn(passes[i], perPass, s_turn));
        }

        return [.. rates.Select(Median)];
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static double Turn(Action pass, int perPass, TimeSpan length)
    {
        GC.Collect();
        var (start, look, count) = (ProcessorTime.Own, Stopwatch.StartNew(), 0);
        while (true)
        {
            pass();
            count += perPass;
            // Asking for the processor time costs some itself.
            if (look.Elapsed < s_look)
                continue;
            look.Restart();
            if (ProcessorTime.Own - start >= length)
                return count / (ProcessorTime.Own - start).TotalSeconds;
        }
    }
}
