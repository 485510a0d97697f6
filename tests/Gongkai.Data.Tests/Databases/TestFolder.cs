namespace Gongkai.Testing;

/// <summary>A folder of one test's own: in memory where there is room for it, because a database that commits fully waits for the disk each time.</summary>
public static class TestFolder
{
    private const string Memory = "/dev/shm";
    private const long Room = 1L << 30;

    public static string New(string name, bool onDisk = false)
    {
        if (onDisk || !Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < Room)
            return Directory.CreateTempSubdirectory(name).FullName;
        return Directory.CreateDirectory(Path.Combine(Memory, $"{name}{Guid.NewGuid():N}")).FullName;
    }
}
