using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Formats.Reading.PlainText;

namespace Gongkai.Formats.Cleaning;

/// <summary>字幕: WebVTT and SRT, read cue by cue and written anew as WebVTT, so that neither styles nor tags nor anything else of the file reaches a page.</summary>
public static partial class Subtitles
{
    public const int LargestFile = 2 << 20;
    private const int MostCues = 20_000;
    private const int LongestCue = 1000;

    [GeneratedRegex(@"^\s*(?<from>(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*(?<to>(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Timing { get; }

    /// <summary>Tags of both formats, and the marks of position of SRT players.</summary>
    [GeneratedRegex(@"<[^>]*>|\{\\[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks { get; }

    /// <exception cref="UnreadableFileException">It is no subtitles, or more than anybody watches.</exception>
    public static IReadOnlyList<Cue> Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > LargestFile)
            throw new UnreadableFileException($"字幕文件超过{LargestFile >> 20}MB");
        var lines = TextDecoding.Decode(content, ReadingLimits.Default).ReplaceLineEndings("\n").Split('\n');
        List<Cue> cues = [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains("-->", StringComparison.Ordinal))
                continue;
            if (Timing.Match(lines[i]) is not { Success: true } timing || TimeOf(timing.Groups["from"].Value) is not { } from || TimeOf(timing.Groups["to"].Value) is not { } to || to < from)
                throw new UnreadableFileException($"字幕第{i + 1}行的时间无法识别：{(lines[i].Length > 60 ? lines[i][..60] : lines[i]).Trim()}");
            var words = new StringBuilder();
            while (i + 1 < lines.Length && lines[i + 1].Trim().Length > 0 && !lines[i + 1].Contains("-->", StringComparison.Ordinal))
            {
                i++;
                if (Plain(lines[i]) is { Length: > 0 } line)
                    words.Append(words.Length == 0 ? "" : "\n").Append(line);
            }

            if (words.Length > LongestCue)
                throw new UnreadableFileException("字幕有一条过长，不是字幕文件");
            if (words.Length > 0)
                cues.Add(new Cue(from, to, words.ToString()));
            if (cues.Count > MostCues)
                throw new UnreadableFileException("字幕过多，已停止读取");
        }

        return cues.Count > 0 ? cues : throw new UnreadableFileException("文件里没有字幕；应当是SRT或者WebVTT格式");
    }

    /// <summary>As WebVTT, in UTF-8.</summary>
    public static byte[] Write(IEnumerable<Cue> cues)
    {
        var vtt = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
            vtt.Append('\n').Append(Written(cue.From)).Append(" --> ").Append(Written(cue.To)).Append('\n').Append(Escaped(cue.Words)).Append('\n');
        return Encoding.UTF8.GetBytes(vtt.ToString());
    }

    private static string Plain(string line)
    {
        var words = System.Net.WebUtility.HtmlDecode(Marks.Replace(line, ""));
        return string.Concat(words.Where(letter => !char.IsControl(letter) && !HtmlSanitiser.Invisible.Contains(letter, StringComparison.Ordinal))).Replace("-->", "→", StringComparison.Ordinal).Trim();
    }

    private static string Escaped(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static TimeSpan? TimeOf(string written)
    {
        var parts = written.Replace(',', '.').Split(':', '.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        var milliseconds = parts[^1] * (int)Math.Pow(10, 3 - (written.Length - 1 - written.LastIndexOfAny(['.', ','])));
        return parts[^2] < 60 && parts[^3] < 60 ? new TimeSpan(0, parts.Count == 4 ? parts[0] : 0, parts[^3], parts[^2], milliseconds) : null;
    }

    private static string Written(TimeSpan at) => string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours:00}:{at.Minutes:00}:{at.Seconds:00}.{at.Milliseconds:000}");
}

/// <summary>一条字幕: what is said, from when to when.</summary>
public sealed record Cue(TimeSpan From, TimeSpan To, string Words);
