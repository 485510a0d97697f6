using CsvHelper;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Records;

/// <summary>台账导出: what a filter finds, as a table for people or entry by entry for programs; itself an entry.</summary>
public sealed class LedgerSheet(GongkaiDb db, Ledger ledger, ActCatalogue acts, Things things, EntryWords words)
{
    private static readonly string[] s_titles = ["序号", "时间", "经办人", "机关", "行为", "对象", "说明和更改前后", "对象编号", "杂凑值"];

    private const int AtOnce = 200;

    /// <summary>The entries, after the export is recorded; null where there is no such body.</summary>
    /// <exception cref="NotAllowedException">The permission to export does not reach that far.</exception>
    public async Task<IQueryable<LedgerEntry>?> Entries(LedgerFilter filter, OfficeVisit visit, CancellationToken cancel)
    {
        if (!visit.May(Permission.ExportLedger))
            throw new NotAllowedException("您没有“导出台账”的权限。");
        if (filter.Find(db, visit, Permission.ExportLedger) is not { } found)
            return null;
        ledger.Record(Act.ExportLedger, visit.Officer, new Thing("ledger", "filter"), new { filter.Body, filter.Officer, filter.Act, filter.Kind, filter.From, filter.Until });
        await db.SaveChangesAsync(cancel);
        return found;
    }

    /// <summary>The same as CSV; null where there is no such body.</summary>
    public async Task<byte[]?> Csv(LedgerFilter filter, OfficeVisit visit, CancellationToken cancel)
    {
        if (await Entries(filter, visit, cancel) is not { } entries)
            return null;
        using var file = new MemoryStream();
        // With its mark, so that spreadsheets read it as UTF-8; a name that looks like a formula is none.
        await using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true, HasHeader = false }, leaveOpen: true))
        {
            csv.WriteRecord(s_titles);
            for (long? before = null; ;)
            {
                var some = await entries.Where(entry => before == null || entry.Number < before).Take(AtOnce).ToListAsync(cancel);
                if (some.Count == 0)
                    break;
                before = some[^1].Number;
                var numbers = some.Select(entry => entry.Number).ToList();
                var titles = await things.Titles(some, cancel);
                var told = await words.Of(await db.LedgerDetails.AsNoTracking().Where(details => numbers.Contains(details.Number)).ToListAsync(cancel), reveal: false, cancel);
                foreach (var entry in some)
                    csv.WriteRecord(new[] { $"{entry.Number}", Dates.Moment(entry.At), entry.ActorName, entry.BodyName, acts.NameOf(entry.Act), titles.GetValueOrDefault((entry.Kind, entry.Key), Things.NameOf(entry.Kind)), told.GetValueOrDefault(entry.Number)?.InOneLine ?? "", entry.Key, Convert.ToHexStringLower(entry.Hash) });
            }
        }

        return file.ToArray();
    }
}
