using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>打印结果的存放: prints kept beside the data; the oldest go when they become too many, and all of them may be thrown away at any time.</summary>
public sealed class PrintedFolder(DataFolder folder)
{
    /// <summary>Bytes kept at most.</summary>
    public long MostBytes { get; init; } = 512L << 20;

    public async Task<byte[]?> Find(string name, CancellationToken cancel)
    {
        var path = PathOf(name);
        try
        {
            return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancel) : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all.</summary>
    public async Task Keep(string name, byte[] content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(half, content);
        File.Move(half, path, overwrite: true);
        DropOldest();
    }

    private void DropOldest()
    {
        var left = MostBytes;
        foreach (var file in new DirectoryInfo(folder.At("printed", "")).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).ToList())
        {
            left -= file.Length;
            if (left < 0)
                file.Delete();
        }
    }

    private string PathOf(string name) => folder.At("printed", $"{name}.pdf");
}
