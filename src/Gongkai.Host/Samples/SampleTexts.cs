using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Gongkai.Publishing;

namespace Gongkai.Host.Samples;

/// <summary>示例公文: titles and texts from the templates of data/world/documents.json; the same ones every time.</summary>
internal sealed partial class SampleTexts(SampleDocumentsFile file, SampleBureau bureau, string name, string shortName)
{
    private readonly Dice _dice = new(bureau.Key);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private int _number;

    public SampleTemplate Template(string key) => file.Templates.First(template => template.Key == key);

    /// <summary>年报: published the January after its year, with its file; one that is a web page is itself the text.</summary>
    public DocumentContent Report(DateOnly on, string? page) => new()
    {
        Title = $"{name}{bureau.Year}年政府信息公开工作年度报告",
        Summary = $"{name}{bureau.Year}年政府信息公开工作情况和统计数据",
        Issuer = name,
        CreatedOn = on,
        Topic = "综合政务\\政务公开",
        Genre = "报告",
        Article20Item = "a20_15",
        Keywords = "政府信息公开 年度报告",
        Html = page ?? $"<p>{name}{bureau.Year}年政府信息公开工作年度报告全文见附件。</p><p>对报告有疑问的，请与本机关政府信息公开工作机构联系，联系方式见公开指南。</p>",
    };

    /// <param name="key">The template.</param>
    /// <param name="on">The day it is made.</param>
    /// <param name="policy">Of an interpretation: what it explains.</param>
    public DocumentContent Next(string key, DateOnly on, string? policy = null)
    {
        var template = Template(key);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        Dictionary<string, string> words = new(StringComparer.Ordinal)
        {
            ["body"] = name,
            ["short"] = shortName,
            ["year"] = $"{on.Year}",
            ["last"] = $"{on.Year - 1}",
            ["month"] = $"{on.Month}",
            ["day"] = $"{on.Day}",
            ["n"] = $"{_counts[key]}",
            ["policy"] = policy is null ? "" : policy.StartsWith('《') ? policy : $"《{policy}》",
        };
        var title = Fill(_dice.OneOf(template.Titles), words);
        if (template.Numbered && title.StartsWith("关于", StringComparison.Ordinal))
            title = name + title;
        if (!_titles.Add(title))
            _titles.Add(title = $"{title}（{_counts[key]}）");
        var html = new StringBuilder();
        var paragraphs = template.Paragraphs.Select(paragraph => Fill(_dice.OneOf(paragraph), words)).ToList();
        foreach (var paragraph in paragraphs)
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        if (template.Table)
            Table(html, words);
        html.Append("<p class=\"align-right\">").Append(name).Append("</p><p class=\"align-right\">").Append(on.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)).Append("</p>");
        return new DocumentContent
        {
            Title = title,
            Summary = paragraphs.Find(one => !one.EndsWith('：')) is { } gist ? gist.Length <= 100 ? gist : gist[..99] + "…" : title,
            Keywords = words.GetValueOrDefault("project") ?? words.GetValueOrDefault("topic") ?? words.GetValueOrDefault("industry"),
            DocumentNumber = template.Numbered || key == "normative" ? $"{bureau.Mark}〔{on.Year}〕{++_number}号" : null,
            Issuer = name,
            CreatedOn = on,
            EffectiveOn = key == "normative" ? on : null,
            Topic = template.Topic,
            Genre = template.Genre,
            Article20Item = template.Item,
            Column = template.Column,
            Html = html.ToString(),
        };
    }

    /// <summary>A sentence that makes a revised text another one.</summary>
    public static string Amended(string html, int round) => $"{html}<p>本文于第{round}次修订时更正了联系方式和办理时限，其他内容不变。</p>";

    private void Table(StringBuilder html, Dictionary<string, string> words)
    {
        html.Append("<table><thead><tr><th scope=\"col\">序号</th><th scope=\"col\">名称</th><th scope=\"col\">所在地</th><th scope=\"col\">数额（万元）</th></tr></thead><tbody>");
        var rows = _dice.Between(3, 7);
        for (var row = 1; row <= rows; row++)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{row}</td><td>{Fill("{firm}", words)}</td><td>{Fill("{place}", words)}</td><td>{_dice.Between(5, 300)}</td></tr>");
        html.Append("</tbody></table>");
    }

    private string Fill(string pattern, Dictionary<string, string> words) => Slot().Replace(pattern, match =>
    {
        var slot = match.Groups["slot"].Value;
        if (words.TryGetValue(slot, out var word))
            return word;
        if (slot.Split('-') is [var least, var most] && int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
            return $"{_dice.Between(from, to)}";

        // What is drawn once in a text stays the same in it.
        return words[slot] = _dice.OneOf(file.Words[slot]);
    });

    [GeneratedRegex(@"\{(?<slot>[a-z0-9-]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slot();
}

/// <summary>骰子: chance that falls the same way on every machine and version.</summary>
internal sealed class Dice(string seed)
{
    private ulong _state = seed.Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));

    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public T OneOf<T>(IReadOnlyList<T> all) => all[Between(0, all.Count - 1)];

    private ulong Next()
    {
        unchecked
        {
            _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
            return (_state ^ (_state >> 22)) >> 22;
        }
    }
}

/// <summary>data/world/documents.json.</summary>
internal sealed record SampleDocumentsFile(string About, IReadOnlyList<SampleBureau> Bodies, IReadOnlyDictionary<string, IReadOnlyList<string>> Words, IReadOnlyList<SampleTemplate> Templates)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static SampleDocumentsFile Read()
    {
        using var stream = typeof(SampleDocumentsFile).Assembly.GetManifestResourceStream("documents.json")!;
        return JsonSerializer.Deserialize<SampleDocumentsFile>(stream, s_json)!;
    }
}

/// <summary>How many documents of which kind and state a bureau has.</summary>
internal sealed record SampleBureau(
    string Key, string Report, string Mark, int Year, int Published, int Normative, int Interpretations, int Archived, int Withdrawn, int Revised, int Repealed, int Expired, IReadOnlyList<string> Living, IReadOnlyDictionary<string, int> Shares);

/// <summary>One kind of text.</summary>
internal sealed record SampleTemplate(
    string Key, string Genre, string Topic, string Item, IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<string>> Paragraphs, bool Numbered = false, bool Table = false, string? Attachment = null, string? Column = null);
