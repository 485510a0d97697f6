using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Host.Samples;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Host;

/// <summary>示例账号.</summary>
public sealed record DemoAccount(string Login, string Name, string Body, string Roles);

/// <summary>示例世界: the fictional city of 云泽 with its bodies, sections, people, catalogues and documents (data/world), each thing made by its own methods and with its entry like everything else.</summary>
public sealed class SampleWorld(GongkaiDb db, WriteQueue queue, CreateBody createBody, AddSection addSection, BulkInsert bulk, SampleCatalogue catalogue, SampleDocuments documents, SamplePages pages, Ledger ledger, TimeProvider clock)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    /// <summary>Of every demo account; they exist only with the sample world, and a changed password makes one an account like any other.</summary>
    public const string Password = "yunze-demo-2026";

    private const string PasswordHash = "AQAAAAIAAzRQAAAAEAkbDCEnDNFweQrvy2XiHmLp74J/bnxFggXs2/Tzbj/3iiQNM5MMw7xgS9SSrzSyqA==";

    private static readonly Actor s_loader = Actor.System("sample", "示例数据");

    /// <summary>Whether nobody has begun to use this database; keys of the site are no beginning.</summary>
    public static async Task<bool> IsEmpty(GongkaiDb db, CancellationToken cancel) => !await db.Bodies.AnyAsync(cancel);

    /// <summary>The demo accounts that still have the demo's password.</summary>
    public static async Task<IReadOnlyList<DemoAccount>> Accounts(GongkaiDb db, CancellationToken cancel) =>
    [
        .. from row in await (from account in db.Accounts
                              join officer in db.Officers on account.Officer equals officer.Id
                              join body in db.Bodies on officer.Body equals body.Id
                              where account.PasswordHash == PasswordHash
                              orderby account.CreatedAt, account.Id
                              select new { account.Login, officer, body.ShortName }).AsNoTracking().ToListAsync(cancel)
           select new DemoAccount(row.Login, row.officer.Name, row.ShortName, string.Join('、', row.officer.Grants.Select(grant => grant.Role.Name))),
    ];

    public Task Load(CancellationToken cancel) => Load(withDocuments: true, cancel);

    /// <summary>Without documents it is the city as it stands before its first working day.</summary>
    public async Task Load(bool withDocuments, CancellationToken cancel)
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
            await catalogue.Load(body, cancel);
        }

        if (withDocuments)
        {
            await documents.Load(bodies, s_loader, cancel);
            await pages.Load(bodies, s_loader, cancel);
        }

        await transaction.CommitAsync(cancel);
        BodyId? Of(string? key) => key is null ? null : bodies[key];
    }

    private async Task People(Body body, SampleBody sample, CancellationToken cancel)
    {
        Dictionary<string, SectionId> sections = [];
        foreach (var section in sample.Sections)
            sections[section] = (await addSection.Run(body.Id, section, isDisclosureOffice: section == sample.DisclosureOffice, s_loader, cancel)).Id;

        // Two hundred saves of one officer or role each would be most of a first start.
        List<Recorded> people = [];
        foreach (var person in sample.Officers)
        {
            var officer = new Officer(new OfficerId(clock.NewGuid())) { Body = body.Id, Name = person.Name, Section = person.Section is { } section ? sections[section] : null, Title = person.Title, AppointedOn = person.Since };
            foreach (var role in person.Roles)
                officer.Grant(Words.Parse<Role>(role), person.Since, until: null, section: null, by: null);
            people.Add(new Recorded(ledger.Entry(Act.AppointOfficer, s_loader, officer), [officer]));
            people.AddRange(person.Roles.Select(role => new Recorded(ledger.Entry(Act.GrantRole, s_loader, officer, new { role, from = person.Since }), [])));
            var account = new Account(new AccountId(clock.NewGuid())) { Officer = officer.Id, Login = Account.DemandLogin(person.Login), CreatedAt = clock.GetUtcNow() };
            account.SetPassword(PasswordHash, clock.GetUtcNow());
            people.Add(new Recorded(ledger.Entry(Act.OpenAccount, s_loader, account, new { officer = officer.Id.Value }), [account]));
        }

        db.ChangeTracker.Clear();
        await bulk.Run(() => Task.FromResult<IReadOnlyList<Recorded>>(people), written: null, cancel);
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
