using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;

namespace Gongkai.Host.Samples;

/// <summary>示例专题: topics, feet of pages and an archived column of the sample city (data/world/pages.json), made by the same operations as everything else.</summary>
public sealed class SamplePages(EditTopic edit, PublishTopic publish, SetFooter setFooter, ArchiveColumn archive)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task Load(IReadOnlyDictionary<string, BodyId> bodies, IActor loader, CancellationToken cancel)
    {
        var file = Read();
        foreach (var topic in file.Topics)
        {
            var content = new TopicContent
            {
                Title = topic.Title,
                Introduction = topic.Introduction,
                IsAnnounced = topic.IsAnnounced,
                TakesInBelow = topic.TakesInBelow,
                Parts = [.. topic.Parts.Select(part => new TopicSection(part.Heading, part.Note, [], part.Column, [.. part.Kinds.Select(Words.Parse<DocumentKind>)], part.Topics))],
            };
            await edit.Run(bodies[topic.Body], topic.Key, content, loader, seen: null, cancel);
            await publish.Run(bodies[topic.Body], topic.Key, loader, seen: null, cancel);
        }

        foreach (var footer in file.Footers)
            await setFooter.Run(bodies[footer.Body], new FooterContent(footer.IdCode, footer.Icp, footer.Police, footer.Sponsor, footer.Undertaker, footer.Contact), loader, seen: null, cancel);
        foreach (var column in file.Archived)
            await archive.Run(bodies[column.Body], column.Column, loader, seen: null, cancel);
    }

    private static PagesFile Read()
    {
        using var stream = typeof(SamplePages).Assembly.GetManifestResourceStream("pages.json")!;
        return JsonSerializer.Deserialize<PagesFile>(stream, s_json)!;
    }

    private sealed record PagesFile(string About, IReadOnlyList<SampleTopic> Topics, IReadOnlyList<SampleFooter> Footers, IReadOnlyList<SampleArchived> Archived);

    private sealed record SampleTopic(string Body, string Key, string Title, bool IsAnnounced, bool TakesInBelow, string Introduction, IReadOnlyList<SamplePart> Parts);

    private sealed record SamplePart(string Heading, string? Note, string? Column, IReadOnlyList<string> Kinds, IReadOnlyList<string> Topics);

    private sealed record SampleFooter(string Body, string? IdCode, string? Icp, string? Police, string? Sponsor, string? Undertaker, string? Contact);

    private sealed record SampleArchived(string Body, string Column);
}
