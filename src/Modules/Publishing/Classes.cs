using System.Text.Json;

namespace Gongkai.Publishing;

/// <summary>分类: what a document can be classed by (data/catalogue/classes.json): topics, items of articles 20 and 21, genres.</summary>
public static class Classes
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly ClassFile s_file = Read();

    /// <summary>主题分类, as 一级\二级, in the order of the library.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. s_file.Topics.SelectMany(topic => topic.Second.Count == 0 ? [topic.Name] : topic.Second.Select(second => $"{topic.Name}\\{second}"))];

    /// <summary>法定公开事项.</summary>
    public static IReadOnlyList<StatutoryItem> Article20 => s_file.Article20;

    /// <summary>体裁.</summary>
    public static IReadOnlyList<string> Genres => s_file.Genres;

    public static StatutoryItem? Item(string? key) => Article20.FirstOrDefault(item => item.Key == key);

    private static ClassFile Read()
    {
        using var stream = typeof(Classes).Assembly.GetManifestResourceStream("catalogue/classes.json")!;
        return JsonSerializer.Deserialize<ClassFile>(stream, s_json)!;
    }

    private sealed record ClassFile(string About, IReadOnlyList<Topic> Topics, IReadOnlyList<StatutoryItem> Article20, IReadOnlyList<string> Genres);

    private sealed record Topic(string Name, IReadOnlyList<string> Second);
}

/// <summary>法定公开事项: an item of article 20, or what article 21 adds for a level.</summary>
public sealed record StatutoryItem(string Key, string Number, string Name)
{
    public string Label => Number.Length == 0 ? $"第二十一条：{Name}" : $"（{Number}）{Name}";
}
