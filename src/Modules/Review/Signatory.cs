using Gongkai.Bodies;
using Gongkai.Ledgers;

namespace Gongkai.Reviews;

/// <summary>签署人: who signs in a role, and for whom where a deputy acts; the ledger carries both names.</summary>
public sealed record Signatory(Officer Officer, Officer? OnBehalfOf) : IActor
{
    public string Name => OnBehalfOf is { } absent ? $"{Officer.Name}（代{absent.Name}）" : Officer.Name;

    string IActor.ActorId => ((IActor)Officer).ActorId;
    string IActor.ActorName => Name;
    string IActor.BodyId => ((IActor)Officer).BodyId;
    string IActor.BodyName => ((IActor)Officer).BodyName;

    /// <summary>Whether this is the person, in his own right or acted for.</summary>
    public bool Is(OfficerId person) => Officer.Id == person || OnBehalfOf?.Id == person;

    /// <summary>The officer in a role of a body on a day: by his own grant, else for an absent colleague; null where he has it neither way.</summary>
    public static Signatory? In(Role role, Officer officer, BodyId body, SectionId? section, DateOnly on)
    {
        if (officer.Body != body || !officer.WorksOn(on))
            return null;
        if (Holds(officer, role, section, on))
            return new Signatory(officer, null);
        var absent = officer.StandsInFor
            .Where(standIn => standIn.Deputy.HoldsOn(on) && standIn.Absent.Body == body && standIn.Absent.WorksOn(on) && !role.IsAdministrator)
            .Select(standIn => standIn.Absent).FirstOrDefault(absent => Holds(absent, role, section, on));
        return absent is null ? null : new Signatory(officer, absent);
    }

    private static bool Holds(Officer officer, Role role, SectionId? section, DateOnly on) =>
        officer.Grants.Any(grant => grant.Role == role && grant.HoldsOn(on) && (grant.Section is null || grant.Section == section));
}
