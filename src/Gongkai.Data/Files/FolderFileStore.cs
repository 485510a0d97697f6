using System.Buffers;
using System.Security.Cryptography;

namespace Gongkai.Data;

/// <summary>文件库: in a folder, `files/ab/abcd…`. A file appears under its name only when it is whole and on the disk; it is never written again.</summary>
internal sealed class FolderFileStore(DataFolder folder, TimeProvider clock) : IFileStore
{
    private const int Chunk = 1 << 16;

    private string Root => folder.At("files");
    private string Incoming => folder.At("files", "incoming");

    public async Task<StoredFile> Keep(Stream content, long atMost, CancellationToken cancel)
    {
        Directory.CreateDirectory(Incoming);
        var fresh = Path.Combine(Incoming, $"{Guid.NewGuid():N}");
        try
        {
            var stored = await Write(content, fresh, atMost, cancel);
            Place(fresh, stored.Hash);
            return stored;
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    public Stream Open(FileHash file) => new FileStream(PathOf(file), new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });

    public bool Has(FileHash file) => File.Exists(PathOf(file));

    public async Task<bool> IsIntact(FileHash file, CancellationToken cancel)
    {
        if (!Has(file))
            return false;
        await using var content = Open(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == file.Value;
    }

    public IEnumerable<FileHash> OlderThan(DateTimeOffset instant)
    {
        if (!Directory.Exists(Root))
            yield break;

        // What a killed process left half-written.
        foreach (var left in new DirectoryInfo(Root).EnumerateDirectories("incoming").SelectMany(incoming => incoming.EnumerateFiles()).Where(file => file.LastWriteTimeUtc < instant.UtcDateTime))
            left.Delete();
        foreach (var file in new DirectoryInfo(Root).EnumerateDirectories("??").SelectMany(shelf => shelf.EnumerateFiles()))
        {
            if (file.Name.Length == FileHash.Length && file.LastWriteTimeUtc < instant.UtcDateTime)
                yield return new FileHash(file.Name);
        }
    }

    public bool Remove(FileHash file, DateTimeOffset unlessKeptAfter)
    {
        var (path, aside) = (PathOf(file), Path.Combine(Incoming, $"{Guid.NewGuid():N}"));
        Directory.CreateDirectory(Incoming);
        try
        {
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            return true;
        }

        // Keep touches a file that is already there. It may have done so between our looking and our moving: then the file goes back.
        if (File.GetLastWriteTimeUtc(aside) >= unlessKeptAfter.UtcDateTime)
        {
            Place(aside, file);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    private string PathOf(FileHash file) => Path.Combine(Root, file.Value[..2], file.Value);

    private static async Task<StoredFile> Write(Stream content, string path, long atMost, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous });
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            long length = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
            {
                if ((length += read) > atMost)
                    throw new FileTooLargeException(atMost);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            file.Flush(flushToDisk: true);
            return new StoredFile(new FileHash(Convert.ToHexStringLower(hash.GetHashAndReset())), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Place(string fresh, FileHash file)
    {
        var path = PathOf(file);
        var shelf = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(shelf))
        {
            Directory.CreateDirectory(shelf);
            Disk.Flush(Root);
        }

        while (true)
        {
            try
            {
                // The clock of the product, so that age is measured on one clock.
                File.SetLastWriteTimeUtc(fresh, clock.GetUtcNow().UtcDateTime);
                File.Move(fresh, path);
                Disk.Flush(shelf);
                return;
            }
            catch (IOException) when (File.Exists(path))
            {
                try
                {
                    File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
                    return;
                }
                catch (FileNotFoundException)
                {
                    // Cleaned up this moment: ours takes its place.
                }
            }
        }
    }
}
