using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.People;

/// <summary>人员列表: of the bodies one may look into.</summary>
[Requires("officers.read")]
public sealed class OfficersModel(GongkaiDb db) : OfficePage(db)
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Left { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public BodyNode? Chosen { get; private set; }

    public IReadOnlyList<BodyNode> Bodies { get; private set; } = [];

    /// <summary>The body new officers would be added to.</summary>
    public string? NewAt { get; private set; }

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PerPage - 1) / PerPage);

    public IReadOnlyList<(Officer Officer, string BodyName, string SectionName)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        var tree = Visit.Rules.Tree;
        var reach = Visit.Rules.BodiesFor(Me, Permission.ReadOfficers, Visit.Today);
        Bodies = [.. tree.All.Where(body => reach is null || reach.Contains(body.Id)).OrderBy(body => body.Level).ThenBy(body => body.Key, StringComparer.Ordinal)];
        if (!string.IsNullOrEmpty(Body))
        {
            if (tree.Find(Body) is not { } chosen)
                return NotFound();
            Demand(Permission.ReadOfficers, chosen.Id);
            Chosen = chosen;
        }

        var target = Chosen?.Id ?? Me.Body;
        NewAt = May(Permission.ManageOfficers, target) ? tree.Find(target)!.Key : null;
        await Find(Chosen is null ? reach : new HashSet<BodyId> { Chosen.Id });
        return Page();
    }

    public string PageAddress(int page)
    {
        var query = new QueryBuilder { { "p", $"{page}" } };
        foreach (var (name, value) in new (string, string?)[] { ("q", Q), ("body", Body), ("role", Role?.ToString()), ("left", Left ? "true" : null) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return $"/office/officers{query.ToQueryString()}";
    }

    private async Task Find(IReadOnlySet<BodyId>? reach)
    {
        var (words, role, today) = (Q?.Trim(), Role, Visit.Today);
        var found = Db.Officers.AsNoTracking().Where(officer => Left || officer.LeftOn == null);
        if (reach is not null)
        {
            var bodies = reach.ToList();
            found = found.Where(officer => bodies.Contains(officer.Body));
        }

        if (!string.IsNullOrEmpty(words))
            found = found.Where(officer => officer.Name.Contains(words));
        if (role is { } wanted)
            found = found.Where(officer => officer.Grants.Any(grant => grant.Role == wanted && grant.From <= today && (grant.Until == null || grant.Until >= today)));
        Total = await found.CountAsync(Cancel);
        P = Math.Clamp(P, 1, Pages);
        var officers = await found.OrderBy(officer => officer.Body).ThenBy(officer => officer.Id).Skip((P - 1) * PerPage).Take(PerPage).ToListAsync(Cancel);
        var sections = await Db.Sections.AsNoTracking().Where(section => officers.Select(officer => officer.Section).Contains(section.Id)).ToDictionaryAsync(section => section.Id, section => section.Name, Cancel);
        Rows = [.. officers.Select(officer => (officer, Visit.Rules.Tree.Find(officer.Body)!.ShortName, officer.Section is { } section ? sections[section] : ""))];
    }
}
