using System.Text.Json;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Records;

/// <summary>台账条目: one entry, what was before and what after.</summary>
[Requires("ledger.read")]
public sealed class EntryModel(GongkaiDb db, ActCatalogue acts, Things things, EraseEntryDetails erase) : OfficePage(db)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether there is something to erase, and who looks may.</summary>
    public bool MayErase { get; private set; }

    public LedgerEntry Shown { get; private set; } = null!;

    public string ActName => acts.NameOf(Shown.Act);

    public string Title { get; private set; } = "";

    public IReadOnlyList<(string Name, string Value)> Note { get; private set; } = [];

    public IReadOnlyList<(string What, string Before, string After)> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGet(long number)
    {
        if (await Db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == number, Cancel) is not { } entry)
            return NotFound();
        var all = Visit.Rules.BodiesFor(Me, Permission.ReadLedger, Visit.Today) is null;
        if (!all && (!Guid.TryParse(entry.BodyId, out var body) || !May(Permission.ReadLedger, new BodyId(body))))
            throw new NotAllowedException("这一条属于别的机关，您没有查看的权限。");
        Shown = entry;
        Title = (await things.Titles([entry], Cancel)).GetValueOrDefault((entry.Kind, entry.Key), Things.NameOf(entry.Kind));
        if (await Db.LedgerDetails.AsNoTracking().SingleOrDefaultAsync(details => details.Number == number, Cancel) is { } details)
        {
            Read(details.Body);
            MayErase = Visit.Rules.BodiesFor(Me, Permission.EraseLedger, Visit.Today) is null && EraseEntryDetails.MayBeErased(entry, Me);
        }

        return Page();
    }

    /// <summary>删除明细: what was written stays unknown from now on; that it happened, and who erased it and why, does not.</summary>
    public async Task<IActionResult> OnPostErase(long number)
    {
        if (await Attempt(() => erase.Run(number, Reason, Me, Cancel)))
            return Then($"/office/ledger/{number}", "明细已删除，条目和杂凑链不变。");
        return await OnGet(number);
    }

    private void Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.TryGetProperty("note", out var note) && note.ValueKind == JsonValueKind.Object)
            Note = [.. note.EnumerateObject().Select(member => (member.Name, Said(member.Value)))];
        if (json.RootElement.TryGetProperty("changes", out var rows))
            Changes = [.. rows.EnumerateArray().SelectMany(Lines)];
    }

    private static IEnumerable<(string What, string Before, string After)> Lines(JsonElement row)
    {
        var (table, what) = (row.GetProperty("table").GetString(), row.GetProperty("what").GetString());
        foreach (var member in row.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
        {
            var values = member.Value.EnumerateArray().Select(Said).ToList();
            yield return what switch
            {
                "added" => ($"{table}.{member.Name}", "", values[0]),
                "removed" => ($"{table}.{member.Name}", values[0], ""),
                _ => ($"{table}.{member.Name}", values[0], values[1]),
            };
        }
    }

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "（空）",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
