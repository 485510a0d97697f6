using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>增设科室.</summary>
public sealed class AddSection(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task<Section> Run(BodyId body, string name, bool isDisclosureOffice, IActor by, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageSections, body, cancel);
        (await db.Body(body, seen: null, cancel)).MustBeActive();
        name = Text.Demand(name, 40, "name", "科室名称");
        await SectionNames.MustBeFree(db, body, name, except: null, cancel);
        if (isDisclosureOffice)
            await SectionNames.NoOtherOffice(db, body, except: null, cancel);
        var rank = await db.Sections.Where(section => section.Body == body).MaxAsync(section => (int?)section.Rank, cancel) ?? 0;
        var section = new Section(new SectionId(clock.NewGuid())) { Body = body, Name = name, Rank = rank + 1, IsDisclosureOffice = isDisclosureOffice };
        db.Add(section);
        ledger.Record(Act.AddSection, by, section);
        await db.SaveChangesAsync(cancel);
        return section;
    }
}

/// <summary>更改科室: its name, and whether it is the body's 政府信息公开工作机构.</summary>
public sealed class ChangeSection(GongkaiDb db, Ledger ledger, Authority authority)
{
    public async Task Run(SectionId id, string name, bool isDisclosureOffice, IActor by, uint? seen, CancellationToken cancel)
    {
        var section = await db.Section(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageSections, section.Body, cancel);
        ChangedMeanwhileException.Demand(section, section.Version, seen);
        name = Text.Demand(name, 40, "name", "科室名称");
        await SectionNames.MustBeFree(db, section.Body, name, id, cancel);
        if (isDisclosureOffice)
            await SectionNames.NoOtherOffice(db, section.Body, id, cancel);
        (section.Name, section.IsDisclosureOffice) = (name, isDisclosureOffice);
        ledger.Record(Act.ChangeSection, by, section);
        await db.SaveSeen(section, cancel);
    }
}

/// <summary>撤销科室.</summary>
public sealed class CloseSection(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(SectionId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var section = await db.Section(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageSections, section.Body, cancel);
        ChangedMeanwhileException.Demand(section, section.Version, seen);
        if (await db.Officers.CountAsync(officer => officer.Section == id && officer.LeftOn == null, cancel) is var people and > 0)
            throw new RefusedException($"{section.Name}还有{people}名在岗人员，请先调动到其他科室。");
        section.Close(clock.Today());
        ledger.Record(Act.CloseSection, by, section);
        await db.SaveSeen(section, cancel);
    }
}

internal static class SectionNames
{
    public static async Task MustBeFree(GongkaiDb db, BodyId body, string name, SectionId? except, CancellationToken cancel)
    {
        if (await db.Sections.AnyAsync(section => section.Body == body && section.Name == name && section.ClosedOn == null && section.Id != except, cancel))
            throw new RefusedException($"本机关已有“{name}”。", "name");
    }

    public static async Task NoOtherOffice(GongkaiDb db, BodyId body, SectionId? except, CancellationToken cancel)
    {
        if (await db.Sections.FirstOrDefaultAsync(section => section.Body == body && section.IsDisclosureOffice && section.ClosedOn == null && section.Id != except, cancel) is { } office)
            throw new RefusedException($"本机关的政府信息公开工作机构是{office.Name}，请先取消那里的标记。", "is_disclosure_office");
    }
}
