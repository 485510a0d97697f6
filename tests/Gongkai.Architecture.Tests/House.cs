using System.Xml.Linq;

namespace Gongkai.Architecture.Tests;

/// <summary>The checkout these tests look at.</summary>
internal static class House
{
    private static readonly string[] s_notOurs = ["bin", "obj", "node_modules", "App_Data", "TestResults", "artifacts", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files under a folder of the checkout, as paths from its root; what builds and restores leave behind is passed over.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    public static IEnumerable<string> Projects(string folder) => Has(folder) ? Files(folder, ".csproj") : [];

    /// <summary>Values of Include of one kind of item in a project or props file.</summary>
    public static IEnumerable<string> Includes(string path, string item) =>
        XDocument.Parse(Text(path)).Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => !s_notOurs.Contains(inner.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Gongkai.slnx")))
                return folder;
        }

        throw new InvalidOperationException("these tests run inside a checkout");
    }
}
