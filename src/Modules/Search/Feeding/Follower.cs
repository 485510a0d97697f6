using Gongkai.Data;
using Gongkai.Search.Index;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Search.Feeding;

/// <summary>跟随: keeps the index of this node where the record is: opens it, proves it, builds it anew where it is missing or damaged, and follows the ledger entry by entry.</summary>
internal sealed class Follower(SearchIndex index, IServiceScopeFactory scopes, ILogger<Follower> log) : IDisposable
{
    private const int EntriesAtOnce = 500;
    private const int DocumentsAtOnce = 100;
    private const int TidyPages = 64;

    private IndexFile? _file;
    private IndexWriter? _writer;
    private int _number;
    private Task<int>? _building;
    private Exception? _failed;

    /// <summary>What a builder tells before it puts the new generation in place; for tests that look between.</summary>
    internal Func<Task>? BeforeSwap { get; set; }

    /// <summary>One round: everything there is to do now. Whoever builds goes on beside it.</summary>
    /// <returns>Whether something may be left to do at once.</returns>
    public async Task<bool> Round(CancellationToken cancel)
    {
        if (_building is { IsCompleted: true })
            await TakeOver(cancel);
        if (_file is null && _building is null && !await Open(cancel))
            Build(cancel);
        if (_file is not null && (index.Current?.Number != _number || !File.Exists(_file.Path)))
            await Lose(cancel);
        return _file is not null && await Follow(cancel);
    }

    /// <summary>Rounds until nothing is left, a build included.</summary>
    public async Task CatchUp(CancellationToken cancel)
    {
        while (await Round(cancel) || _building is not null)
        {
            if (_failed is { } failed)
                throw new InvalidOperationException("The search index could not be built.", failed);
            if (_building is Task building)
                await building.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>重建: builds a new generation beside the present one.</summary>
    public void Build(CancellationToken cancel)
    {
        if (_building is not null)
            return;
        index.IsBuilding = true;
        var number = Math.Max(index.Files.Numbers() is [var newest, ..] ? newest : 0, _number) + 1;
        _building = Task.Run(() => Make(number, cancel), cancel);
    }

    /// <summary>Whether every page of the file still is what was written; what is not is dropped and built anew.</summary>
    public void Prove()
    {
        if (_file is null)
            return;
        PageSums.Take(_file);
        if (!PageSums.Agree(_file.Path) && index.Current is { } current)
            index.Drop(current.Number, damage: null);
    }

    public void Dispose()
    {
        if (_file is not null && File.Exists(_file.Path))
            PageSums.Take(_file);
        Close();
    }

    private void Close()
    {
        _writer?.Dispose();
        _file?.Dispose();
        (_writer, _file) = (null, null);
    }

    /// <summary>The newest generation that is whole and of this record; what is older goes.</summary>
    private async Task<bool> Open(CancellationToken cancel)
    {
        index.Files.Prepare();
        foreach (var number in index.Files.Numbers())
        {
            if (_file is null && await Attempt(number, cancel))
                continue;
            IndexFiles.Delete(index.Files.PathOf(number));
        }

        return _file is not null;
    }

    private async Task<bool> Attempt(int number, CancellationToken cancel)
    {
        var path = index.Files.PathOf(number);
        try
        {
            if (!PageSums.Agree(path))
                throw new InvalidDataException("Checksums of the index do not agree.");
            var file = IndexFile.OpenForWriting(path);
            (_file, _number) = (file, number);
            if (file.Number("format") != IndexFile.Format || !await In(feed => feed.Has(Place(file), cancel)))
                throw new InvalidDataException("The index is of another version or of another record.");
            _writer = new IndexWriter(file);
            index.Swap(number);
            return true;
        }
        catch (Exception damage) when (SearchIndex.IsDamage(damage))
        {
            log.LogWarning(damage, "检索索引 {Number} 不能使用，将重建", number);
            Close();
            return false;
        }
    }

    /// <summary>Somebody found the present generation damaged, or its file is gone.</summary>
    private async Task Lose(CancellationToken cancel)
    {
        Close();
        index.Drop(_number, damage: null);
        IndexFiles.Delete(index.Files.PathOf(_number));
        if (_building is null && !await Open(cancel))
            Build(cancel);
    }

    private async Task TakeOver(CancellationToken cancel)
    {
        try
        {
            var number = await _building!;
            _failed = null;
            if (BeforeSwap is { } told)
                await told();
            Close();
            index.Files.Complete(number);
            (_file, _number) = (IndexFile.OpenForWriting(index.Files.PathOf(number)), number);
            // Opening turned the file over to the write-ahead log, which changes its first page.
            PageSums.Write(_file.Path);
            _writer = new IndexWriter(_file);
            index.Swap(number);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The database was away, or the disk is full: the next round tries again.
            log.LogError(problem, "检索索引没有建成");
            _failed = problem;
            Close();
            await Task.Delay(TimeSpan.FromSeconds(2), cancel);
        }
        finally
        {
            (_building, index.IsBuilding) = (null, false);
        }
    }

    /// <summary>Builds from the record as it is now; what happens meanwhile is followed from the place where the build began.</summary>
    private async Task<int> Make(int number, CancellationToken cancel)
    {
        Directory.CreateDirectory(index.Files.Root);
        IndexFiles.Delete(index.Files.PathOfBuilding(number));
        using var file = IndexFile.Create(index.Files.PathOfBuilding(number));
        using var writer = new IndexWriter(file);
        var place = await In(feed => feed.Head(cancel));
        var documents = await In(feed => feed.All(cancel));
        foreach (var some in documents.Chunk(DocumentsAtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            var read = await In(feed => feed.Read(some, cancel));
            writer.Write(read, []);
        }

        writer.Write([], [], written => Note(written, place));
        writer.Optimise();
        log.LogInformation("检索索引已建成：{Documents}件", documents.Count);
        return number;
    }

    private async Task<bool> Follow(CancellationToken cancel)
    {
        try
        {
            var from = Place(_file!);
            var (place, ids) = await In(feed => feed.After(from, EntriesAtOnce, cancel));
            if (place == from)
                return await ReadWaiting(cancel);
            foreach (var some in ids.Chunk(DocumentsAtOnce))
                await Take(some, cancel);
            _writer!.Write([], [], file => Note(file, place));
            PageSums.Take(_file!);
            return true;
        }
        catch (Exception damage) when (SearchIndex.IsDamage(damage))
        {
            index.Drop(_number, damage);
            return true;
        }
    }

    private async Task Take(Guid[] ids, CancellationToken cancel)
    {
        var read = await In(feed => feed.Read(ids, cancel));
        _writer!.Write(read.Where(document => _writer.StampOf(document.Id) != document.Stamp).ToList(), ids.Except(read.Select(document => document.Id)).ToList());
    }

    /// <summary>One attachment that nobody has read, then its document again; what is published meanwhile need not wait for a long PDF.</summary>
    private async Task<bool> ReadWaiting(CancellationToken cancel)
    {
        using var command = _file!.Command("select key from documents where waiting <> 0 order by id limit 1");
        if (command.ExecuteScalar() is not byte[] key)
            return false;
        var id = new Guid(key);
        await using var scope = scopes.CreateAsyncScope();
        var feed = scope.ServiceProvider.GetRequiredService<Feed>();
        if (await feed.Unread(id, cancel) is [var first, ..])
            await scope.ServiceProvider.GetRequiredService<AttachmentTexts>().Read(first, cancel);
        var read = await feed.Read([id], cancel);
        _writer!.Write(read, read.Count == 0 ? [id] : []);
        _writer.Tidy(TidyPages);
        PageSums.Take(_file);
        return true;
    }

    private static FeedPlace Place(IndexFile file) => new(file.Number("place"), file.Meta("place_hash") ?? "");

    private static void Note(IndexFile file, FeedPlace place)
    {
        file.SetMeta("place", $"{place.Number}");
        file.SetMeta("place_hash", place.Hash);
    }

    private async Task<T> In<T>(Func<Feed, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Feed>());
    }
}
