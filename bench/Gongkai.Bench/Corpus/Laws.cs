using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Gongkai.Bench.Corpus;

/// <summary>法律法规窗口: as many documents as wanted from the real laws and regulations, windows of some neighbouring paragraphs, half of them with a paragraph from elsewhere; the same seed gives the same documents.</summary>
internal sealed class Laws
{
    private const int Seed = 20261122;
    private const int Least = 3;
    private const int Most = 9;

    private readonly List<(string Title, string[] Paragraphs)> _laws = [];

    private Laws(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            while (lines.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                string[] paragraphs = [.. json.RootElement.GetProperty("text").GetString()!.Split('\n').Select(text => text.Trim().TrimStart('#', ' ')).Where(text => text.Length > 0 && !text.StartsWith("<!--", StringComparison.Ordinal))];
                if (paragraphs.Length > Most)
                    _laws.Add((json.RootElement.GetProperty("title").GetString()!, paragraphs));
            }
        }
    }

    /// <summary>Null where the real documents are not at hand.</summary>
    public static Laws? AtHand() => Environment.GetEnvironmentVariable("GONGKAI_REAL_DOCUMENTS") is { Length: > 0 } folder && Directory.Exists(Path.Combine(folder, "data", "laws")) ? new Laws(Path.Combine(folder, "data", "laws")) : null;

    public IEnumerable<(string Title, string Text)> Windows(int count)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            var (title, paragraphs) = _laws[random.Next(_laws.Count)];
            var length = random.Next(Least, Most + 1);
            var from = random.Next(paragraphs.Length - length);
            var text = string.Join('\n', paragraphs.AsSpan(from, length));
            if (random.Next(2) == 0)
            {
                var foreign = _laws[random.Next(_laws.Count)].Paragraphs;
                text += "\n" + foreign[random.Next(foreign.Length)];
            }

            // What the real laws have too little of for a search to be tried with.
            text += i % 97 == 0 ? $"\n{2010 + (i % 15)}年第{i % 40}号公告，联系人𠮷田，标准GB/T {i % 30000}-2020。" : "";
            yield return ($"{title}（{i}）", text);
        }
    }
}
