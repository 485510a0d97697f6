using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Web.Office.Import;

/// <summary>导入机关: the operation for each row, all in one transaction; a preview is the same and then taken back, so it cannot promise too much.</summary>
public sealed class BodyImport(GongkaiDb db, WriteQueue queue, CreateBody create, BodyTrees trees)
{
    public static readonly IReadOnlyList<(string Key, string Title, bool Needed)> Columns =
    [
        ("key", "网址名", true), ("name", "机关名称", true), ("short_name", "简称", false), ("kind", "类型", true), ("level", "层级", true), ("founded_on", "设立日期", true), ("basis", "依据", false),
        ("parent", "所属", false), ("guided_by", "业务指导", false), ("competent_office", "公开工作主管部门", false), ("region_code", "行政区划代码", false), ("credit_code", "统一社会信用代码", false),
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
                var tree = await trees.Now(db, cancel);
                var body = await create.Run(
                    new NewBody(row["key"], row["name"], row["short_name"], ImportRows.OneOf<BodyKind>(row["kind"], "类型", kind => kind.Name), ImportRows.OneOf<Level>(row["level"], "层级", level => level.Name), ImportRows.Day(row["founded_on"], "设立日期"))
                    {
                        Basis = row["basis"],
                        RegionCode = row["region_code"],
                        CreditCode = row["credit_code"],
                        Parent = Find(tree, row["parent"], "所属"),
                        GuidedBy = Find(tree, row["guided_by"], "业务指导"),
                        CompetentOffice = Find(tree, row["competent_office"], "公开工作主管部门"),
                    },
                    by,
                    cancel);
                results.Add(new ImportRow(line, $"新建{body.Name}（{body.Key}）", null));
            }
            catch (RefusedException refused)
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

    /// <summary>By key or full name, those of rows above included.</summary>
    internal static BodyId? Find(BodyTree tree, string text, string title) => text.Length == 0 ? null
        : (tree.Find(text) ?? tree.All.FirstOrDefault(body => body.Name == text && body.IsActive))?.Id ?? throw new RefusedException($"{title}“{text}”没有这个机关：请填写网址名或者全称，并把它排在前面的行。");
}
