using System.Runtime.InteropServices;

namespace Gongkai.Data;

/// <summary>磁盘: makes the names in a folder as durable as the bytes of its files; .NET can only do the latter.</summary>
internal static partial class Disk
{
    private const int ReadOnly = 0;

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
            throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        var failed = FSync(handle) != 0;
        var why = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(handle);
        if (failed)
            throw new IOException($"{folder}: {why}");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
