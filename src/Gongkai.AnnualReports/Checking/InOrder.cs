namespace Gongkai.AnnualReports.Checking;

/// <summary>并行而有序: work on many things at once whose results come in the order of the things, without holding more than a batch of them.</summary>
internal static class InOrder
{
    private const int BatchPerWorker = 64;

    public static IEnumerable<TResult> Map<TSource, TResult>(IReadOnlyList<TSource> source, Func<TSource, TResult> work, int parallelism, CancellationToken cancel)
    {
        if (source.Count == 1)
            return [work(source[0])];
        return Batches(source, work, parallelism, cancel);
    }

    private static IEnumerable<TResult> Batches<TSource, TResult>(IReadOnlyList<TSource> source, Func<TSource, TResult> work, int parallelism, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancel };
        var batch = new TResult[Math.Min(source.Count, BatchPerWorker * parallelism)];
        for (var start = 0; start < source.Count; start += batch.Length)
        {
            var first = start;
            var count = Math.Min(batch.Length, source.Count - start);
            Parallel.For(0, count, options, i => batch[i] = work(source[first + i]));
            for (var i = 0; i < count; i++)
                yield return batch[i];
        }
    }
}
