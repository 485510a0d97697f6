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

    /// <summary>
    /// The officer in a role on a day, for what belongs to his body or to one it took over from: by his own grant, else for an absent colleague; null where he has it
    /// neither way. A section that ended with its body binds nobody: whoever has the role in the successor signs.
    /// </summary>
    public static Signatory? In(Role role, Officer officer, BodyTree tree, BodyId body, SectionId? section, DateOnly on)
    {
        if (!tree.IsOwn(officer.Body, body) || !officer.WorksOn(on))
            return null;
        var isTakenOver = officer.Body != body;
        if (Holds(officer))
            return new Signatory(officer, null);
        var absent = officer.StandsInFor
            .Where(standIn => standIn.Deputy.HoldsOn(on) && standIn.Absent.Body == officer.Body && standIn.Absent.WorksOn(on) && !role.IsAdministrator)
            .Select(standIn => standIn.Absent).FirstOrDefault(Holds);
        return absent is null ? null : new Signatory(officer, absent);

        bool Holds(Officer who) => who.Grants.Any(grant => grant.Role == role && grant.HoldsOn(on) && (grant.Section is null || isTakenOver || grant.Section == section));
    }
}
