using System.IO.Enumeration;
using Gongkai.AnnualReports.Checking;
using Gongkai.Formats;

namespace Gongkai.Cli;

/// <summary>输入文件: what people name on the command line: files, folders, patterns, `-` for standard input.</summary>
internal static class InputFiles
{
    /// <summary>What is picked up from a folder; a file that is named is read whatever it is called.</summary>
    private static readonly HashSet<string> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".doc", ".pdf", ".xlsx", ".json", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp",
    };

    public static IReadOnlyList<SourceFile> Of(IEnumerable<string> names, Stream standardInput, ReadingLimits limits)
    {
        List<SourceFile> files = [];
        foreach (var name in names)
        {
            if (name == "-")
                files.Add(new SourceFile("-", () => ReadAll(standardInput, limits.FileBytes)));
            else if (Directory.Exists(name))
                files.AddRange(In(name).Select(path => SourceFile.OnDisk(path, limits)));
            else if (File.Exists(name) || name.AsSpan().IndexOfAny('*', '?') < 0)
                files.Add(SourceFile.OnDisk(name, limits));
            else
                files.AddRange(Matching(name).DefaultIfEmpty(name).Select(path => SourceFile.OnDisk(path, limits)));
        }

        return files;
    }

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Where(path => s_extensions.Contains(Path.GetExtension(path)) && (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || IsReport(path)))
            .Order(StringComparer.Ordinal);

    /// <summary>Other JSON lies about in folders; only our own is a report.</summary>
    private static bool IsReport(string path)
    {
        try
        {
            using var file = new StreamReader(path);
            var start = new char[4096];
            return start.AsSpan(0, file.ReadBlock(start)).Contains("\"gongkai.report/", StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>A pattern that the shell did not expand: `reports/*/2022*.pdf`, `**/*.docx`.</summary>
    private static IEnumerable<string> Matching(string pattern)
    {
        var segments = pattern.Split('/', '\\');
        var wild = Array.FindIndex(segments, segment => segment.AsSpan().IndexOfAny('*', '?') >= 0);
        var root = string.Join('/', segments[..wild]);
        var start = root.Length > 0 ? root : pattern.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(start))
            return [];
        return Below(start, segments[wild..]).Select(path => start == "." ? path[2..] : path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Below(string folder, string[] segments)
    {
        if (segments.Length == 1)
            return Directory.EnumerateFiles(folder).Where(path => Matches(segments[0] == "**" ? "*" : segments[0], path));
        var folders = Directory.EnumerateDirectories(folder);
        return segments[0] == "**"
            ? Below(folder, segments[1..]).Concat(folders.SelectMany(inner => Below(inner, segments)))
            : folders.Where(inner => Matches(segments[0], inner)).SelectMany(inner => Below(inner, segments[1..]));
    }

    private static bool Matches(string pattern, string path) => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: OperatingSystem.IsWindows());

    private static byte[] ReadAll(Stream input, long most)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > most)
                throw new UnreadableFileException($"标准输入超过 {most >> 20} MB");
        }

        return memory.ToArray();
    }
}
