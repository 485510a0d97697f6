using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office;

/// <summary>今日: who I am and what I may do.</summary>
[Requires("office.use")]
public sealed class TodayModel(GongkaiDb db, PermissionMatrix matrix) : OfficePage(db)
{
    public string BodyName { get; private set; } = "";

    public string? Section { get; private set; }

    public IReadOnlyList<(string Name, string Period, string From)> Roles { get; private set; } = [];

    public IReadOnlyList<(string Name, string Reach, string? Address)> Rights { get; private set; } = [];

    public async Task OnGet()
    {
        BodyName = Visit.Rules.Tree.Find(Me.Body)!.Name;
        Section = Me.Section is { } own ? await Db.Sections.Where(section => section.Id == own).Select(section => section.Name).SingleAsync(Cancel) : null;
        Roles =
        [
            .. from grant in Me.Grants where grant.HoldsOn(Visit.Today) select (grant.Role.Name, grant.Period, "本人"),
            .. from standIn in Me.StandsInFor
               where standIn.Deputy.HoldsOn(Visit.Today)
               from grant in standIn.Absent.Grants
               where grant.HoldsOn(Visit.Today) && !grant.Role.IsAdministrator
               select (grant.Role.Name, $"{standIn.Deputy.From:yyyy年M月d日}至{standIn.Deputy.Until:yyyy年M月d日}", $"代理{standIn.Absent.Name}"),
        ];
        Rights = [.. from row in matrix.Rows where Visit.May(new Permission(row.Key)) orderby row.Key select (row.Name, ReachOf(new Permission(row.Key)), AddressOf(row.Key))];
    }

    private string ReachOf(Permission permission) => Visit.Rules.BodiesFor(Me, permission, Visit.Today) switch
    {
        null => "全部机关",
        { Count: 1 } => "本机关",
        var some => $"本机关和所指导、主管的机关，共{some.Count}个",
    };

    private static string? AddressOf(string permission) => permission switch
    {
        "bodies.read" or "bodies.manage" => "/office/bodies",
        "officers.read" or "officers.manage" or "sections.manage" or "roles.grant" or "accounts.manage" or "deputies.name" => "/office/officers",
        "ledger.read" or "ledger.export" => "/office/ledger",
        _ => null,
    };
}
