using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Publishing;

/// <summary>
/// 打印队列: one print at a time, some more wait, the rest are asked to come back; a browser takes a whole core, and readers come before those who download.
/// What several ask for at once is printed once, to its end, also when they have left: the next will find it.
/// </summary>
public sealed class PrintQueue(PrintedFolder printed) : IDisposable
{
    /// <summary>Different things that may wait at a time.</summary>
    public const int MostWaiting = 8;

    private readonly SemaphoreSlim _place = new(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _asked = new(StringComparer.Ordinal);

    /// <param name="content">What is printed: prints are kept by it whole, so that what has changed can never be answered with an old print.</param>
    /// <param name="print">Makes it where it is not there yet.</param>
    /// <param name="cancel">To wait no longer; the print goes on.</param>
    /// <exception cref="TooManyPrintsException">Too many wait already.</exception>
    public async Task<byte[]> Print(string content, Func<byte[]> print, CancellationToken cancel)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        if (await printed.Find(name, cancel) is { } there)
            return there;
        if (_asked.Count > MostWaiting && !_asked.ContainsKey(name))
            throw new TooManyPrintsException();
        return await _asked.GetOrAdd(name, new Lazy<Task<byte[]>>(() => InTurn(name, print))).Value.WaitAsync(cancel);
    }

    public void Dispose() => _place.Dispose();

    private async Task<byte[]> InTurn(string name, Func<byte[]> print)
    {
        await _place.WaitAsync(CancellationToken.None);
        try
        {
            if (await printed.Find(name, CancellationToken.None) is { } there)
                return there;
            var made = await Task.Run(print);
            await printed.Keep(name, made);
            return made;
        }
        finally
        {
            _asked.TryRemove(name, out _);
            _place.Release();
        }
    }
}

/// <summary>打印太多: asked to come back.</summary>
public sealed class TooManyPrintsException() : Exception("此刻下载PDF的人太多，请过一会儿再试；急用可以先下载Word，或者在网页上直接打印。");
