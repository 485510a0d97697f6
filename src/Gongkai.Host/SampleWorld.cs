using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Host;

/// <summary>示例世界: the fictional city of 云泽 with its bodies, sections and people (data/world/world.json), written by the same operations as everything else.</summary>
public sealed class SampleWorld(GongkaiDb db, WriteQueue queue, CreateBody createBody, AddSection addSection, AppointOfficer appoint, GrantRole grantRole)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly Actor s_loader = Actor.System("sample", "示例数据");

    /// <summary>Whether nobody has begun to use this database.</summary>
    public static async Task<bool> IsEmpty(GongkaiDb db, CancellationToken cancel) => !await db.Bodies.AnyAsync(cancel) && !await db.LedgerEntries.AnyAsync(cancel);

    public async Task Load(CancellationToken cancel)
    {
        if (!await IsEmpty(db, cancel))
            throw new RefusedException("示例数据只能载入空的数据目录。");
        var world = Read();

        // The whole world or none of it, whenever the process is killed.
        using var turn = await queue.Enter(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WriteLock.Take(db, cancel);
        Dictionary<string, BodyId> bodies = [];
        foreach (var sample in world.Bodies)
        {
            var body = await createBody.Run(
                new NewBody(sample.Key, sample.Name, sample.ShortName, Words.Parse<BodyKind>(sample.Kind), Words.Parse<Level>(sample.Level), sample.FoundedOn)
                {
                    Basis = sample.Basis,
                    RegionCode = sample.RegionCode,
                    Parent = Of(sample.Parent),
                    GuidedBy = Of(sample.GuidedBy),
                    CompetentOffice = Of(sample.CompetentOffice),
                },
                s_loader,
                cancel);
            bodies[sample.Key] = body.Id;
            await People(body, sample, cancel);
        }

        await transaction.CommitAsync(cancel);
        BodyId? Of(string? key) => key is null ? null : bodies[key];
    }

    private async Task People(Body body, SampleBody sample, CancellationToken cancel)
    {
        Dictionary<string, SectionId> sections = [];
        foreach (var section in sample.Sections)
            sections[section] = (await addSection.Run(body.Id, section, isDisclosureOffice: section == sample.DisclosureOffice, s_loader, cancel)).Id;
        foreach (var person in sample.Officers)
        {
            var officer = await appoint.Run(new NewOfficer(body.Id, person.Name, person.Section is { } section ? sections[section] : null, person.Title, null, person.Since), s_loader, cancel);
            foreach (var role in person.Roles)
                await grantRole.Run(officer.Id, Words.Parse<Role>(role), person.Since, until: null, section: null, s_loader, seen: null, cancel);
        }
    }

    private static World Read()
    {
        using var stream = typeof(SampleWorld).Assembly.GetManifestResourceStream("world.json")!;
        return JsonSerializer.Deserialize<World>(stream, s_json)!;
    }

    private sealed record World(string About, IReadOnlyList<SampleBody> Bodies);

    private sealed record SampleBody(
        string Key, string Name, string ShortName, string Kind, string Level, DateOnly FoundedOn, string? Basis, string? RegionCode, string? Parent, string? GuidedBy, string? CompetentOffice,
        string? DisclosureOffice, IReadOnlyList<string> Sections, IReadOnlyList<SampleOfficer> Officers);

    private sealed record SampleOfficer(string Name, string? Section, string? Title, DateOnly Since, IReadOnlyList<string> Roles, string Login);
}
