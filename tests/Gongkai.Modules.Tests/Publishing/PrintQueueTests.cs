using Gongkai.Data;
using Gongkai.Publishing;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>打印队列: one at a time, once for all who ask, a few wait, nobody holds it up by leaving.</summary>
public sealed class PrintQueueTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-prints-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_who_ask_for_one_print_get_it_printed_once()
    {
        using var queue = new PrintQueue(Folder());
        using var open = new ManualResetEventSlim();
        var printed = 0;
        byte[] Print()
        {
            open.Wait(Cancel);
            return [(byte)Interlocked.Increment(ref printed)];
        }

        var asked = Enumerable.Range(0, 40).Select(_ => queue.Print("a", Print, Cancel)).ToList();
        open.Set();

        Assert.All(await Task.WhenAll(asked), print => Assert.Equal([1], print));
        Assert.Equal([1], await queue.Print("a", Print, Cancel));
    }

    [Fact]
    public async Task Prints_run_one_after_the_other_and_those_beyond_the_queue_are_asked_to_come_back()
    {
        using var queue = new PrintQueue(Folder());
        using var open = new ManualResetEventSlim();
        var (running, most) = (0, 0);
        byte[] Print()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            open.Wait(Cancel);
            Interlocked.Decrement(ref running);
            return [1];
        }

        var asked = Enumerable.Range(0, 50).Select(i => queue.Print($"{i}", Print, Cancel)).ToList();
        var refused = asked.Where(one => one.IsFaulted).ToList();
        open.Set();

        Assert.Equal(50 - PrintQueue.MostWaiting - 1, refused.Count);
        foreach (var one in refused)
            await Assert.ThrowsAsync<TooManyPrintsException>(() => one);
        await Task.WhenAll(asked.Except(refused));
        Assert.Equal(1, most);
        Assert.Equal([1], await queue.Print("49", Print, Cancel));
    }

    [Fact]
    public async Task Who_leaves_holds_nobody_up_and_the_next_finds_the_print()
    {
        using var queue = new PrintQueue(Folder());
        using var open = new ManualResetEventSlim();
        using var left = new CancellationTokenSource();
        var printed = 0;
        byte[] Print()
        {
            open.Wait(Cancel);
            return [(byte)Interlocked.Increment(ref printed)];
        }

        var first = queue.Print("a", Print, left.Token);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.Set();

        Assert.Equal([1], await queue.Print("a", Print, Cancel));
    }

    [Fact]
    public async Task A_print_that_failed_is_tried_again()
    {
        using var queue = new PrintQueue(Folder());

        await Assert.ThrowsAsync<InvalidDataException>(() => queue.Print("a", () => throw new InvalidDataException(), Cancel));

        Assert.Equal([7], await queue.Print("a", () => [7], Cancel));
    }

    [Fact]
    public async Task The_oldest_prints_go_when_they_become_too_many()
    {
        var folder = Folder(mostBytes: 250);
        foreach (var name in (string[])["a", "b", "c"])
        {
            await folder.Keep(name, new byte[100]);
            File.SetLastWriteTimeUtc(Path.Combine(_folder, "printed", $"{name}.pdf"), new DateTime(2026, 1, name[0] - 'a' + 1, 0, 0, 0, DateTimeKind.Utc));
        }

        Assert.Null(await folder.Find("a", Cancel));
        Assert.NotNull(await folder.Find("b", Cancel));
        Assert.NotNull(await folder.Find("c", Cancel));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private PrintedFolder Folder(long mostBytes = 1 << 20) => new(new DataFolder(_folder)) { MostBytes = mostBytes };
}
