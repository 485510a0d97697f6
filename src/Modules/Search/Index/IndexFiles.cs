using System.Globalization;
using Gongkai.Data;

namespace Gongkai.Search.Index;

/// <summary>索引目录: where the generations lie: `search/index-000001.db`, one that is being built `….building`; the highest number is the newest.</summary>
internal sealed class IndexFiles(DataFolder folder) : IDisposable
{
    private const int MostNodes = 64;

    private FileStream? _lock;

    private const string Building = ".building";

    /// <summary>`search`, or `search-2` … where another process on the same data folder has that one: each follows the record for itself.</summary>
    public string Root { get; private set; } = folder.At("search");

    public string PathOf(int number) => Path.Combine(Root, Generation.NameOf(number));

    public string PathOfBuilding(int number) => PathOf(number) + Building;

    /// <summary>Complete ones, newest first.</summary>
    public IReadOnlyList<int> Numbers() => !Directory.Exists(Root) ? [] :
    [
        .. from path in Directory.EnumerateFiles(Root, "index-*.db")
           let name = Path.GetFileNameWithoutExtension(path)["index-".Length..]
           where name.Length == 6 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
           let number = int.Parse(name, CultureInfo.InvariantCulture)
           orderby number descending
           select number,
    ];

    public void Prepare()
    {
        for (var node = 1; _lock is null; node++)
        {
            Root = folder.At(node == 1 ? "search" : $"search-{node}");
            Directory.CreateDirectory(Root);
            try
            {
                _lock = new FileStream(Path.Combine(Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (node < MostNodes)
            {
                // Somebody else's.
            }
        }

        foreach (var left in Directory.EnumerateFiles(Root, $"*{Building}*"))
            File.Delete(left);
    }

    /// <summary>The finished file under its name; durable and whole from one moment to the next.</summary>
    public void Complete(int number)
    {
        using (var file = new FileStream(PathOfBuilding(number), FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(PathOfBuilding(number), PathOf(number), overwrite: true);
    }

    public void Dispose() => _lock?.Dispose();

    public static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", PageSums.Suffix])
            File.Delete(path + suffix);
    }
}
