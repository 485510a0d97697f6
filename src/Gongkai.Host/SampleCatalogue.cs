using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Host;

/// <summary>示例目录: guide and catalogue of every body of the sample world (data/world/catalogue.json), written by the same operations as everything else.</summary>
public sealed class SampleCatalogue(GongkaiDb db, ImportLines import, PublishCatalogue publishCatalogue, SetColumn setColumn, EditGuide editGuide, PublishGuide publishGuide)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly Actor s_loader = Actor.System("sample-catalogue", "示例数据");
    private static readonly CatalogueFile s_file = Read();

    public async Task Load(Body body, CancellationToken cancel)
    {
        if (body.Kind == BodyKind.Operator)
            return;
        var sections = await db.Sections.Where(section => section.Body == body.Id).OrderBy(section => section.Rank).ToListAsync(cancel);
        var (office, business) = (sections.First(section => section.IsDisclosureOffice), sections.First(section => !section.IsDisclosureOffice));
        if (body.Kind == BodyKind.Department)
            await SetColumns(body, cancel);
        await Lines(body, office, business, cancel);
        await Guide(body, office, cancel);
    }

    private async Task SetColumns(Body body, CancellationToken cancel)
    {
        foreach (var column in StandardColumns.All.Where(column => s_file.HiddenInDepartments.Contains(column.Key)))
            await setColumn.Run(body.Id, column.Key, new ColumnSettings(column.Name, IsShown: false, column.UpdatedAs, column.Rule), s_loader, seen: null, cancel);
        foreach (var column in StandardColumns.All.Where(column => s_file.OpenedInDepartments.Contains(column.Key)))
            await setColumn.Run(body.Id, column.Key, new ColumnSettings(column.Name, IsShown: true, column.UpdatedAs, column.Rule), s_loader, seen: null, cancel);
    }

    private async Task Lines(Body body, Section office, Section business, CancellationToken cancel)
    {
        var officers = await db.Officers.Where(officer => officer.Body == body.Id).ToListAsync(cancel);
        string Owner(Section section) => officers.FirstOrDefault(officer => officer.Section == section.Id && officer.Grants.Any(grant => grant.Role is Role.OfficeHead or Role.SectionHead))?.Name ?? "";
        var rows = s_file.Lines.Select(line =>
        {
            var section = line["section"] == "office" ? office : business;
            return new Func<string, string>(key => key switch { "section" => section.Name, "officer" => Owner(section), _ => line.GetValueOrDefault(key) ?? "" });
        });
        var outcomes = await import.Run(body.Id, [.. rows], write: true, s_loader, cancel);
        if (outcomes.FirstOrDefault(outcome => outcome.Fault is not null) is { } faulty)
            throw new InvalidDataException($"data/world/catalogue.json, {body.Key}: {faulty.What}: {faulty.Fault}");
        await publishCatalogue.Run(body.Id, reviewBy: null, s_loader, seen: null, cancel);
    }

    private async Task Guide(Body body, Section office, CancellationToken cancel)
    {
        var isUnfinished = body.Key == s_file.Unfinished.Body;
        string? Text(string key) => isUnfinished && s_file.Unfinished.Without.Contains(key) ? null
            : s_file.Guide.GetValueOrDefault(key)?.Replace("{name}", body.Name, StringComparison.Ordinal).Replace("{office}", $"{body.Name}{office.Name}", StringComparison.Ordinal);
        await editGuide.Run(body.Id, GuideFields.Read(Text), s_loader, seen: null, cancel);
        if (!isUnfinished)
            await publishGuide.Run(body.Id, s_loader, seen: null, cancel);
    }

    private static CatalogueFile Read()
    {
        using var stream = typeof(SampleCatalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        return JsonSerializer.Deserialize<CatalogueFile>(stream, s_json)!;
    }

    private sealed record CatalogueFile(string About, IReadOnlyList<string> HiddenInDepartments, IReadOnlyList<string> OpenedInDepartments, Unfinished Unfinished, Dictionary<string, string> Guide, IReadOnlyList<Dictionary<string, string>> Lines);

    private sealed record Unfinished(string Body, IReadOnlyList<string> Without);
}
