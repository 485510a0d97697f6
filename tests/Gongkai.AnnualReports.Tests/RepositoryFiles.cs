namespace Gongkai.AnnualReports.Tests;

/// <summary>仓库文件: where the repository stands, seen from the test's own folder.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Gongkai.slnx is in no folder above the test");
    }
}
