using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bodies;

/// <summary>
/// 设立管理员: the first of each of the three administrators, by whoever runs the machine; it is the only way. Once there is one, the
/// security administrator appoints the others. The same command gives one who has lost the way in a new link.
/// </summary>
public sealed class AddAdministrator(GongkaiDb db, Ledger ledger, OpenAccount open, IssueLink issueLink, SignInNotes notes, TimeProvider clock)
{
    private const string OperatorKey = "platform";

    /// <returns>The secret of the one-time link.</returns>
    public async Task<string> Run(string login, Role role, string name, IActor by, CancellationToken cancel)
    {
        if (!role.IsAdministrator)
            throw new RefusedException($"{role.Name}不是管理员，请在办公平台授予。", "role");
        login = Account.DemandLogin(login);
        var today = clock.Today();
        if (await db.Accounts.SingleOrDefaultAsync(account => account.Login == login, cancel) is { } known)
        {
            var officer = await db.Officers.SingleAsync(officer => officer.Id == known.Officer, cancel);
            return officer.Is(role, today) ? await issueLink.Run(officer.Id, by, seen: null, cancel)
                : throw new RefusedException($"登录名“{login}”已被使用，而且不是{role.Name}。", "login");
        }

        var holders = await db.Officers.Where(officer => officer.LeftOn == null && officer.Grants.Any(grant => grant.Role == role)).ToListAsync(cancel);
        if (holders.Any(officer => officer.Is(role, today)))
            throw new RefusedException($"已经有{role.Name}。另设的由安全管理员在办公平台授予；丢失登录办法的，用原登录名再运行一次。", "login");

        var fresh = new Officer(new OfficerId(clock.NewGuid())) { Body = await Operator(by, cancel), Name = Text.Demand(name, 40, "name", "姓名"), AppointedOn = today };
        fresh.Grant(role, today, until: null, section: null, by: null);
        db.Add(fresh);
        ledger.Record(Act.AppointOfficer, by, fresh);
        var (account, link, secret) = await open.Open(fresh, login, cancel);
        ledger.Record(Act.OpenAccount, by, account, new { login = await notes.Of(fresh.Id, account.Login, cancel), officer = fresh.Id.Value });
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    private async Task<BodyId> Operator(IActor by, CancellationToken cancel)
    {
        if (await db.Bodies.Where(body => body.Kind == BodyKind.Operator && body.State == BodyState.Active).OrderBy(body => body.Id).FirstOrDefaultAsync(cancel) is { } there)
            return there.Id;
        var body = Body.Found(new BodyId(clock.NewGuid()), OperatorKey, BodyKind.Operator, Level.Municipal, "平台运行单位", "平台运行", clock.Today());
        db.Add(body);
        ledger.Record(Act.CreateBody, by, body);
        return body.Id;
    }
}
