using System.Globalization;
using System.Text;

namespace Gongkai.Web.Shell.Uploads;

/// <summary>文件名: names that strangers give, made fit to be shown and to be offered again.</summary>
public static class FileNames
{
    public const string Nameless = "未命名文件";

    private const int Longest = 120;

    /// <summary>Without folder, control and direction marks (which could turn `exe` round into `docx`), and not too long; the extension stays.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").AsSpan();
        last = last[(last.LastIndexOfAny('/', '\\') + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (isShown && rune != Rune.ReplacementChar)
                clean.Append(rune.ToString());
        }

        var shown = clean.ToString().Trim();
        if (shown.Length > Longest)
        {
            var extension = Path.GetExtension(shown);
            extension = extension.Length > 12 ? "" : extension;
            var keep = Longest - extension.Length - 1;
            if (char.IsHighSurrogate(shown[keep - 1]))
                keep--;
            shown = $"{shown.AsSpan(0, keep)}…{extension}";
        }

        return shown.Length == 0 ? Nameless : shown;
    }

    /// <summary>A name for a download: the report's own words, without what file systems refuse.</summary>
    public static string ForDownload(string name, string extension)
    {
        var stem = string.Concat(Clean(name).Where(c => !"<>:\"|?*".Contains(c)));
        return $"{(stem.Length == 0 ? "年度报告" : stem)}{extension}";
    }
}
