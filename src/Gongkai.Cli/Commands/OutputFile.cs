using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>输出文件: written whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="UnreadableFileException">The extension is none that can be written.</exception>
    public static OutputFormat FormatOf(string path) => ReportWriter.OfExtension(path)
        ?? throw new UnreadableFileException($"{path}：扩展名应当是 .docx、.pdf、.html、.xlsx、.json 之一");

    /// <summary>True when both names lead to one file, links followed.</summary>
    public static bool IsSame(string one, string other) =>
        File.Exists(one) && File.Exists(other) && string.Equals(Real(one), Real(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <exception cref="UnreadableFileException">It cannot be written there.</exception>
    public static void Write(string path, byte[] content)
    {
        var draft = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(draft, content);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new UnreadableFileException($"{path}：写不进去（{(problem is DirectoryNotFoundException ? "文件夹不存在" : Unreadable.Why(problem))}）", problem);
        }
    }

    private static string Real(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
}
