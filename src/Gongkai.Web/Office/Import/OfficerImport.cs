using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Import;

/// <summary>导入人员: officers with the roles that whoever imports may grant; all rows or none, and a preview that is taken back.</summary>
public sealed class OfficerImport(GongkaiDb db, WriteQueue queue, AppointOfficer appoint, GrantRole grant, BodyTrees trees)
{
    public static readonly IReadOnlyList<(string Key, string Title, bool Needed)> Columns =
    [
        ("body", "机关", true), ("name", "姓名", true), ("section", "科室", false), ("title", "职务", false), ("phone", "办公电话", false), ("appointed_on", "到岗日期", true), ("roles", "角色", false),
    ];

    /// <summary>Writes all rows, or none when one is refused or only a preview is asked for.</summary>
    public async Task<IReadOnlyList<ImportRow>> Run(string text, bool write, IActor by, CancellationToken cancel)
    {
        var rows = ImportRows.Read(text, Columns);
        using var turn = await queue.Enter(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WriteLock.Take(db, cancel);
        List<ImportRow> results = [];
        foreach (var row in rows)
        {
            var line = int.Parse(row["line"], System.Globalization.CultureInfo.InvariantCulture);
            try
            {
                results.Add(new ImportRow(line, await Take(row, by, cancel), null));
            }
            catch (RefusedException refused)
            {
                results.Add(new ImportRow(line, row["name"], refused.Message));
            }
            catch (NotAllowedException refused)
            {
                results.Add(new ImportRow(line, row["name"], refused.Message));
            }
        }

        if (write && results.TrueForAll(row => row.Fault is null))
            await transaction.CommitAsync(cancel);
        else
            db.ChangeTracker.Clear();
        return results;
    }

    private async Task<string> Take(IReadOnlyDictionary<string, string> row, IActor by, CancellationToken cancel)
    {
        var body = BodyImport.Find(await trees.Now(db, cancel), row["body"], "机关") ?? throw new RefusedException("请填写机关。");
        SectionId? section = null;
        if (row["section"] is { Length: > 0 } name)
        {
            var found = await db.Sections.SingleOrDefaultAsync(one => one.Body == body && one.Name == name && one.ClosedOn == null, cancel);
            section = found?.Id ?? throw new RefusedException($"科室“{name}”不在这个机关，请先增设。");
        }

        var roles = row["roles"].Split(['、', '，', ',', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(role => ImportRows.OneOf<Role>(role, "角色", one => one.Name)).ToList();
        var officer = await appoint.Run(new NewOfficer(body, row["name"], section, row["title"], row["phone"], ImportRows.Day(row["appointed_on"], "到岗日期")), by, cancel);
        foreach (var role in roles)
            await grant.Run(officer.Id, role, officer.AppointedOn, until: null, section: null, by, seen: null, cancel);
        return $"{officer.Name}到岗{(roles.Count == 0 ? "" : "，" + string.Join("、", roles.Select(role => role.Name)))}";
    }
}
