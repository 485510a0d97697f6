using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>What must be known of a new body.</summary>
public sealed record NewBody(string Key, string Name, string ShortName, BodyKind Kind, Level Level, DateOnly FoundedOn)
{
    public string? Basis { get; init; }
    public string? RegionCode { get; init; }
    public string? CreditCode { get; init; }
    public BodyId? Parent { get; init; }
    public BodyId? GuidedBy { get; init; }
    public BodyId? CompetentOffice { get; init; }
}

/// <summary>新建机关.</summary>
public sealed class CreateBody(GongkaiDb db, Ledger ledger, Authority authority, BodyPlaces places, TimeProvider clock)
{
    public async Task<Body> Run(NewBody asked, IActor by, CancellationToken cancel)
    {
        await authority.DemandForAll(by, Permission.ManageBodies, cancel);
        var body = await Check(asked, cancel);
        db.Add(body);
        ledger.Record(Act.CreateBody, by, body);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (late.IsTaken)
        {
            throw KeyIsTaken(body.Key);
        }

        return body;
    }

    /// <summary>The body as it would be, refused where it cannot be; nothing is written.</summary>
    public async Task<Body> Check(NewBody asked, CancellationToken cancel)
    {
        Days.NotAfterToday(asked.FoundedOn, clock, "on");
        var body = Body.Found(new BodyId(clock.NewGuid()), asked.Key.Trim(), asked.Kind, asked.Level, asked.Name, asked.ShortName, asked.FoundedOn, asked.Basis);
        body.RegionCode = Codes.DemandRegion(asked.RegionCode);
        body.CreditCode = Codes.DemandCredit(asked.CreditCode);
        if (await db.Bodies.AnyAsync(other => other.Key == body.Key, cancel))
            throw KeyIsTaken(body.Key);
        await places.Place(body, asked.Parent, asked.GuidedBy, asked.CompetentOffice, cancel);
        return body;
    }

    private static RefusedException KeyIsTaken(string key) => new($"网址名“{key}”已被使用（包括已撤销的机关），请换一个。", "key");
}
