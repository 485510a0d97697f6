using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Shell;

/// <summary>工作台: runs reading, checking and writing, a few at a time, each for a bounded time.</summary>
public sealed class Workbench(IOptions<SiteOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.ChecksAtOnce,
        QueueLimit = options.Value.ChecksAtOnce * 4,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="BusyException">Too much is waiting already, or the work took too long.</exception>
    public async Task<T> Run<T>(Func<CancellationToken, T> work, CancellationToken cancel)
    {
        var place = await _places.AcquireAsync(1, cancel);
        if (!place.IsAcquired)
        {
            place.Dispose();
            throw new BusyException("此刻体检的人太多，请一两分钟后再试。");
        }

        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.CheckSeconds));
        var running = Task.Run(() => work(limit.Token), CancellationToken.None);

        // The place is free when the work has really ended, not when the visitor has stopped waiting for it.
        _ = running.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                place.Dispose();
                limit.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            return await running.WaitAsync(TimeSpan.FromSeconds(options.Value.CheckSeconds + 1), cancel);
        }
        catch (Exception stopped) when (stopped is TimeoutException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new BusyException($"处理超过 {options.Value.CheckSeconds} 秒，已停止。请减少一次提交的文件，扫描件请先转成带文字的 Word 或 PDF。");
        }
    }

    public void Dispose() => _places.Dispose();
}

/// <summary>繁忙: the site cannot do it now; the message says what to do.</summary>
public sealed class BusyException(string message) : Exception(message);
