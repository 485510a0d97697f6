using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>What must be known of an officer.</summary>
public sealed record NewOfficer(BodyId Body, string Name, SectionId? Section, string? Title, string? Phone, DateOnly AppointedOn);

/// <summary>人员到岗.</summary>
public sealed class AppointOfficer(GongkaiDb db, Ledger ledger, Authority authority, FieldProtection protection, TimeProvider clock)
{
    public async Task<Officer> Run(NewOfficer asked, IActor by, CancellationToken cancel)
    {
        await authority.Demand(by, Permission.ManageOfficers, asked.Body, cancel);
        var officer = await Check(asked, cancel);
        officer.Phone = await protection.Phone(officer, asked.Phone, cancel);
        db.Add(officer);
        ledger.Record(Act.AppointOfficer, by, officer);
        await db.SaveChangesAsync(cancel);
        return officer;
    }

    /// <summary>The officer as it would be but for the telephone, refused where it cannot be; nothing is written.</summary>
    public async Task<Officer> Check(NewOfficer asked, CancellationToken cancel)
    {
        (await db.Body(asked.Body, seen: null, cancel)).MustBeActive();
        await OfficerFields.MustBelong(db, asked.Section, asked.Body, cancel);
        Days.NotAfterToday(asked.AppointedOn, clock, "appointed_on");
        return new Officer(new OfficerId(clock.NewGuid()))
        {
            Body = asked.Body,
            Name = Text.Demand(asked.Name, 40, "name", "姓名"),
            Section = asked.Section,
            Title = OfficerFields.Optional(asked.Title, 40, "title", "职务"),
            AppointedOn = asked.AppointedOn,
        };
    }
}

/// <summary>更改人员资料.</summary>
public sealed class ChangeOfficer(GongkaiDb db, Ledger ledger, Authority authority, FieldProtection protection)
{
    public async Task Run(OfficerId id, string name, SectionId? section, string? title, string? phone, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageOfficers, officer.Body, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        await OfficerFields.MustBelong(db, section, officer.Body, cancel);
        officer.Name = Text.Demand(name, 40, "name", "姓名");
        (officer.Section, officer.Title) = (section, OfficerFields.Optional(title, 40, "title", "职务"));
        officer.Phone = await protection.Phone(officer, phone, cancel);
        ledger.Record(Act.ChangeOfficer, by, officer);
        await db.SaveSeen(officer, cancel);
    }
}

/// <summary>人员调动: to another body; roles end with the day before.</summary>
public sealed class TransferOfficer(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(OfficerId id, BodyId body, SectionId? section, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageOfficers, officer.Body, cancel);
        await authority.Demand(by, Permission.ManageOfficers, body, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        if (officer.Body == body)
            throw new RefusedException($"{officer.Name}已经在这个机关；科室请在人员资料里更改。", "body");
        (await db.Body(body, seen: null, cancel)).MustBeActive();
        await OfficerFields.MustBelong(db, section, body, cancel);
        officer.Transfer(body, section, clock.Today());
        ledger.Record(Act.TransferOfficer, by, officer);
        await db.SaveSeen(officer, cancel);
    }
}

/// <summary>人员离岗: no role is left, and the account opens nothing.</summary>
public sealed class DismissOfficer(GongkaiDb db, Ledger ledger, Authority authority, TimeProvider clock)
{
    public async Task Run(OfficerId id, IActor by, uint? seen, CancellationToken cancel)
    {
        var officer = await db.Officer(id, seen: null, cancel);
        await authority.Demand(by, Permission.ManageOfficers, officer.Body, cancel);
        ChangedMeanwhileException.Demand(officer, officer.Version, seen);
        if (by is Officer self && self.Id == id)
            throw new RefusedException("不能办理自己离岗，请由另一名有权限的人员办理。");
        officer.Leave(clock.Today());
        ledger.Record(Act.DismissOfficer, by, officer);
        await db.SaveSeen(officer, cancel);
    }
}

internal static class OfficerFields
{
    extension(FieldProtection protection)
    {
        /// <summary>办公电话 as it is stored: as it was where nobody changed it.</summary>
        /// <exception cref="RefusedException">The person's key was destroyed.</exception>
        public async Task<Sealed?> Phone(Officer officer, string? typed, CancellationToken cancel)
        {
            if (Optional(typed, 40, "phone", "办公电话") is not { } phone)
                return null;
            if (officer.Phone is { } stored && await protection.Reveal(stored, cancel) == phone)
                return stored;
            return await protection.TrySeal(officer.Subject, phone, cancel) ?? throw new RefusedException($"{officer.Name}的个人信息已经删除，不能再登记电话。", "phone");
        }
    }

    public static string? Optional(string? typed, int atMost, string field, string what) => string.IsNullOrWhiteSpace(typed) ? null : Text.Demand(typed, atMost, field, what);

    public static async Task MustBelong(GongkaiDb db, SectionId? section, BodyId body, CancellationToken cancel)
    {
        if (section is { } id && !await db.Sections.AnyAsync(one => one.Id == id && one.Body == body && one.ClosedOn == null, cancel))
            throw new RefusedException("所选科室不属于这个机关，或者已经撤销，请另选。", "section");
    }
}
