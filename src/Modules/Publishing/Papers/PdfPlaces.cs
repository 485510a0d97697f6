using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Publishing;

/// <summary>PDF 中的位置: on which page each named place of a PDF stands, by poppler's `pdfinfo`; null where it is not installed.</summary>
internal static class PdfPlaces
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<int>? Find(byte[] pdf, IReadOnlyList<string> names)
    {
        var file = Path.Combine(Path.GetTempPath(), $"gongkai-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(file, pdf);
            return Run(file) is { } told ? Read(told, names) : null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? Run(string file)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdfinfo", ["-dests", file]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var told = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 ? told.Result : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Lines such as `   3 [ XYZ   73  800 null ] "d2"`.</summary>
    private static List<int>? Read(string told, IReadOnlyList<string> names)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in told.Split('\n'))
        {
            var (open, close) = (line.IndexOf('"', StringComparison.Ordinal), line.LastIndexOf('"'));
            if (close > open && int.TryParse(line.AsSpan().Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture, out var page))
                pages[line[(open + 1)..close]] = page;
        }

        return names.All(pages.ContainsKey) ? [.. names.Select(name => pages[name])] : null;
    }
}
