using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Office.Records;

/// <summary>台账条目: one entry, what was before and what after.</summary>
[Requires("ledger.read")]
public sealed class EntryModel(GongkaiDb db, Ledger ledger, ActCatalogue acts, Things things, EntryWords words, EraseEntryDetails erase) : OfficePage(db)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether there is something to erase, and who looks may.</summary>
    public bool MayErase { get; private set; }

    public LedgerEntry Shown { get; private set; } = null!;

    public string ActName => acts.NameOf(Shown.Act);

    public string Title { get; private set; } = "";

    public SpokenEntry Spoken { get; private set; } = new([], [], HasSealed: false);

    /// <summary>Whether what is personal is shown.</summary>
    public bool IsRevealed { get; private set; }

    public Task<IActionResult> OnGet(long number) => Show(number, reveal: false);

    /// <summary>查看个人信息: log-in names, addresses, telephones; who looked is an entry.</summary>
    public Task<IActionResult> OnPostReveal(long number) => Show(number, reveal: true);

    /// <summary>删除明细: what was written stays unknown from now on; that it happened, and who erased it and why, does not.</summary>
    public async Task<IActionResult> OnPostErase(long number)
    {
        if (await Attempt(() => erase.Run(number, Reason, Me, Cancel)))
            return Then($"/office/ledger/{number}", "明细已删除，条目和杂凑链不变。");
        return await OnGet(number);
    }

    private async Task<IActionResult> Show(long number, bool reveal)
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
            if (reveal)
            {
                ledger.Record(Act.ReadPersonalData, Me, new Thing(LedgerErasure.EntryKind, $"{number}"));
                await Db.SaveChangesAsync(Cancel);
            }

            (Spoken, IsRevealed) = ((await words.Of([details], reveal, Cancel))[number], reveal);
            MayErase = Visit.Rules.BodiesFor(Me, Permission.EraseLedger, Visit.Today) is null && EraseEntryDetails.MayBeErased(entry, Me);
        }

        return Page();
    }
}
