using Microsoft.Extensions.Configuration;

namespace Gongkai.Data;

/// <summary>
/// 数据目录: where database, files and keys lie. `Gongkai:DataDirectory`, else App_Data beside Gongkai.slnx in a checkout, else App_Data
/// in the current directory; the same for the site and the command line.
/// </summary>
public sealed class DataFolder
{
    public const string Setting = "Gongkai:DataDirectory";

    public DataFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    public string Database => At("gongkai.db");

    public static DataFolder Of(IConfiguration configuration) =>
        new(configuration[Setting] is { Length: > 0 } chosen ? chosen
            : System.IO.Path.Combine(Checkout(AppContext.BaseDirectory) ?? Checkout(Environment.CurrentDirectory) ?? Environment.CurrentDirectory, "App_Data"));

    public string At(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Makes the folder where it is missing; nobody else on the machine may look into a new one.</summary>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string? Checkout(string start)
    {
        for (var folder = start; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "Gongkai.slnx")))
                return folder;
        }

        return null;
    }
}
