using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;

namespace Gongkai.Web.Office.Import;

/// <summary>导入科室: the operation for each row, all in one transaction; a preview is the same and then taken back.</summary>
public sealed class SectionImport(GongkaiDb db, WriteQueue queue, AddSection add, BodyTrees trees)
{
    public static readonly IReadOnlyList<(string Key, string Title, bool Needed)> Columns = [("body", "机关", true), ("name", "科室名称", true), ("is_disclosure_office", "公开工作机构", false)];

    private static readonly string[] s_yes = ["是", "true", "1"];
    private static readonly string[] s_no = ["", "否", "false", "0"];

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
                var body = BodyImport.Find(tree, row["body"], "机关") ?? throw new RefusedException("请填写机关。");
                var section = await add.Run(body, row["name"], IsYes(row["is_disclosure_office"]), by, cancel);
                results.Add(new ImportRow(line, $"{tree.Find(body)!.ShortName}增设{section.Name}{(section.IsDisclosureOffice ? "（公开工作机构）" : "")}", null));
            }
            catch (Exception refused) when (refused is RefusedException or NotAllowedException)
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

    private static bool IsYes(string text) => s_yes.Contains(text) || (s_no.Contains(text) ? false : throw new RefusedException($"公开工作机构“{text}”应当写是或者否。"));
}
